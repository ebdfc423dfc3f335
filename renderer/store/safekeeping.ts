import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BackupPreview, BackupSummary, Outcome, StoragePlaces } from '../../electron/contract';
import type { EventLog } from '../persistence/eventLog';
import type { Incidents } from './incidents';
import { integritySentences, type IntegrityFindings } from './integritySentences';
import type { Notices } from './notices';
import type { Ports } from './ports';
import type { Session } from './session';
import { storageSentence } from './storageSentence';
import type { View } from './view';

export interface SafekeepingState {
  readonly places: StoragePlaces | null;
  /** Newest first; null until they have been listed. */
  readonly backups: readonly BackupSummary[] | null;
  /** What is being done, in a word for people; null when nothing is. */
  readonly busy: string | null;
  /** What the last thing done came to. */
  readonly said: string | null;
  /** Why it failed. */
  readonly problem: string | null;
  readonly findings: IntegrityFindings | null;
  readonly preview: BackupPreview | null;
}

interface Stores {
  readonly log: EventLog;
  readonly session: Session;
  readonly incidents: Incidents;
  readonly notices: Notices;
  readonly view: View;
}

const CALM = { busy: null, said: null, problem: null } as const;

/** Backups, restoring and checking, as the settings show them. One thing at a time. */
export class Safekeeping {
  readonly store: StoreApi<SafekeepingState> = createStore<SafekeepingState>(() => ({
    ...CALM,
    places: null,
    backups: null,
    findings: null,
    preview: null,
  }));
  readonly #stores: Stores;
  readonly #ports: Pick<Ports, 'storage'>;

  constructor(stores: Stores, ports: Pick<Ports, 'storage'>) {
    this.#stores = stores;
    this.#ports = ports;
  }

  /** Looks where things are and which backups there are. */
  async look(): Promise<void> {
    const { storage } = this.#ports;
    this.store.setState({ preview: null });
    this.store.setState({ places: await storage.places() });
    await this.#list();
  }

  async show(place: keyof StoragePlaces): Promise<void> {
    if (await this.#ports.storage.show(place)) return;
    this.store.setState({ problem: 'That folder can’t be shown: it may not be there yet.' });
  }

  /** What is on its way to the journal goes into it first (BAK3). */
  async backUp(): Promise<void> {
    await this.#while('Backing up.', async () => {
      await this.#stores.session.settled();
      const taken = await this.#ports.storage.backUp();
      if (!taken.ok) return this.#failed('No backup was written.', taken);
      const { rows, incidents } = taken.value;
      this.#stores.notices.dismiss('backup');
      await this.#list();
      this.#say(`Backed up and checked: ${incidentsText(incidents)}, ${rowsText(rows)}.`);
    });
  }

  async check(): Promise<void> {
    this.store.setState({ findings: null });
    await this.#while('Checking every journal.', async () => {
      await this.#stores.session.settled();
      const report = await this.#ports.storage.checkIntegrity();
      if (!report.ok) return this.#failed('The journals could not be checked.', report);
      const findings = integritySentences(report.value, await this.#stores.log.list());
      this.store.setState({ findings });
      this.#say(findings.summary);
    });
  }

  async openPreview(file: string): Promise<void> {
    this.store.setState({ preview: null });
    await this.#while('Reading the backup.', async () => {
      await this.#stores.session.settled();
      const preview = await this.#ports.storage.preview(file);
      if (preview.ok) this.store.setState({ preview: preview.value });
      else this.#refused(preview);
    });
  }

  /** Adds what only the backup has; the present is backed up first (BAK4, BAK6). */
  async restore(file: string): Promise<boolean> {
    return this.#while('Restoring.', async () => {
      const { log, session, incidents } = this.#stores;
      await session.settled();
      const restored = await this.#ports.storage.restore(file);
      if (!restored.ok) {
        this.#refused(restored);
        return false;
      }
      await log.catchUp(incidents.put);
      const { openId } = session.store.getState();
      if (openId !== null) await session.reread(openId);
      await this.#list();
      const { rows, incidents: count, presentKeptAs } = restored.value;
      const kept = presentKeptAs === null ? '' : ' What was here before is the newest backup.';
      this.#say(
        `Restored: ${rowsText(rows)} added to ${incidentsText(count)}. Nothing was taken away.${kept}`,
      );
      return true;
    });
  }

  async #list(): Promise<void> {
    const backups = await this.#ports.storage.backups();
    if (backups.ok) this.store.setState({ backups: backups.value });
    else this.#failed('The backups can’t be listed.', backups);
  }

  async #while<T>(busy: string, work: () => Promise<T>): Promise<T | false> {
    if (this.store.getState().busy !== null) return false;
    this.store.setState({ ...CALM, busy });
    try {
      return await work();
    } finally {
      this.store.setState({ busy: null });
    }
  }

  #say(said: string): void {
    this.store.setState({ said });
  }

  #failed(what: string, { failure }: Extract<Outcome<never>, { ok: false }>): void {
    this.store.setState({ problem: `${what} ${storageSentence(failure)} The log itself is untouched.` });
  }

  #refused({ failure }: Extract<Outcome<never>, { ok: false }>): void {
    const why = failure.reason === 'failed' ? `${failure.detail}.` : storageSentence(failure);
    this.store.setState({
      problem: `This backup can’t be used: ${why} Nothing was taken away. Try another one.`,
    });
  }
}

const rowsText = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
const incidentsText = (count: number): string => (count === 1 ? '1 incident' : `${count} incidents`);
