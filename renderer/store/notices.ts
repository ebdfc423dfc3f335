import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ports } from './ports';
import { visibleText } from '../exports/visibleText';

export interface NoticeAction {
  readonly label: string;
  readonly perform: () => void;
}

/** A sentence above everything else that stays until it is dealt with. */
export interface Notice {
  /** A second notice with the same id takes the first one's place. */
  readonly id: string;
  readonly tone: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly actions?: readonly NoticeAction[];
  /** Standing notices end by themselves when what they tell of has ended. */
  readonly standing?: boolean;
  /** Told about a key just pressed: it goes by itself after a while. */
  readonly brief?: boolean;
}

export interface Notices {
  readonly store: StoreApi<readonly Notice[]>;
  readonly show: (notice: Notice) => void;
  readonly dismiss: (id: string) => void;
}

/** Long enough to be read twice. */
const BRIEF_MS = 8_000;

export function createNotices(after?: Ports['after']): Notices {
  const store = createStore<readonly Notice[]>(() => []);
  const without = (id: string): readonly Notice[] =>
    store.getState().some((one) => one.id === id)
      ? store.getState().filter((one) => one.id !== id)
      : store.getState();
  return {
    store,
    show: (given) => {
      const notice = { ...given, text: visibleText(given.text) };
      const list = store.getState();
      const known = list.some((one) => one.id === notice.id);
      store.setState(
        known ? list.map((one) => (one.id === notice.id ? notice : one)) : [...list, notice],
        true,
      );
      if (notice.brief) {
        after?.(BRIEF_MS, () =>
          store.setState(
            store.getState().filter((one) => one !== notice),
            true,
          ),
        );
      }
    },
    dismiss: (id) => store.setState(without(id), true),
  };
}
