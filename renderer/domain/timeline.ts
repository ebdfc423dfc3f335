import type { Attachment } from './attachments';
import type { Row, Unrecognised } from './events';
import type { Stamp } from './ids';
import type { NoteKind } from './noteKinds';
import {
  emptySequence,
  find,
  indexOf,
  insert,
  items,
  remove,
  replace,
  type Order,
  type SortedSequence,
} from './sortedSequence';
import { compareStamps } from './stamp';
import { between, minutes, type EpochMs, type Ms } from './time';

/** What an entry is about; shown as a word and a glyph, and as `data-kind` (TML2). */
export type EntryKind =
  | NoteKind
  | 'declared'
  | 'title'
  | 'severity'
  | 'phase'
  | 'time'
  | 'role'
  | 'mitigation'
  | 'verdict'
  | 'update'
  | 'clock'
  | 'resolved'
  | 'reopened'
  | 'action'
  | 'import'
  | 'unrecognised';

/** An earlier form of an entry: what it said, when it claimed to have happened, who replaced it when. */
export interface Revision {
  readonly text: string;
  readonly at: EpochMs;
  readonly replacedAt: EpochMs;
  readonly replacedBy: string;
  /** What kind it was, where that is what changed. */
  readonly kind?: EntryKind;
}

/** Who did something to an entry, when. */
export interface Mark {
  readonly at: EpochMs;
  readonly by: string;
}

/** How an entry read before another was merged into it: what taking that back goes back to. */
export interface Absorbed {
  readonly entry: Stamp;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  /** What it said once merged; if it says something else, it was reworded since. */
  readonly said: string;
}

/** One line of the timeline. `id` is the stamp of the row that first wrote it. */
export interface Entry {
  readonly id: Stamp;
  readonly at: EpochMs;
  readonly recordedAt: EpochMs;
  readonly by: string;
  readonly kind: EntryKind;
  readonly text: string;
  /** Oldest first; empty if never edited. */
  readonly revisions: readonly Revision[];
  readonly retracted?: { readonly at: EpochMs; readonly by: string; readonly reason?: string };
  /** Its text was erased for good; who had it done and when, as far as the log at hand says. */
  readonly redacted?: { readonly at?: EpochMs; readonly by?: string; readonly reason?: string };
  /** Its pictures; absent when it has none. */
  readonly attachments?: readonly Attachment[];
  /** A key entry: it stands in the post-mortem's timeline (TML12). */
  readonly pinned?: Mark;
  /** It stands in another entry now; its own text is kept (TML15). */
  readonly merged?: Mark & { readonly into: Stamp };
  /** What was merged into it, the last one last; absent when nothing is. */
  readonly absorbed?: readonly Absorbed[];
  /** Entries it was ever merged with or split from: the same words may stand in them (RED1). */
  readonly related?: readonly Stamp[];
  /** Action items made from it, by the rows that added them. */
  readonly items?: readonly Stamp[];
  /** The entry that an action item was made from. */
  readonly from?: Stamp;
  /** The file and the import it came with (IMP9). */
  readonly source?: {
    readonly import: string;
    readonly format: string;
    readonly key: string;
    readonly file: string;
    readonly where: string;
  };
  /** The whole event of an `unrecognised` entry, so that exports can carry it unchanged (LOG3). */
  readonly raw?: Unrecognised['raw'];
}

/** Where an entry stands in `byTime`, findable by its name alone. */
interface Position {
  readonly id: Stamp;
  readonly at: EpochMs;
}

/** The entries in the order they happened, and their positions in the order they were written. */
export interface Timeline {
  readonly byTime: SortedSequence<Entry>;
  readonly positions: SortedSequence<Position>;
}

/** Before the first entry. */
export const EMPTY_TIMELINE: Timeline = {
  byTime: emptySequence<Entry>(),
  positions: emptySequence<Position>(),
};

/** By the time of happening; entries of the same millisecond in the order they were written. */
export const asHappened: Order<Entry> = (a, b) => a.at - b.at || compareStamps(a.id, b.id);
/** In the order of writing, which is that of the stamps. */
export const asWritten: Order<Position> = (a, b) => compareStamps(a.id, b.id);

/** The timeline with one more entry, in its place by time. Its id must be new. */
export function addEntry(timeline: Timeline, entry: Entry): Timeline {
  return {
    byTime: insert(timeline.byTime, entry, asHappened),
    positions: insert(timeline.positions, { id: entry.id, at: entry.at }, asWritten),
  };
}

/** The entry that the row `id` first wrote; undefined when there is none. */
export function entryOf(timeline: Timeline, id: Stamp): Entry | undefined {
  const position = find(timeline.positions, { id, at: 0 as EpochMs }, asWritten);
  return position && find(timeline.byTime, probe(position), asHappened);
}

/** Where the entry stands among those shown, a filtered sequence too; undefined when it is not among them. */
export function placeOf(shown: SortedSequence<Entry>, entry: Entry): number | undefined {
  if (find(shown, entry, asHappened) === undefined) return undefined;
  return indexOf(shown, entry, asHappened);
}

/** Puts a new form of an entry in the old one's stead, moving it if its time changed (TML6). */
export function changeEntry(timeline: Timeline, changed: Entry): Timeline {
  const before = entryOf(timeline, changed.id);
  if (!before) return timeline;
  if (before.at === changed.at) {
    return { ...timeline, byTime: replace(timeline.byTime, changed, asHappened) };
  }
  return {
    byTime: insert(remove(timeline.byTime, before, asHappened), changed, asHappened),
    positions: replace(timeline.positions, { id: changed.id, at: changed.at }, asWritten),
  };
}

/** True when `one` stands above `other`: it happened first, or was written first. */
export const inOrder = (one: Entry, other: Entry): boolean => asHappened(one, other) < 0;

/** The entry, and every one it was ever merged with or split from, over any number of steps. */
export function relatedEntries(timeline: Timeline, entry: Entry): readonly Entry[] {
  const found = new Map([[entry.id, entry]]);
  // A map hands out what is added to it while it is gone through.
  for (const { related = [] } of found.values()) {
    for (const id of related) {
      const other = found.has(id) ? undefined : entryOf(timeline, id);
      if (other) found.set(id, other);
    }
  }
  return [...found.values()];
}

/** All entries, in the order they happened. */
export const entries = (timeline: Timeline): Generator<Entry> => items(timeline.byTime);

/** The last entry to have happened for which `holds` is true; looks from the end, so a recent one is cheap. */
export function newestEntry(timeline: Timeline, holds: (entry: Entry) => boolean): Entry | undefined {
  for (const piece of timeline.byTime.pieces.toReversed()) {
    const found = piece.findLast(holds);
    if (found) return found;
  }
  return undefined;
}

/** What becomes of an entry; what is not given stays. */
interface Rewording {
  readonly text?: string;
  readonly at?: EpochMs;
  readonly kind?: EntryKind;
}

/** The entry with an earlier form appended to its history. */
export function revised(entry: Entry, to: Rewording, row: Row): Entry {
  const before: Revision = {
    text: entry.text,
    at: entry.at,
    ...(to.kind === undefined ? {} : { kind: entry.kind }),
    replacedAt: row.recordedAt,
    replacedBy: row.by,
  };
  return {
    ...entry,
    text: to.text ?? entry.text,
    at: to.at ?? entry.at,
    kind: to.kind ?? entry.kind,
    revisions: [...entry.revisions, before],
  };
}

/** True for what still counts: neither struck out nor standing in another entry. */
export const isStanding = (entry: Pick<Entry, 'retracted' | 'merged'>): boolean =>
  entry.retracted === undefined && entry.merged === undefined;

/** Below this, typing a note took a while; from here on it was logged late and says so (TML4). */
const LATE = minutes(2);

/** How late an entry was written, if that is worth saying. */
export function loggedLate(entry: Pick<Entry, 'at' | 'recordedAt' | 'source'>): Ms | undefined {
  if (entry.source) return undefined;
  const lateness = between(entry.at, entry.recordedAt);
  return lateness >= LATE ? lateness : undefined;
}

const probe = (position: Position): Entry => ({
  id: position.id,
  at: position.at,
  recordedAt: position.at,
  by: '',
  kind: 'note',
  text: '',
  revisions: [],
});
