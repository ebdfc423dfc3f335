import { fromSorted, items } from './sortedSequence';
import {
  asHappened,
  asWritten,
  changeEntry,
  entryOf,
  type Entry,
  type Mark,
  type Timeline,
} from './timeline';

/**
 * The timeline without the entries for which `holds` is true, and those (IMP8). What somebody merged into one of
 * them stands by itself again: it came with no file.
 */
export function takeOut(
  timeline: Timeline,
  holds: (entry: Entry) => boolean,
): { readonly timeline: Timeline; readonly out: readonly Entry[] } {
  const out = [...items(timeline.byTime)].filter(holds);
  const gone = new Set(out.map(({ id }) => id));
  const free = (entry: Entry): Entry => {
    if (!entry.merged || !gone.has(entry.merged.into)) return entry;
    const { merged: _gone, ...rest } = entry;
    return rest;
  };
  return {
    timeline: {
      byTime: fromSorted([...items(timeline.byTime)].filter(({ id }) => !gone.has(id)).map(free)),
      positions: fromSorted([...items(timeline.positions)].filter(({ id }) => !gone.has(id))),
    },
    out,
  };
}

/** The timeline with entries that were taken out; what their texts say stands in them again. */
export function putBack(timeline: Timeline, back: readonly Entry[], mark: Mark): Timeline {
  const positions = back.map(({ id, at }) => ({ id, at }));
  let whole: Timeline = {
    byTime: fromSorted([...items(timeline.byTime), ...back].toSorted(asHappened)),
    positions: fromSorted([...items(timeline.positions), ...positions].toSorted(asWritten)),
  };
  for (const { id, absorbed = [] } of back) {
    for (const { entry: part } of absorbed) {
      const entry = entryOf(whole, part);
      if (entry && !entry.merged) whole = changeEntry(whole, { ...entry, merged: { ...mark, into: id } });
    }
  }
  return whole;
}
