import type { Breathe, ImportRow } from './importTypes';

/** Rows moved between two breaths. */
const AT_A_TIME = 2_000;

/** By time, to the microsecond; at the same one as they stood in the file. */
const compareFine = (a: ImportRow, b: ImportRow): number => a.at - b.at || a.micros - b.micros;

/**
 * The rows by time, at the same one as they came. A file is made of stretches that are in order, forwards or, as
 * some tools write them, backwards; these are merged two by two, a piece at a time, since sorting 200,000 rows in one
 * go takes longer than the window may stand still.
 */
export async function inTimeOrder(
  found: Iterable<ImportRow>,
  breathe: Breathe,
): Promise<readonly ImportRow[]> {
  let runs = await runsOf(found, breathe);
  while (runs.length > 1) {
    const merged: ImportRow[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const [one = [], other = []] = runs.slice(i, i + 2);
      merged.push(await mergedRuns(one, other, breathe));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Stretches in order. What goes up and down all the time is sorted in pieces of a bounded size. */
async function runsOf(found: Iterable<ImportRow>, breathe: Breathe): Promise<ImportRow[][]> {
  const runs: ImportRow[][] = [];
  let run: ImportRow[] = [];
  let isSorted = true;
  const end = (): void => {
    if (run.length > 0) runs.push(isSorted ? run : run.toSorted(compareFine));
    run = [];
    isSorted = true;
  };
  let taken = 0;
  for (const row of found) {
    const last = run.at(-1);
    const follows = last === undefined || compareFine(last, row) <= 0;
    // A long stretch that was in order so far stays as it is.
    if (run.length >= AT_A_TIME && !(isSorted && follows)) end();
    else if (!follows) isSorted = false;
    run.push(row);
    if ((taken += 1) % AT_A_TIME === 0) await breathe();
  }
  end();
  return runs;
}

async function mergedRuns(
  one: readonly ImportRow[],
  other: readonly ImportRow[],
  breathe: Breathe,
): Promise<ImportRow[]> {
  const merged: ImportRow[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [a, b] = [one[i], other[j]];
    if (a && (!b || compareFine(a, b) <= 0)) {
      merged.push(a);
      i += 1;
    } else if (b) {
      merged.push(b);
      j += 1;
    }
    if (merged.length % AT_A_TIME === 0) await breathe();
  }
  return merged;
}
