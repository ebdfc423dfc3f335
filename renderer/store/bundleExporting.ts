import type { Outcome } from '../../electron/contract';
import { bundleNames, EVERYTHING, type ExportNames } from '../exports/bundleNames';
import { iso } from '../domain/time';
import { missingImages } from './imageSentences';
import type { Notices } from './notices';
import type { Ports, SavedBundle } from './ports';
import type { Session } from './session';
import { exportSentence } from './storageSentence';
import type { View } from './view';

type BundlePorts = Pick<Ports, 'now' | 'saveBundle' | 'journalledIncidents' | 'chooseFolder'>;

interface Stores {
  readonly session: Session;
  readonly view: View;
  readonly notices: Notices;
}

/** Writes incidents as a bundle, has it read back, says where it is (BUN1, BUN2). */
export class BundleExporting {
  readonly #stores: Stores;
  readonly #ports: BundlePorts;
  readonly #rememberFolder: (folder: string) => void;

  constructor(stores: Stores, ports: BundlePorts, rememberFolder: (folder: string) => void) {
    this.#stores = stores;
    this.#ports = ports;
    this.#rememberFolder = rememberFolder;
  }

  /** The open incident. */
  async incident(): Promise<void> {
    const { incident } = this.#stores.session.store.getState();
    const { id } = incident;
    if (id === null) return;
    await this.#save(bundleNames(incident), () => Promise.resolve([id]));
  }

  /** All that the journal holds, listed or not. */
  async everything(): Promise<void> {
    await this.#save(EVERYTHING, () => this.#ports.journalledIncidents());
  }

  async #save(names: ExportNames, choose: () => Promise<readonly string[]>): Promise<void> {
    const { session, view, notices } = this.#stores;
    if (view.store.getState().exporting) return;
    // Where the last export went would read as where this one is.
    view.set({ exporting: true, exported: null });
    try {
      await session.settled();
      const incidentIds = await choose();
      if (incidentIds.length === 0) {
        notices.show({ id: 'export', tone: 'info', text: 'There is no incident to export yet.' });
        return;
      }
      const saved = await this.#ports.saveBundle({ ...names, incidentIds });
      if (saved.ok) this.#tellWhere(saved.value);
      else this.#tellWhyNot(saved, () => void this.#save(names, choose));
    } finally {
      view.set({ exporting: false });
    }
  }

  #tellWhere({ path, rows, incidents, missing = 0 }: SavedBundle): void {
    const { session, view, notices } = this.#stores;
    const { unsaved } = session.store.getState();
    const without = unsaved === 0 ? '' : `, without ${count(unsaved, 'entry', 'entries')} not saved yet,`;
    const what = `Bundle of ${count(incidents, 'incident', 'incidents')} with ${count(rows, 'row', 'rows')}${without}`;
    if (missing === 0) notices.dismiss('export');
    else notices.show({ id: 'export', tone: 'warning', text: missingImages('The bundle', missing) });
    view.set({ exported: { path, what, name: `bundle, ${iso(this.#ports.now())}` } });
  }

  #tellWhyNot({ failure }: Extract<Outcome<never>, { ok: false }>, again: () => void): void {
    const { view, notices } = this.#stores;
    view.set({ exported: null });
    notices.show({
      id: 'export',
      tone: 'error',
      text: `The bundle was not written. ${exportSentence(failure)} The log is untouched, and so is an older file if there was one.`,
      actions: [
        { label: 'Try again', perform: again },
        { label: 'Choose another folder', perform: () => void this.#elsewhere(again) },
      ],
    });
  }

  async #elsewhere(again: () => void): Promise<void> {
    const folder = await this.#ports.chooseFolder();
    if (folder === null) return;
    this.#rememberFolder(folder);
    again();
  }
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
