import type { RowOf } from './events';
import type { ActionItem, Incident } from './incident';

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
      return { ...state, actionItems: [...state.actionItems, item] };
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
