import type { EntryKind } from '../domain/timeline';
import type { DraftContext } from './draftContext';
import type { LogLine } from './logLine';

export interface TimelineSection {
  /** What a reader needs to follow the story; retracted entries are never among them. */
  readonly key: readonly LogLine[];
  /** True when plain notes were left to the appendix. */
  readonly notesOnlyInLog: boolean;
  /** Everything, retracted entries too, in the order it happened. */
  readonly log: readonly LogLine[];
}

/** The turns of an incident. The rest is notes, and the console's own bookkeeping. */
const TURNS: readonly EntryKind[] = [
  'declared',
  'impact',
  'decision',
  'severity',
  'phase',
  'role',
  'mitigation',
  'verdict',
  'update',
  'resolved',
  'reopened',
];

/** With notes, a key timeline is still read at one go up to about this many entries. */
const MOST_KEY_ENTRIES = 60;

/** Until entries can be pinned, the turns are key, and notes too while the whole stays short (EXP6). */
export function draftTimeline({ log, standing }: DraftContext): TimelineSection {
  const withNotes = standing(...TURNS, 'note');
  const notesOnlyInLog = withNotes.length > MOST_KEY_ENTRIES;
  return { key: notesOnlyInLog ? standing(...TURNS) : withNotes, notesOnlyInLog, log };
}
