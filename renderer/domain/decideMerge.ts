import { MOST_IMAGES } from './attachments';
import { accept, refuse, type CommandOf, type Decision } from './decision';
import { joined } from './evolveMerge';
import type { Incident } from './incident';
import { isNoteKind, isNote } from './noteKinds';
import type { Refusal } from './refusals';
import { entryOf, inOrder, type Entry } from './timeline';

/** UTF-16 code units; ten times what the longest paste of a log excerpt has been seen to need. */
export const LONGEST_NOTE = 1_000_000;

/** Merging, taking that back, and splitting: only notes that still say something by themselves (TML15, TML16). */
export function decideMerge(
  state: Incident,
  entry: Entry,
  command: CommandOf<'merge-entries' | 'unmerge-entry' | 'split-entry'>,
): Decision {
  switch (command.type) {
    case 'merge-entries':
      return merge(entry, entryOf(state.timeline, command.other));
    case 'unmerge-entry':
      return unmerge(state, entry);
    case 'split-entry':
      return split(entry, command.offset);
  }
}

/** Why an entry can't be reworded, merged or split just now; undefined when it can. */
export function whyFixed(entry: Entry): Refusal | undefined {
  if (entry.redacted) return 'entry-redacted';
  if (entry.merged) return 'entry-merged';
  if (entry.retracted) return 'entry-retracted';
  return undefined;
}

function merge(entry: Entry, other: Entry | undefined): Decision {
  if (!other) return refuse('no-such-entry');
  if (entry.id === other.id) return refuse('merge-with-itself');
  const fixed = whyFixed(entry) ?? whyFixed(other);
  if (fixed) return refuse(fixed);
  if (!isNote(entry) || !isNote(other)) return refuse('entry-is-not-a-note');
  const images = (entry.attachments ?? []).length + (other.attachments ?? []).length;
  if (images > MOST_IMAGES || joined(entry, other).length > LONGEST_NOTE) return refuse('merge-too-large');
  const [kept, absorbed] = inOrder(entry, other) ? [entry, other] : [other, entry];
  return accept({ type: 'entry-merged', entry: absorbed.id, into: kept.id });
}

/** One by one, the last first: what each of them said before stands on the one below. */
function unmerge({ timeline }: Incident, entry: Entry): Decision {
  if (!entry.merged) return refuse('entry-not-merged');
  const into = entryOf(timeline, entry.merged.into);
  const isBelow = into?.absorbed?.slice(0, -1).some((one) => one.entry === entry.id) === true;
  if (into?.merged || isBelow) return refuse('merged-since');
  return accept({ type: 'entry-unmerged', entry: entry.id });
}

/** Never between the two halves of one character. */
function split(entry: Entry, offset: number): Decision {
  const fixed = whyFixed(entry);
  if (fixed) return refuse(fixed);
  if (!isNoteKind(entry.kind)) return refuse('entry-is-not-a-note');
  const isInside = /^[\uDC00-\uDFFF]/.test(entry.text.slice(offset, offset + 1));
  const cut = isInside ? offset - 1 : offset;
  const first = entry.text.slice(0, cut).trim();
  const second = entry.text.slice(cut).trim();
  if (first === '' || second === '') return refuse('split-leaves-nothing');
  return accept(
    { type: 'entry-edited', entry: entry.id, text: first },
    {
      event: { type: 'note-logged', kind: entry.kind, text: second, splitFrom: entry.id },
      at: entry.at,
    },
  );
}
