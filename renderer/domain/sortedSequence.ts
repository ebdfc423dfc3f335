/**
 * An immutable sorted list that is cheap to add to: pieces of at most 256 items, of which a change
 * copies one (and the list of pieces). Adding to 100,000 items costs what adding to 100 costs, to
 * within a few hundred pointers, and every untouched piece keeps its identity (LOG6).
 *
 * Items never compare equal: a comparator must break ties.
 */
export interface SortedSequence<T> {
  readonly length: number;
  readonly pieces: readonly (readonly T[])[];
  /** `starts[i]` = index of the first item of piece i. */
  readonly starts: readonly number[];
}

/** Negative when `a` comes first, positive when `b` does, 0 only for one and the same item. */
export type Order<T> = (a: T, b: T) => number;

const MOST_IN_A_PIECE = 256;

const EMPTY: SortedSequence<never> = { length: 0, pieces: [], starts: [] };

/** The sequence without items. */
export const emptySequence = <T>(): SortedSequence<T> => EMPTY;

/** A sequence of items that are in order already. */
export function fromSorted<T>(sorted: readonly T[]): SortedSequence<T> {
  const pieces: T[][] = [];
  for (let at = 0; at < sorted.length; at += MOST_IN_A_PIECE)
    pieces.push(sorted.slice(at, at + MOST_IN_A_PIECE));
  return pieces.length === 0 ? EMPTY : sequenceOf(pieces);
}

/** The item at `index`, or undefined outside 0 … length − 1. */
export function itemAt<T>(sequence: SortedSequence<T>, index: number): T | undefined {
  if (index < 0 || index >= sequence.length) return undefined;
  const piece = lastAtMost(sequence.starts, index);
  return sequence.pieces[piece]?.[index - (sequence.starts[piece] ?? 0)];
}

/** Puts an item in its place. */
export function insert<T>(sequence: SortedSequence<T>, item: T, order: Order<T>): SortedSequence<T> {
  if (sequence.length === 0) return sequenceOf([[item]]);
  const { piece, within } = place(sequence, item, order);
  const grown = (sequence.pieces[piece] ?? []).toSpliced(within, 0, item);
  if (grown.length > MOST_IN_A_PIECE) {
    return sequenceOf(sequence.pieces.toSpliced(piece, 1, ...split(grown, within)));
  }
  const isLast = piece === sequence.pieces.length - 1;
  return {
    length: sequence.length + 1,
    pieces: sequence.pieces.with(piece, grown),
    starts: isLast ? sequence.starts : sequence.starts.map((start, i) => (i > piece ? start + 1 : start)),
  };
}

/** Takes out the item that compares equal to `item`; the same sequence if there is none. */
export function remove<T>(sequence: SortedSequence<T>, item: T, order: Order<T>): SortedSequence<T> {
  const { piece, within } = place(sequence, item, order);
  const found = sequence.pieces[piece]?.[within];
  if (found === undefined || order(found, item) !== 0) return sequence;
  const rest = (sequence.pieces[piece] ?? []).toSpliced(within, 1);
  return sequenceOf(sequence.pieces.toSpliced(piece, 1, ...(rest.length > 0 ? [rest] : [])));
}

/** Puts `item` where an item that compares equal stands; the same sequence if there is none. */
export function replace<T>(sequence: SortedSequence<T>, item: T, order: Order<T>): SortedSequence<T> {
  const { piece, within } = place(sequence, item, order);
  const found = sequence.pieces[piece]?.[within];
  if (found === undefined || order(found, item) !== 0) return sequence;
  const changed = (sequence.pieces[piece] ?? []).with(within, item);
  return { ...sequence, pieces: sequence.pieces.with(piece, changed) };
}

/** The item that compares equal to `probe`, or undefined. */
export function find<T>(sequence: SortedSequence<T>, probe: T, order: Order<T>): T | undefined {
  const { piece, within } = place(sequence, probe, order);
  const found = sequence.pieces[piece]?.[within];
  return found !== undefined && order(found, probe) === 0 ? found : undefined;
}

/** The index at which `probe` stands or would stand. */
export function indexOf<T>(sequence: SortedSequence<T>, probe: T, order: Order<T>): number {
  const { piece, within } = place(sequence, probe, order);
  return (sequence.starts[piece] ?? 0) + within;
}

/** All items in order. */
export function* items<T>(sequence: SortedSequence<T>): Generator<T> {
  for (const piece of sequence.pieces) yield* piece;
}

/** The sequence of what `keep` leaves of each piece; the order must stay. Costs a call for each piece. */
export function filterItems<T>(
  sequence: SortedSequence<T>,
  keep: (piece: readonly T[]) => readonly T[],
): SortedSequence<T> {
  return sequenceOf(sequence.pieces.map(keep).filter((piece) => piece.length > 0));
}

function place<T>(sequence: SortedSequence<T>, item: T, order: Order<T>): { piece: number; within: number } {
  const last = sequence.pieces.length - 1;
  const piece = Math.min(
    Math.max(0, last),
    firstIndex(sequence.pieces.length, (i) => {
      const end = sequence.pieces[i]?.at(-1);
      return end === undefined || order(end, item) >= 0;
    }),
  );
  const list = sequence.pieces[piece] ?? [];
  const within = firstIndex(list.length, (i) => {
    const here = list[i];
    return here === undefined || order(here, item) >= 0;
  });
  return { piece, within };
}

/** The first of 0 … size − 1 for which `holds`, or `size`; `holds` must not turn false again. */
function firstIndex(size: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const lastAtMost = (starts: readonly number[], index: number): number =>
  firstIndex(starts.length, (i) => (starts[i] ?? 0) > index) - 1;

/** In halves; but a log grows at its end, and there the full piece stays full. */
function split<T>(piece: readonly T[], grownAt: number): readonly (readonly T[])[] {
  const cut = grownAt === piece.length - 1 ? grownAt : piece.length >> 1;
  return [piece.slice(0, cut), piece.slice(cut)];
}

function sequenceOf<T>(pieces: readonly (readonly T[])[]): SortedSequence<T> {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.length;
  }
  return { length, pieces, starts };
}
