import type { RowOf } from './events';
import type { ActionItem, Incident } from './incident';
import { changeEntry, entryOf } from './timeline';

/** Action items as far as the incident itself needs them (ACT1, ACT2). */
export function evolveAction(
  state: Incident,
  row: RowOf<'action-item-added' | 'action-item-moved'>,
): Incident {
  const { event } = row;
  switch (event.type) {
    case 'action-item-added': {
      const { type: _type, redacted: _erased, ...said } = event;
      const item: ActionItem = { ...said, id: row.stamp, state: 'open', addedAt: row.at };
      return { ...withItem(state, row), actionItems: [...state.actionItems, item] };
    }
    case 'action-item-moved': {
      const { item: id, to, note } = event;
      if (!state.actionItems.some((item) => item.id === id)) return state;
      const change = { state: to, ...(note === undefined ? {} : { note }) };
      return {
        ...state,
        actionItems: state.actionItems.map((item) => (item.id === id ? { ...item, ...change } : item)),
      };
    }
  }
}

/** The entry it was made from says so, too (ACT3). */
function withItem(
  state: Incident,
  { stamp, event }: RowOf<'action-item-added' | 'action-item-moved'>,
): Incident {
  const from = event.type === 'action-item-added' && event.from !== undefined ? event.from : undefined;
  const entry = from === undefined ? undefined : entryOf(state.timeline, from);
  if (!entry) return state;
  const timeline = changeEntry(state.timeline, { ...entry, items: [...(entry.items ?? []), stamp] });
  return { ...state, timeline };
}
