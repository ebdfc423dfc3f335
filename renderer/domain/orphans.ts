import { instant, type Description } from './describe';
import { changesEntry, type EntryEvent, type IncidentEvent, type Unrecognised } from './events';
import type { Incident } from './incident';
import { entryOf } from './timeline';

/** The line for a change of an entry that the log doesn't have: what it says is kept and shown (LOG3). */
export function describeOrphan(
  { timeline }: Incident,
  event: IncidentEvent | Unrecognised,
): Description | undefined {
  if (!changesEntry(event)) return undefined;
  const named = event.type === 'entry-merged' ? [event.entry, event.into] : [event.entry];
  const isOrphan = named.some((id) => entryOf(timeline, id) === undefined);
  return isOrphan
    ? { kind: 'unrecognised', text: `Kept without its entry: ${orphanText(event)}` }
    : undefined;
}

function orphanText(event: EntryEvent): string {
  switch (event.type) {
    case 'entry-edited': {
      const to = [event.text ?? [], event.at === undefined ? [] : instant(event.at)].flat();
      return `an edit to “${to.join(' · ')}”`;
    }
    case 'entry-retracted':
      return 'a retraction';
    case 'entry-restored':
      return 'a restoration';
    case 'entry-redacted':
      return 'a redaction';
    case 'entry-kind-changed':
      return `a change of kind to ${event.kind}`;
    case 'entry-pinned':
      return 'a pin';
    case 'entry-unpinned':
      return 'a pin taken off';
    case 'entry-merged':
      return 'a merge of two notes';
    case 'entry-unmerged':
      return 'a merge taken back';
  }
}
