import type { Outcome, Settings } from './contract';
import { atomicWrite } from './files/atomicWrite';
import type { FilePort } from './files/filePort';
import { failed, ok } from './files/storageFailure';
import { DEFAULT_SETTINGS, readSettings } from './settingsShape';

/** The settings file. A change counts for this run even when it cannot be written. */
export class SettingsFile {
  private settings = DEFAULT_SETTINGS;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: FilePort,
    private readonly path: string,
  ) {}

  get current(): Settings {
    return this.settings;
  }

  /** Never rejects: without a readable file, settings are those of a new profile. */
  async load(): Promise<Settings> {
    const text = await this.files.readAll(this.path).catch(() => '');
    this.settings = readSettings(text.toString());
    return this.settings;
  }

  /** Merges a change and writes the whole file; changes sent together are written in order. */
  save(patch: Partial<Settings>): Promise<Outcome<Settings>> {
    this.settings = { ...this.settings, ...patch };
    const saved = this.turn.then(() => this.write());
    this.turn = saved;
    return saved;
  }

  private async write(): Promise<Outcome<Settings>> {
    const { settings } = this;
    try {
      await atomicWrite(this.files, this.path, `${JSON.stringify(settings, null, 2)}\n`);
      return ok(settings);
    } catch (error) {
      return failed(error, this.path);
    }
  }
}
