import { fileNameOf } from '../domain/attachments';
import { incidentName, type Incident } from '../domain/incident';
import type { IncidentId } from '../domain/ids';
import { iso } from '../domain/time';
import { entries } from '../domain/timeline';
import { EXPORT_NAMES, type ExportFormat } from '../exports/exportNames';
import type { Notices } from './notices';
import { missingImages } from './imageSentences';
import { doInPieces, doWhenIdle, utf8 } from './exportPieces';
import type { ExportedFile, Ports, WithMissing } from './ports';
import type { Session } from './session';
import type { SettingsStore } from './settings';
import { exportSentence } from './storageSentence';
import type { StorageFailure } from '../../electron/contract';
import type { View } from './view';

type ExportPorts = Pick<Ports, 'now' | 'timeZone' | 'saveFile' | 'copy' | 'chooseFolder'>;

/** One click: writes the file, has it checked on the disk, says where it is (FMT4). */
export class Exporting {
  readonly #session: Session;
  readonly #view: View;
  readonly #notices: Notices;
  readonly #settings: SettingsStore;
  readonly #ports: ExportPorts;
  readonly #rememberFolder: (folder: string) => void;
  #isWarm = false;

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

  /** Fetches what writes exports, and has it compiled by a rehearsal: else the first export waits for both. */
  async warmUp(): Promise<void> {
    if (this.#isWarm) return;
    this.#isWarm = true;
    const { rehearsal } = await loadExporters();
    const { timeZone } = this.#ports;
    const { incident } = this.#session.store.getState();
    doWhenIdle(rehearsal({ incident, now: this.#ports.now(), timeZone }));
  }

  /** The draft as Markdown: what one click writes. */
  postMortem(): Promise<void> {
    return this.as('markdown');
  }

  async as(format: ExportFormat): Promise<void> {
    const { incident } = this.#session.store.getState();
    if (incident.id === null || this.#view.store.getState().exporting) return;
    this.#view.set({ exporting: true });
    try {
      const parts = await this.#partsOf(format, incident, incident.id);
      const folderName = `${incidentName(incident)} ${incident.title}`;
      const saved = await this.#ports.saveFile({
        folderName,
        fileName: EXPORT_NAMES[format].fileName,
        text: await doInPieces(utf8(parts)),
        images: imagesIn(incident, parts),
      });
      if (saved.ok) this.#tellWhere(format, saved.value);
      else this.#tellWhyNot(format, saved.failure, () => parts.join(''));
    } finally {
      this.#view.set({ exporting: false });
    }
  }

  /** The exporters are loaded when first needed: nobody waits for them at start. */
  async #partsOf(format: ExportFormat, incident: Incident, id: IncidentId): Promise<readonly string[]> {
    const { exportInPieces } = await loadExporters();
    const { timeZone } = this.#ports;
    const { severityDefinitions } = this.#settings.store.getState();
    return doInPieces(
      exportInPieces(format, id, { incident, now: this.#ports.now(), timeZone, severityDefinitions }),
    );
  }

  #tellWhere(format: ExportFormat, { path, missing = 0 }: ExportedFile & WithMissing): void {
    const { fileName, what } = EXPORT_NAMES[format];
    const text = missingImages(`The ${lowerFirst(what)}`, missing);
    if (missing === 0) this.#notices.dismiss('export');
    else this.#notices.show({ id: 'export', tone: 'warning', text });
    this.#view.set({ exported: { path, name: `${fileName}, ${iso(this.#ports.now())}`, what } });
  }

  #tellWhyNot(format: ExportFormat, failure: StorageFailure, text: () => string): void {
    const { what } = EXPORT_NAMES[format];
    this.#view.set({ exported: null });
    this.#notices.show({
      id: 'export',
      tone: 'error',
      text: `The ${lowerFirst(what)} was not written. ${exportSentence(failure)} The log is untouched, and so is an older file if there was one.`,
      actions: [
        { label: 'Try again', perform: () => void this.as(format) },
        { label: 'Choose another folder', perform: () => void this.#elsewhere(format) },
        {
          label: format === 'markdown' ? 'Copy the draft' : 'Copy its text',
          perform: () => void this.#ports.copy(text()),
        },
      ],
    });
  }

  async #elsewhere(format: ExportFormat): Promise<void> {
    const folder = await this.#ports.chooseFolder();
    if (folder === null) return;
    this.#rememberFolder(folder);
    await this.as(format);
  }
}

const loadExporters = () => import('../exports/exportFormats');

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** The images that this document names, whatever its format is, once each. */
function imagesIn({ timeline }: Incident, parts: readonly string[]): readonly string[] {
  const files = new Set<string>();
  for (const { attachments } of entries(timeline))
    if (attachments) for (const image of attachments) files.add(fileNameOf(image));
  return [...files].filter((file) => parts.some((part) => part.includes(file)));
}
