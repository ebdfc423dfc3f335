import type { MirrorState, StorageFailure } from '../contract';
import type { FilePort } from '../files/filePort';
import { storageFailure } from '../files/storageFailure';
import type { Journal, JournalExtent } from '../journal/journal';
import { JournalMoved } from './levelFile';
import { MirrorFolder, MirrorMissing } from './mirrorFolder';
import { NO_MIRROR, readMirrorMemory, writeMirrorMemory, type MirrorMemory } from './mirrorMemory';

export interface MirrorPlace {
  readonly files: FilePort;
  readonly journal: Pick<Journal, 'folder' | 'extents'>;
  /** The file that remembers the second place. */
  readonly memory: string;
  readonly device: string;
  readonly now: () => number;
  /** Runs once, later; the program may end before. */
  readonly later: (ms: number, run: () => void) => void;
}

/** A place that is away is asked for this often, however much is logged meanwhile. */
export const QUIET_MS = 5000;
/** A disk that has not answered by then is said to be in the way; the page hears of it, no note waits. */
const PATIENCE_MS = 30_000;
const REMEMBER_EVERY_MS = 10_000;

type Extents = ReadonlyMap<string, JournalExtent>;

/**
 * The journal's second place: a folder a person chose, where each file of the journal is copied to.
 *
 * It follows behind the acknowledgement with a queue of its own and knows the journal only by its files,
 * so that nothing that happens here can hold up or harm a note (MIR2). Nothing here rejects.
 */
export class Mirror {
  private memory: MirrorMemory = NO_MIRROR;
  private folder: MirrorFolder | null = null;
  private readonly dirty = new Set<string>();
  private everything = true;
  private everLevel = false;
  private quiet = false;
  private failure: StorageFailure | null = null;
  private putAside = 0;
  private onlyThere = 0;
  private pass: Promise<void> | null = null;
  /** Incidents levelled so far: a slow place that gets on is not one that hangs. */
  private progress = 0;
  private told = '';
  private changed: (state: MirrorState) => void = () => undefined;
  private rememberedAt = 0;

  constructor(private readonly place: MirrorPlace) {}

  /** Reads where the second place is, and catches up; `changed` hears how it stands. */
  async begin(changed: (state: MirrorState) => void): Promise<void> {
    this.changed = changed;
    this.take(await readMirrorMemory(this.place.files, this.place.memory));
    this.run();
  }

  /** Rows were acknowledged, or erased. */
  journalChanged(incidentId: string, how: 'appended' | 'erased'): void {
    if (!this.folder) return;
    this.dirty.add(incidentId);
    // What only the copy had may be here now.
    if (this.onlyThere > 0) this.everything = true;
    if (how === 'erased') {
      this.folder.forget(incidentId);
      this.memory = { ...this.memory, redactionWaits: true };
    }
    this.run();
  }

  async state(): Promise<MirrorState> {
    const { failure, putAside, onlyThere } = this;
    const { folder, since, redactionWaits } = this.memory;
    if (folder === null) return OFF;
    const standing = failure ? 'behind' : this.everLevel ? 'level' : 'starting';
    const rowsBehind = failure ? this.behind(await this.place.journal.extents()) : 0;
    return { folder, standing, rowsBehind, since, failure, redactionWaits, putAside, onlyThere };
  }

  /** Another folder, or none. What is in the old one stays there. */
  async choose(folder: string | null): Promise<MirrorState> {
    this.take({ ...NO_MIRROR, folder });
    await this.remember();
    this.run();
    await this.tell();
    return this.state();
  }

  /** Does what is left to do, as far as the place is there. For the program's end. */
  async finish(): Promise<void> {
    this.run();
    while (this.pass) await this.pass;
    if (this.folder) await this.remember();
  }

  private take(memory: MirrorMemory): void {
    const { files, journal, device, now } = this.place;
    const { folder: chosen } = memory;
    this.memory = memory;
    this.folder =
      chosen === null ? null : new MirrorFolder({ files, journal: journal.folder, chosen, device, now });
    this.everything = true;
    this.everLevel = false;
    this.quiet = false;
    this.failure = null;
    this.putAside = 0;
    this.onlyThere = 0;
  }

  private run(): void {
    if (this.pass || this.quiet || !this.folder) return;
    this.pass = this.work(this.folder).finally(() => {
      this.pass = null;
      if (this.everything || this.dirty.size > 0) this.run();
    });
    this.watch(this.pass, this.progress);
  }

  private watch(pass: Promise<void>, progress: number): void {
    this.place.later(PATIENCE_MS, () => {
      if (this.pass !== pass) return;
      if (this.progress === progress) void this.trouble(NO_ANSWER);
      else this.watch(pass, this.progress);
    });
  }

  private async work(folder: MirrorFolder): Promise<void> {
    try {
      await folder.prepare(this.memory.begun);
      const extents = await this.place.journal.extents();
      const all = this.everything;
      const due = all ? [...extents.keys()] : [...this.dirty];
      this.everything = false;
      this.dirty.clear();
      for (const incidentId of due) await this.level(folder, incidentId, extents);
      if (all) await this.lookAround(folder, extents);
      if (folder === this.folder) await this.succeeded();
    } catch (error) {
      if (folder === this.folder) await this.heed(error, folder);
    }
  }

  private async level(folder: MirrorFolder, incidentId: string, extents: Extents): Promise<void> {
    const extent = extents.get(incidentId);
    if (!extent) return;
    const putAside = await folder.level(incidentId, extent.files);
    if (folder !== this.folder) return;
    this.progress += 1;
    this.putAside += putAside;
    const rows = { ...this.memory.rows, [incidentId]: extent.rows };
    this.memory = { ...this.memory, begun: true, rows };
  }

  private async lookAround(folder: MirrorFolder, extents: Extents): Promise<void> {
    const there = await folder.incidents();
    this.onlyThere = [...there].filter((id) => (extents.get(id)?.rows ?? 0) === 0).length;
  }

  private async succeeded(): Promise<void> {
    const erasing = this.everything || this.dirty.size > 0;
    const wasBehind = this.memory.since !== null || !this.everLevel;
    this.failure = null;
    this.everLevel = true;
    const redactionWaits = erasing && this.memory.redactionWaits;
    this.memory = { ...this.memory, since: null, redactionWaits };
    if (wasBehind || this.place.now() - this.rememberedAt >= REMEMBER_EVERY_MS) await this.remember();
    await this.tell();
  }

  private async heed(error: unknown, folder: MirrorFolder): Promise<void> {
    this.everything = true;
    folder.forgetAll();
    this.quiet = true;
    this.place.later(QUIET_MS, () => {
      if (folder !== this.folder) return;
      this.quiet = false;
      this.run();
    });
    // The journal itself was written anew, or can't be read, which is told elsewhere.
    if (error instanceof JournalMoved) return;
    const path = error instanceof MirrorMissing ? error.path : folder.path;
    await this.trouble(storageFailure(error, path));
  }

  private async trouble(failure: StorageFailure): Promise<void> {
    this.failure = failure;
    if (this.memory.since === null) {
      this.memory = { ...this.memory, since: this.place.now() };
      await this.remember();
    }
    await this.tell();
  }

  private behind(extents: Extents): number {
    const missing = [...extents].map(([id, { rows }]) => Math.max(0, rows - (this.memory.rows[id] ?? 0)));
    return missing.reduce((sum, rows) => sum + rows, 0);
  }

  /** Its own file's trouble is not the mirror's: what it would say is found out anew. */
  private async remember(): Promise<void> {
    this.rememberedAt = this.place.now();
    await writeMirrorMemory(this.place.files, this.place.memory, this.memory).catch(() => undefined);
  }

  private async tell(): Promise<void> {
    const state = await this.state();
    const text = JSON.stringify(state);
    if (text === this.told) return;
    this.told = text;
    this.changed(state);
  }
}

const NO_ANSWER: StorageFailure = { reason: 'failed', path: '', detail: 'it does not answer' };

const OFF: MirrorState = {
  folder: null,
  standing: 'off',
  rowsBehind: 0,
  since: null,
  failure: null,
  redactionWaits: false,
  putAside: 0,
  onlyThere: 0,
};
