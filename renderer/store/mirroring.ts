import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MirrorState } from '../../electron/contract';
import type { EventLog } from '../persistence/eventLog';
import type { Incidents } from './incidents';
import { asideSentence, behindSentence, onlyThereSentence } from './mirrorSentences';
import type { Notices } from './notices';
import type { Ports } from './ports';
import type { Session } from './session';
import type { SettingsStore } from './settings';
import { exportSentence, storageSentence } from './storageSentence';
import type { View } from './view';
import { shownZone } from './zone';

export interface MirroringState {
  /** Null until it is known. */
  readonly mirror: MirrorState | null;
  readonly busy: boolean;
  /** What the last thing done came to. */
  readonly said: string | null;
  readonly problem: string | null;
}

interface Stores {
  readonly log: EventLog;
  readonly session: Session;
  readonly incidents: Incidents;
  readonly notices: Notices;
  readonly view: View;
  readonly settings: SettingsStore;
}

const CALM = { said: null, problem: null } as const;

/** The journal's second place, as the settings and the notice bar show it. */
export class Mirroring {
  readonly store: StoreApi<MirroringState> = createStore<MirroringState>(() => ({
    ...CALM,
    mirror: null,
    busy: false,
  }));
  readonly #stores: Stores;
  readonly #ports: Ports;

  constructor(stores: Stores, ports: Ports) {
    this.#stores = stores;
    this.#ports = ports;
  }

  async look(): Promise<void> {
    this.store.setState({ ...CALM });
    this.take(await this.#ports.storage.mirror.state());
  }

  /** How the second place stands now. Trouble is said until it is over, the rest once. */
  take(mirror: MirrorState): void {
    const { notices, view } = this.#stores;
    const before = this.store.getState().mirror;
    this.store.setState({ mirror });
    if (mirror.standing === 'behind') {
      const text = behindSentence(mirror, this.#ports.now(), this.#zone());
      const settings = { label: 'Settings', perform: () => view.openDialog({ name: 'settings' }) };
      notices.show({ id: 'mirror', tone: 'warning', standing: true, text, actions: [settings] });
    } else notices.dismiss('mirror');
    if (mirror.putAside > (before?.putAside ?? 0)) {
      notices.show({ id: 'mirror-aside', tone: 'warning', text: asideSentence(mirror) });
    }
    if (mirror.onlyThere === 0) notices.dismiss('mirror-only');
    else if (mirror.onlyThere > (before?.onlyThere ?? 0)) {
      const text = onlyThereSentence(mirror);
      const takeIn = { label: 'Add them here', perform: () => void this.restore() };
      notices.show({ id: 'mirror-only', tone: 'info', text, actions: [takeIn] });
    }
  }

  async choose(): Promise<void> {
    await this.#while(async () => {
      const chosen = await this.#ports.storage.mirror.choose();
      if (chosen === null) return;
      if (chosen.ok) this.take(chosen.value);
      else this.#failed(`The journal is not copied there. ${exportSentence(chosen.failure)}`);
    });
  }

  async turnOff(): Promise<void> {
    await this.#while(async () => {
      this.take(await this.#ports.storage.mirror.turnOff());
      this.store.setState({ said: 'Turned off. What was copied stays where it is.' });
    });
  }

  async show(): Promise<void> {
    if (await this.#ports.storage.mirror.show()) return;
    this.#failed('That folder can’t be shown: it may not be there at the moment.');
  }

  /** Adds what only the second place has, after a backup of the present (MIR6). */
  async restore(): Promise<void> {
    await this.#while(async () => {
      const { log, session, incidents, notices } = this.#stores;
      await session.settled();
      const restored = await this.#ports.storage.mirror.restore();
      if (!restored.ok) {
        const why = storageSentence(restored.failure);
        return this.#failed(`Not everything could be added from the mirror. ${why} Nothing was taken away.`);
      }
      await log.catchUp(incidents.put);
      const { openId } = session.store.getState();
      if (openId !== null) await session.reread(openId);
      notices.dismiss('mirror-only');
      const { rows, incidents: count } = restored.value;
      const to = count === 1 ? '1 incident' : `${count} incidents`;
      const said =
        rows === 0
          ? 'Nothing in the mirror is missing here.'
          : `Added from the mirror: ${rows === 1 ? '1 row' : `${rows} rows`} to ${to}. Nothing was taken away.`;
      this.store.setState({ said });
      this.take(await this.#ports.storage.mirror.state());
    });
  }

  async #while(work: () => Promise<void>): Promise<void> {
    if (this.store.getState().busy) return;
    this.store.setState({ ...CALM, busy: true });
    try {
      await work();
    } finally {
      this.store.setState({ busy: false });
    }
  }

  #failed(problem: string): void {
    this.store.setState({ problem });
  }

  #zone(): string {
    return shownZone({ settings: this.#stores.settings, ports: this.#ports });
  }
}
