import type { Stamp } from '../domain/ids';
import type { Console } from './console';
import { reveal } from './finding';

/** Brings an entry into sight; that a filter hid it, and is off now, is said with the way back (FLT3). */
export function revealAndTell({ session, view, notices }: Console, id: Stamp): void {
  const { filter, filterSince } = view.store.getState();
  reveal(session, view, id);
  if (view.store.getState().filter === filter) return;
  notices.show({
    id: 'filter-off',
    tone: 'info',
    brief: true,
    text: 'The filter hid that entry, so it is off now.',
    actions: [
      {
        label: 'Filter again',
        perform: () => {
          view.set({ filter, filterSince });
          notices.dismiss('filter-off');
          view.focusPad();
        },
      },
    ],
  });
}
