import type { RowOf } from './events';
import type { Stamp } from './ids';
import type { Incident } from './incident';
import { isNote } from './noteKinds';
import { changeEntry, entryOf, inOrder, revised, type Absorbed, type Entry, type Timeline } from './timeline';

/**
 * Two notes become one, and two again (TML15). The row names them and carries no text: what the kept one
 * says is read from both here, so that a redaction of either leaves nothing behind (RED4).
 */
export function evolveMerge(state: Incident, row: RowOf<'entry-merged' | 'entry-unmerged'>): Incident {
  const { event } = row;
  const entry = entryOf(state.timeline, event.entry);
  if (!entry) return state;
  const timeline =
    event.type === 'entry-merged'
      ? merged(state.timeline, entry, { ...row, event })
      : unmerged(state.timeline, entry, row);
  return timeline === state.timeline ? state : { ...state, timeline };
}

/** Two laptops may have merged the same notes either way round: the first row stands. */
function merged(timeline: Timeline, entry: Entry, row: RowOf<'entry-merged'>): Timeline {
  const into = standing(timeline, row.event.into);
  if (!into || into.id === entry.id || entry.merged || !isNote(entry) || !isNote(into)) return timeline;
  const mark = { at: row.recordedAt, by: row.by };
  const images = [...(into.attachments ?? []), ...(entry.attachments ?? [])];
  const kept: Entry = {
    ...revised(into, { text: joined(into, entry) }, row),
    ...(images.length === 0 ? {} : { attachments: images }),
    ...(entry.pinned && !into.pinned ? { pinned: entry.pinned } : {}),
    related: [...(into.related ?? []), entry.id],
    absorbed: [...(into.absorbed ?? []), absorbing(into, entry)],
  };
  const absorbed: Entry = {
    ...entry,
    merged: { ...mark, into: into.id },
    related: [...(entry.related ?? []), into.id],
  };
  return changeEntry(changeEntry(timeline, kept), absorbed);
}

/** Both texts, the one that happened first above; images may stand without words. */
export function joined(one: Entry, other: Entry): string {
  const [first, second] = inOrder(one, other) ? [one, other] : [other, one];
  return [first.text, second.text].filter((text) => text !== '').join('\n');
}

const absorbing = (into: Entry, entry: Entry): Absorbed => ({
  entry: entry.id,
  text: into.text,
  said: joined(into, entry),
  ...(into.attachments ? { attachments: into.attachments } : {}),
});

/** The note stands by itself again; the other goes back to what it said, unless it was reworded since. */
function unmerged(timeline: Timeline, entry: Entry, row: RowOf<'entry-merged' | 'entry-unmerged'>): Timeline {
  if (!entry.merged) return timeline;
  const { merged: mark, ...free } = entry;
  const freed = changeEntry(timeline, free);
  const into = entryOf(timeline, mark.into);
  const before = into?.absorbed?.at(-1);
  if (!into || before?.entry !== entry.id) return freed;
  const { absorbed = [], attachments, ...rest } = into;
  const isUntouched = before.said === into.text;
  const images = isUntouched ? before.attachments : attachments;
  const left: Entry = {
    ...rest,
    ...(images ? { attachments: images } : {}),
    ...(absorbed.length > 1 ? { absorbed: absorbed.slice(0, -1) } : {}),
  };
  return changeEntry(freed, isUntouched ? revised(left, { text: before.text }, row) : left);
}

/** The entry, or the one it stands in by now. */
function standing(timeline: Timeline, id: Stamp): Entry | undefined {
  let entry = entryOf(timeline, id);
  while (entry?.merged) entry = entryOf(timeline, entry.merged.into);
  return entry;
}

/** The note that another was split from says so (TML16). */
export function linked(state: Incident, from: Stamp, part: Stamp): Incident {
  const entry = entryOf(state.timeline, from);
  if (!entry) return state;
  const related = [...(entry.related ?? []), part];
  return { ...state, timeline: changeEntry(state.timeline, { ...entry, related }) };
}
