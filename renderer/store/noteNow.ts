import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NoteKeyState } from '../../electron/contract';
import type { EpochMs } from '../domain/time';
import { startedKey } from './attaching';
import type { Drafts } from './drafts';
import type { Notices } from './notices';
import type { Ports } from './ports';
import type { Session } from './session';
import type { View } from './view';

/** Nobody types a note that long after asking for it; then its time is that of the first letter again. */
const STAMP_HOLDS_MS = 60_000;

interface Stores {
  readonly session: Session;
  readonly view: View;
  readonly drafts: Drafts;
  readonly notices: Notices;
}

export interface NoteKeyShown {
  /** Null until main has said. */
  readonly state: NoteKeyState | null;
  /** Why the last choice was refused, in a sentence. */
  readonly refused: string | undefined;
}

/** A note begun from any program: by the key that counts everywhere, or by a start with `--note` (KEY9). */
export class NoteNow {
  readonly store: StoreApi<NoteKeyShown> = createStore<NoteKeyShown>(() => ({
    state: null,
    refused: undefined,
  }));
  readonly #stores: Stores;
  readonly #ports: Pick<Ports, 'after' | 'program'>;

  constructor(stores: Stores, ports: Pick<Ports, 'after' | 'program'>) {
    this.#stores = stores;
    this.#ports = ports;
  }

  async look(): Promise<void> {
    this.store.setState({ state: await this.#ports.program.noteKey() });
  }

  async choose(key: string | null): Promise<void> {
    const choice = await this.#ports.program.chooseNoteKey(key);
    this.store.setState({ state: choice.state, refused: choice.ok ? undefined : choice.why });
  }

  /** The pad has the focus and the moment; text that stands in it keeps its own time. */
  arrived({ at, how }: { readonly at: number; readonly how: 'key' | 'start' }): void {
    const { session, view, notices } = this.#stores;
    if (how === 'key' && this.#isProving()) return;
    const { openId } = session.store.getState();
    if (view.store.getState().dialog?.name !== 'leave') view.closeDialog();
    if (openId === null) {
      return notices.show({
        id: 'refused',
        tone: 'info',
        text: 'No incident is open to write a note in. Declare or open one first.',
      });
    }
    view.set({ atHome: false });
    view.focusPad();
    this.#stamp(openId, at as EpochMs);
  }

  /** In the settings the press is the proof, and nothing else. */
  #isProving(): boolean {
    if (this.#stores.view.store.getState().dialog?.name !== 'settings') return false;
    void this.look();
    return true;
  }

  #stamp(openId: string, at: EpochMs): void {
    const { drafts } = this.#stores;
    const isEmpty = (): boolean => drafts.get(`pad:${openId}`) === '';
    if (!isEmpty()) return;
    const [key, stamp] = [startedKey(openId), String(at)];
    drafts.set(key, stamp);
    this.#ports.after(STAMP_HOLDS_MS, () => {
      if (isEmpty() && drafts.get(key) === stamp) drafts.set(key, '');
    });
  }
}
