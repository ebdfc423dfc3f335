import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../electron/contract';
import type { Notices } from './notices';
import type { Ports } from './ports';
import { storageSentence } from './storageSentence';

/** Auto follows the system. */
export type Theme = Settings['theme'];

export interface SettingsStore {
  readonly store: StoreApi<Settings>;
  /** Takes effect at once; the file follows. */
  readonly change: (patch: Partial<Settings>) => void;
  /** Remembers somebody as the newest of the roster. */
  readonly meet: (person: string) => void;
}

const MOST_PEOPLE = 500;
const RETRY_AFTER_MS = 5_000;
/** Main turns a longer name down: something else was pasted into the field. */
const LONGEST_NAME = 200;

export function createSettings(
  initial: Settings,
  ports: Pick<Ports, 'saveSettings' | 'after'>,
  notices: Notices,
): SettingsStore {
  const store = createStore<Settings>(() => initial);
  let cancelRetry = (): void => undefined;
  const save = async (patch: Partial<Settings>): Promise<void> => {
    const outcome = await ports.saveSettings(patch);
    cancelRetry();
    if (outcome.ok) return notices.dismiss('settings');
    // Main holds what could not be written; asked to change nothing, it writes all of it.
    cancelRetry = ports.after(RETRY_AFTER_MS, () => void save({}));
    notices.show({
      id: 'settings',
      tone: 'warning',
      text: `Your settings could not be saved. ${storageSentence(outcome.failure)} They hold until you quit; incidents are not affected.`,
    });
  };
  const change = (patch: Partial<Settings>): void => {
    const { userName } = patch;
    const fitting = userName === undefined ? patch : { ...patch, userName: userName.slice(0, LONGEST_NAME) };
    store.setState(fitting);
    void save(fitting);
  };
  return {
    store,
    change,
    meet: (person) => {
      const name = person.replace(/\s+/g, ' ').trim();
      const { people } = store.getState();
      if (name === '' || name.length > LONGEST_NAME || people[0] === name) return;
      change({ people: [name, ...people.filter((one) => one !== name)].slice(0, MOST_PEOPLE) });
    },
  };
}
