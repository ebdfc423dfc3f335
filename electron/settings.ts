import type { Outcome, Settings } from './contract';
import { atomicWrite } from './files/atomicWrite';
import type { FilePort } from './files/filePort';
import { failed, ok } from './files/storageFailure';
import { DEFAULT_SETTINGS, readSettings } from './settingsShape';

/** The settings file. A change counts for this run even when it cannot be written. */
export class SettingsFile {
  private settings = DEFAULT_SETTINGS;
  private turn: Promise<unknown> = Promise.resolve();
  /** What was changed last is not on the disk. */
  private behind = false;

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

  /** Waits for what is being written; what the disk refused before is tried once more. Never rejects. */
  async drain(): Promise<void> {
    await this.turn;
    if (this.behind) await this.write();
  }

  private async write(): Promise<Outcome<Settings>> {
    const { settings } = this;
    try {
      await atomicWrite(this.files, this.path, `${JSON.stringify(settings, null, 2)}\n`);
      this.behind = false;
      return ok(settings);
    } catch (error) {
      this.behind = true;
      return failed(error, this.path);
    }
  }
}
