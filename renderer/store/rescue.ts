import type { StoredRow } from '../../electron/contract';
import { inLogOrder } from '../domain/fold';
import { incidentName } from '../domain/incident';
import { writeRow } from '../domain/upcast';
import type { EventLog } from '../persistence/eventLog';
import type { NoticeAction, Notices } from './notices';
import type { Ports } from './ports';
import type { Session } from './session';
import { exportSentence, storageSentence } from './storageSentence';

interface Stores {
  readonly log: EventLog;
  readonly session: Session;
  readonly notices: Notices;
}

/** Ways out for an incident that can't be saved where it belongs (BAK10). */
export class Rescue {
  readonly #stores: Stores;
  readonly #ports: Pick<Ports, 'copy' | 'storage'>;

  constructor(stores: Stores, ports: Pick<Ports, 'copy' | 'storage'>) {
    this.#stores = stores;
    this.#ports = ports;
  }

  actions(): readonly NoticeAction[] {
    return [
      { label: 'Copy all', perform: () => void this.copyAll() },
      { label: 'Save elsewhere', perform: () => void this.saveElsewhere() },
    ];
  }

  /** The way to a profile that can be written. */
  leaving(): readonly NoticeAction[] {
    return [{ label: 'Use another folder', perform: () => void this.anotherFolder() }];
  }

  /** What is in memory alone would not come along, so that has to be looked after first. */
  async anotherFolder(anyway = false): Promise<void> {
    const unsaved = this.#stores.session.unsavedRows().length;
    if (unsaved > 0 && !anyway) {
      this.#stores.notices.show({
        id: 'rescue',
        tone: 'warning',
        text: `${unsaved === 1 ? '1 entry is' : `${unsaved} entries are`} in memory only and would not come along. Copy all or save it elsewhere first.`,
        actions: [
          ...this.actions(),
          { label: 'Leave them behind', perform: () => void this.anotherFolder(true) },
        ],
      });
      return;
    }
    const moved = await this.#ports.storage.anotherProfile();
    if (moved && !moved.ok) {
      this.#tell('error', `That folder can’t be used. ${exportSentence(moved.failure)}`);
    }
  }

  /** The whole open incident as text, saved or not. */
  async copyAll(): Promise<void> {
    const { incident } = this.#stores.session.store.getState();
    if (incident.id === null) return this.#tellNothing();
    const { plainLog } = await import('../exports/plainLog');
    await this.#ports.copy(plainLog(incident));
    this.#tell('info', 'The whole incident is on the clipboard. Paste it somewhere safe.');
  }

  /** Every row of the open incident into a folder that a person chooses. */
  async saveElsewhere(): Promise<void> {
    const { incident, openId } = this.#stores.session.store.getState();
    if (openId === null || incident.id === null) return this.#tellNothing();
    const { rows } = await this.#stores.log.open(openId, () => undefined);
    const unsaved = this.#stores.session.unsavedRows().filter((row) => row.incidentId === openId);
    const saved = await this.#ports.storage.saveElsewhere({
      incidentId: openId,
      folderName: `${incidentName(incident)} ${incident.title}`,
      rows: inLogOrder([...rows, ...unsaved]).map((row) => writeRow(row) as StoredRow),
    });
    if (saved === null) return;
    if (!saved.ok) {
      return this.#tell('error', `It could not be saved there either. ${storageSentence(saved.failure)}`);
    }
    const { path, rows: count } = saved.value;
    this.#tell('info', `Written and checked: ${count === 1 ? '1 row' : `${count} rows`} in “${path}”.`);
  }

  #tellNothing(): void {
    this.#tell('info', 'No incident is open, so there is nothing to copy.');
  }

  #tell(tone: 'info' | 'error', text: string): void {
    this.#stores.notices.show({ id: 'rescue', tone, text });
  }
}
