import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { MirrorState, StoredRow } from '../../../electron/contract';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import type { Journal } from '../../../electron/journal/journal';
import { Mirror } from '../../../electron/mirror/mirror';
import { faultyFiles, type Faults } from '../support/faultyFiles';
import { startJournal, type PlaceChange, type RunningJournal } from '../support/journalHarness';
import { NOON } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

/** A journal with a second place, a clock that stands still and a quiet period that ends when told to. */
export class MirrorWorld {
  readonly faults: Faults = {};
  readonly told: MirrorState[] = [];
  now = NOON;
  private later: (() => void)[] = [];
  private running: RunningJournal | null = null;
  private mirror: Mirror | null = null;

  constructor(
    readonly profile = tempFolder(),
    readonly stick = join(tempFolder(), 'stick'),
    private readonly change: PlaceChange = {},
  ) {}

  get journal(): Journal {
    if (!this.running) throw new Error('not started');
    return this.running.journal;
  }

  get second(): Mirror {
    if (!this.mirror) throw new Error('not started');
    return this.mirror;
  }

  get copy(): string {
    return join(this.stick, 'incident-console-journal-dev1');
  }

  async start(): Promise<this> {
    await nodeFiles.makeFolder(join(this.profile, 'journal'));
    this.running = await startJournal(this.profile, nodeFiles, {
      changed: (...what) => this.mirror?.journalChanged(...what),
      ...this.change,
    });
    this.later = [];
    this.mirror = new Mirror({
      files: faultyFiles(this.faults),
      journal: this.journal,
      memory: join(this.profile, 'mirror.json'),
      device: 'dev1',
      now: () => this.now,
      later: (ms, run) => void (ms < 10_000 ? this.later.push(run) : undefined),
    });
    await this.mirror.begin((state) => this.told.push(state));
    return this;
  }

  async plugIn(): Promise<this> {
    await nodeFiles.makeFolder(this.stick);
    await this.second.choose(this.stick);
    await this.settled();
    return this;
  }

  async append(...rows: readonly StoredRow[]): Promise<void> {
    const incidentId = rows[0]?.incidentId ?? 'inc1';
    const answer = await this.journal.append(incidentId, rows);
    if (!answer.ok) throw new Error(answer.failure.detail);
  }

  /** All that was begun is done; a quiet period goes on. */
  async settled(): Promise<MirrorState> {
    await this.second.finish();
    return this.second.state();
  }

  /** The quiet period is over. */
  async again(): Promise<MirrorState> {
    const { later } = this;
    this.later = [];
    for (const run of later) run();
    return this.settled();
  }

  unplug(): void {
    renameSync(this.stick, `${this.stick} away`);
  }

  plugBack(): void {
    renameSync(`${this.stick} away`, this.stick);
  }

  async quit(): Promise<void> {
    await this.settled();
    await this.running?.end();
    this.running = null;
    this.mirror = null;
  }

  /** The journal's files, by name. */
  get original(): Readonly<Record<string, string>> {
    return filesOf(join(this.profile, 'journal'));
  }

  get copied(): Readonly<Record<string, string>> {
    return filesOf(this.copy);
  }

  get aside(): Readonly<Record<string, string>> {
    return filesOf(join(this.copy, 'aside'));
  }
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.includes('.ndjson'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
