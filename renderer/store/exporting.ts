import { fileNameOf } from '../domain/attachments';
import { incidentName, type Incident } from '../domain/incident';
import { iso } from '../domain/time';
import type { Notices } from './notices';
import { missingImages } from './imageSentences';
import type { ExportedFile, Ports, WithMissing } from './ports';
import type { Session } from './session';
import type { SettingsStore } from './settings';
import { exportSentence } from './storageSentence';
import type { StorageFailure } from '../../electron/contract';
import type { View } from './view';

const FILE_NAME = 'post-mortem.md';

type ExportPorts = Pick<Ports, 'now' | 'timeZone' | 'saveFile' | 'copy' | 'chooseFolder'>;

/** One click: writes the draft, has it checked on the disk, says where it is. */
export class Exporting {
  readonly #session: Session;
  readonly #view: View;
  readonly #notices: Notices;
  readonly #settings: SettingsStore;
  readonly #ports: ExportPorts;
  readonly #rememberFolder: (folder: string) => void;

  constructor(
    stores: {
      readonly session: Session;
      readonly view: View;
      readonly notices: Notices;
      readonly settings: SettingsStore;
    },
    ports: ExportPorts,
    rememberFolder: (folder: string) => void,
  ) {
    this.#session = stores.session;
    this.#view = stores.view;
    this.#notices = stores.notices;
    this.#settings = stores.settings;
    this.#ports = ports;
    this.#rememberFolder = rememberFolder;
  }

  async postMortem(): Promise<void> {
    const { incident } = this.#session.store.getState();
    if (incident.id === null || this.#view.store.getState().exporting) return;
    this.#view.set({ exporting: true });
    try {
      const { text, images } = await this.#markdown(incident);
      const folderName = `${incidentName(incident)} ${incident.title}`;
      const saved = await this.#ports.saveFile({ folderName, fileName: FILE_NAME, text, images });
      if (saved.ok) this.#tellWhere(saved.value);
      else this.#tellWhyNot(saved.failure, text);
    } finally {
      this.#view.set({ exporting: false });
    }
  }

  /** The exporters are loaded when first needed: nobody waits for them at start. */
  async #markdown(incident: Incident): Promise<{ text: string; images: readonly string[] }> {
    const { draftPostMortem } = await import('../exports/draftPostMortem');
    const { postMortemMarkdown } = await import('../exports/postMortemMarkdown');
    const { timeZone } = this.#ports;
    const { severityDefinitions } = this.#settings.store.getState();
    const now = this.#ports.now();
    const draft = draftPostMortem({ incident, now, timeZone, severityDefinitions });
    const images = draft.timeline.log.flatMap(({ attachments = [] }) => attachments.map(fileNameOf));
    return { text: postMortemMarkdown(draft), images: [...new Set(images)] };
  }

  #tellWhere({ path, missing = 0 }: ExportedFile & WithMissing): void {
    if (missing === 0) this.#notices.dismiss('export');
    else
      this.#notices.show({ id: 'export', tone: 'warning', text: missingImages('The post-mortem', missing) });
    this.#view.set({ exported: { path, name: `${FILE_NAME}, ${iso(this.#ports.now())}` } });
  }

  #tellWhyNot(failure: StorageFailure, text: string): void {
    this.#view.set({ exported: null });
    this.#notices.show({
      id: 'export',
      tone: 'error',
      text: `The post-mortem was not written. ${exportSentence(failure)} The log is untouched, and so is an older file if there was one.`,
      actions: [
        { label: 'Try again', perform: () => void this.postMortem() },
        { label: 'Choose another folder', perform: () => void this.#elsewhere() },
        { label: 'Copy the draft', perform: () => void this.#ports.copy(text) },
      ],
    });
  }

  async #elsewhere(): Promise<void> {
    const folder = await this.#ports.chooseFolder();
    if (folder === null) return;
    this.#rememberFolder(folder);
    await this.postMortem();
  }
}
