import type { EpochMs } from '../domain/time';
import { isTickable, type ReviewItem, type ReviewStatus } from './importReview';

/** Where the number of a status stands in `ReviewColumns.status`. */
export const STATUSES: readonly ReviewStatus[] = ['new', 'duplicate', 'here', 'undone', 'future'];

/** What people call a duplicate: it stands twice in the file, or is in the log in one way or another. */
export const DUPLICATES: readonly ReviewStatus[] = ['duplicate', 'here', 'undone'];

/**
 * What ticks, lists and counts ask of every record, side by side: going through a few hundred thousand objects
 * takes longer than a frame, and is done at every key typed into a field.
 */
export interface ReviewColumns {
  /** When each record happened, as `EpochMs`. */
  readonly at: Float64Array;
  /** Which of `STATUSES` each record is. */
  readonly status: Uint8Array;
  /** 1 where a record may be ticked. */
  readonly tickable: Uint8Array;
  /** How many there are of each of `STATUSES`. */
  readonly counts: Uint32Array;
}

/** What is to be imported: nothing but what may be ticked is. */
export interface Ticks {
  /** 1 at the index of each record that is. */
  readonly marks: Uint8Array;
  readonly count: number;
}

/** No record, or none of so many. */
export const noTicks = (length = 0): Ticks => ({ marks: new Uint8Array(length), count: 0 });

/** A window of time; null leaves an end open. */
export interface TimeSpan {
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
}

/** Columns for so many records, to be filled in. */
export const blankColumns = (length: number): ReviewColumns => ({
  at: new Float64Array(length),
  status: new Uint8Array(length),
  tickable: new Uint8Array(length),
  counts: new Uint32Array(STATUSES.length),
});

/** Fills in the record at `index`. */
export function setColumns(
  { at, status, tickable, counts }: ReviewColumns,
  index: number,
  item: ReviewItem,
): void {
  const kind = STATUSES.indexOf(item.status);
  at[index] = item.row.at;
  status[index] = kind;
  counts[kind] = (counts[kind] ?? 0) + 1;
  tickable[index] = isTickable(item) ? 1 : 0;
}

/** How many records there are of these kinds. */
export const countOf = ({ counts }: ReviewColumns, kinds: readonly ReviewStatus[]): number =>
  kinds.reduce((sum, kind) => sum + (counts[STATUSES.indexOf(kind)] ?? 0), 0);

const isOpen = ({ from, to }: TimeSpan): boolean => from === null && to === null;

/** True for the record at `index`, if it lies within the span. */
function isWithin({ at }: ReviewColumns, { from, to }: TimeSpan, index: number): boolean {
  const when = at[index] ?? 0;
  return (from === null || when >= from) && (to === null || when <= to);
}

/** How many are chosen: ticked and within the span. */
export function countChosen(columns: ReviewColumns, { marks, count }: Ticks, span: TimeSpan): number {
  if (isOpen(span)) return count;
  let chosen = 0;
  for (let i = 0; i < marks.length; i += 1) if (marks[i] === 1 && isWithin(columns, span, i)) chosen += 1;
  return chosen;
}

/** The chosen ones, by their index. */
export function chosenIndexes(columns: ReviewColumns, { marks }: Ticks, span: TimeSpan): readonly number[] {
  const chosen: number[] = [];
  for (let i = 0; i < marks.length; i += 1) if (marks[i] === 1 && isWithin(columns, span, i)) chosen.push(i);
  return chosen;
}

/** How many of these kinds there are, and the first of them by their index. */
export interface Listed {
  readonly count: number;
  readonly first: readonly number[];
}

/** The records of some kinds within the span, of which at most `most` are named. */
export function listOf(
  columns: ReviewColumns,
  kinds: readonly ReviewStatus[],
  span: TimeSpan,
  most: number,
): Listed {
  const wanted = STATUSES.map((status) => kinds.includes(status));
  const all = isOpen(span) ? countOf(columns, kinds) : undefined;
  const first: number[] = [];
  let count = 0;
  for (let i = 0; i < columns.status.length && count < (all ?? Infinity); i += 1) {
    if (wanted[columns.status[i] ?? 0] !== true || !isWithin(columns, span, i)) continue;
    if (count < most) first.push(i);
    count += 1;
    if (all !== undefined && count === most) break;
  }
  return { count: all ?? count, first };
}

/** The ticks with those of the given records set or taken away. */
export function withTicks(
  { tickable }: ReviewColumns,
  ticks: Ticks,
  indexes: Iterable<number>,
  on: boolean,
): Ticks {
  const marks = ticks.marks.slice();
  let { count } = ticks;
  for (const i of indexes) {
    const mark = on ? (tickable[i] ?? 0) : 0;
    count += mark - (marks[i] ?? 0);
    marks[i] = mark;
  }
  return { marks, count };
}

/** The new records within the span, by their index. */
export const newWithin = (columns: ReviewColumns, span: TimeSpan): readonly number[] =>
  listOf(columns, ['new'], span, Infinity).first;
