import { isNoteKind, isNote } from '../domain/noteKinds';
import type { Stamp } from '../domain/ids';
import { filterItems, itemAt, type SortedSequence } from '../domain/sortedSequence';
import { compareStamps } from '../domain/stamp';
import { markKey, mentionsOf, tagsOf } from '../domain/textMarks';
import { entryOf, type Entry, type EntryKind, type Timeline } from '../domain/timeline';
import type { Console } from './console';

/** What the timeline shows; each condition that is given must hold (FLT1). */
export interface Filter {
  readonly kind: EntryKind | null;
  /** Somebody who wrote it, or whom it mentions. */
  readonly person: string | null;
  readonly tag: string | null;
  readonly pinned: boolean;
  /** Leaves out what the console keeps books about by itself. */
  readonly noNoise: boolean;
}

export const NO_FILTER: Filter = { kind: null, person: null, tag: null, pinned: false, noNoise: false };

export const isFiltering = ({ kind, person, tag, pinned, noNoise }: Filter): boolean =>
  kind !== null || person !== null || tag !== null || pinned || noNoise;

/** The console's own book-keeping; what people said, tried and promised is none. */
const NOISE: ReadonlySet<EntryKind> = new Set([
  'role',
  'phase',
  'time',
  'clock',
  'title',
  'action',
  'import',
]);

export const isNoise = ({ kind }: Pick<Entry, 'kind'>): boolean => NOISE.has(kind);

/** True for an entry that the filter shows. */
export function passes(filter: Filter, entry: Entry): boolean {
  if (filter.kind !== null && entry.kind !== filter.kind) return false;
  if (filter.pinned && !entry.pinned) return false;
  if (filter.noNoise && isNoise(entry)) return false;
  if (filter.tag !== null && !keysOf(tagsIn(entry)).includes(markKey(filter.tag))) return false;
  return filter.person === null || isAbout(entry, filter.person);
}

const keysOf = (names: readonly string[]): readonly string[] => names.map(markKey);

interface Marks {
  readonly tags: readonly string[];
  readonly mentions: readonly string[];
}

const NO_MARKS: Marks = { tags: [], mentions: [] };
const readMarks = new WeakMap<Entry, Marks>();

/** Only what people wrote is read for marks: the console's own lines repeat names. Read once for each entry. */
function marksOf(entry: Entry): Marks {
  if (!isNote(entry)) return NO_MARKS;
  const known = readMarks.get(entry);
  if (known) return known;
  const marks = { tags: tagsOf(entry.text), mentions: mentionsOf(entry.text) };
  readMarks.set(entry, marks);
  return marks;
}

const tagsIn = (entry: Entry): readonly string[] => marksOf(entry).tags;
const mentionsIn = (entry: Entry): readonly string[] => marksOf(entry).mentions;

function isAbout(entry: Entry, person: string): boolean {
  return isSamePerson(entry.by, person) || mentionsIn(entry).some((name) => isSamePerson(person, name));
}

/** `@dana` and `@dana.reyes` are Dana Reyes. */
function isSamePerson(name: string, handle: string): boolean {
  const [whole, other] = [markKey(name), markKey(handle)];
  if (whole === other) return true;
  const words = whole.split(/\s+/);
  return words[0] === other || ['', '.', '-', '_'].some((between) => words.join(between) === other);
}

interface Shown {
  /** Pieces are immutable, so each is looked through once (LOG6). */
  readonly pieces: WeakMap<readonly Entry[], readonly Entry[]>;
  /** What was asked for last, and the answer: the same question gets the same object. */
  readonly of: SortedSequence<Entry>;
  readonly shown: SortedSequence<Entry>;
}

const shownLast = new WeakMap<Filter, Shown>();

/** The entries that the filter shows, in their order. Costs one piece for one more entry. */
export function shownBy(filter: Filter, byTime: SortedSequence<Entry>): SortedSequence<Entry> {
  if (!isFiltering(filter)) return byTime;
  const last = shownLast.get(filter);
  if (last?.of === byTime) return last.shown;
  const pieces = last?.pieces ?? new WeakMap<readonly Entry[], readonly Entry[]>();
  const shown = filterItems(byTime, (piece) => {
    const kept = pieces.get(piece) ?? piece.filter((entry) => passes(filter, entry));
    pieces.set(piece, kept);
    return kept;
  });
  shownLast.set(filter, { pieces, of: byTime, shown });
  return shown;
}

/** How many entries each choice of the filter would show by itself. */
export interface Counts {
  readonly kinds: ReadonlyMap<EntryKind, number>;
  readonly people: ReadonlyMap<string, number>;
  readonly tags: ReadonlyMap<string, number>;
  readonly pinned: number;
  readonly noise: number;
}

/** Counts what there is to choose from; notes first among the kinds, the most frequent first among the rest. */
export function countsOf(byTime: SortedSequence<Entry>): Counts {
  const kinds = new Map<EntryKind, number>();
  const people = new Map<string, number>();
  const tags = new Tally();
  const mentions = new Tally();
  let pinned = 0;
  let noise = 0;
  for (const piece of byTime.pieces) {
    for (const entry of piece) {
      count(kinds, entry.kind);
      if (entry.by !== '') count(people, entry.by);
      for (const tag of tagsIn(entry)) tags.add(tag);
      for (const name of mentionsIn(entry)) mentions.add(name);
      if (entry.pinned) pinned += 1;
      if (isNoise(entry)) noise += 1;
    }
  }
  for (const [name, mentioned] of mentions.named) {
    const author = [...people.keys()].find((one) => isSamePerson(one, name)) ?? name;
    people.set(author, (people.get(author) ?? 0) + mentioned);
  }
  const byKind = [...kinds].toSorted(([a], [b]) => Number(isNoteKind(b)) - Number(isNoteKind(a)));
  return { kinds: new Map(byKind), people: mostFirst(people), tags: mostFirst(tags.named), pinned, noise };
}

const count = <K>(map: Map<K, number>, key: K): unknown => map.set(key, (map.get(key) ?? 0) + 1);

const mostFirst = (map: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...map].toSorted(([, a], [, b]) => b - a));

/** Counts names that are equal whatever their case, under the form seen first. */
class Tally {
  readonly #names = new Map<string, string>();
  readonly named = new Map<string, number>();

  add(name: string): void {
    const key = markKey(name);
    const shown = this.#names.get(key) ?? name;
    this.#names.set(key, shown);
    count(this.named, shown);
  }
}

/** Shows only what passes; notes logged from now on that it hides are counted (FLT2). */
export function setFilter(
  { session, view }: Pick<Console, 'session' | 'view'>,
  change: Partial<Filter>,
): void {
  const filter = { ...view.store.getState().filter, ...change };
  view.set({ filter, filterSince: session.store.getState().incident.lastStamp });
}

/** How many notes were logged since the filter was set that it hides; counted from the newest, so cheap. */
export function hiddenSince(filter: Filter, since: Stamp | null, timeline: Timeline): number {
  if (!isFiltering(filter) || since === null) return 0;
  const { positions } = timeline;
  let hidden = 0;
  for (let i = positions.length - 1; i >= 0; i -= 1) {
    const id = itemAt(positions, i)?.id;
    if (id === undefined || compareStamps(id, since) <= 0) break;
    const entry = entryOf(timeline, id);
    if (entry && isNote(entry) && !passes(filter, entry)) hidden += 1;
  }
  return hidden;
}
