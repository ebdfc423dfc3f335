import { NOTE_KINDS } from '../domain/noteKinds';
import type { EntryKind } from '../domain/timeline';
import { stands, type DraftContext } from './draftContext';
import type { LogLine } from './logLine';

/** How the key entries were found: a person pinned them, or by their kinds. */
export type KeyBy = 'pins' | 'kinds';

export interface TimelineSection {
  /** What a reader needs to follow the story; retracted entries are never among them. */
  readonly key: readonly LogLine[];
  readonly keyBy: KeyBy;
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

/** What was pinned is key; without a pin the turns are, and notes too while the whole stays short (EXP6). */
export function draftTimeline({ log, standing }: DraftContext): TimelineSection {
  const pinned = log.filter((line) => line.pinned && stands(line));
  if (pinned.length > 0) return { key: pinned, keyBy: 'pins', notesOnlyInLog: false, log };
  const withNotes = standing(...TURNS, ...NOTE_KINDS);
  const notesOnlyInLog = withNotes.length > MOST_KEY_ENTRIES;
  return { key: notesOnlyInLog ? standing(...TURNS) : withNotes, keyBy: 'kinds', notesOnlyInLog, log };
}
