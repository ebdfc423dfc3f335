import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { freshFolder } from '../support/freshFolder';

/** What a disk does from now on; what is left out is healthy. */
export interface Sickness {
  /** How long each fsync takes. */
  readonly slowMs?: number;
  /** So many of the next fsyncs fail; 'all' until told otherwise. */
  readonly failingSyncs?: number | 'all';
  readonly failingWrites?: number | 'all';
  readonly error?: 'EIO' | 'EROFS' | 'EDQUOT';
}

/** A disk below the journal of one profile that falls ill and recovers on demand: sickDisk.c. */
export class SickDisk {
  readonly #control = join(freshFolder('sick'), 'control');

  constructor(private readonly profile: string) {}

  /** For the console that is to stand on this disk. */
  get env(): Readonly<Record<string, string>> {
    return {
      LD_PRELOAD: shim(),
      SICK_FOLDER: join(this.profile, 'journal'),
      SICK_CONTROL: this.#control,
    };
  }

  be({ slowMs = 0, failingSyncs = 0, failingWrites = 0, error = 'EIO' }: Sickness): void {
    const times = (count: number | 'all'): number => (count === 'all' ? -1 : count);
    const orders = [slowMs, times(failingSyncs), times(failingWrites), constants.errno[error]];
    writeFileSync(`${this.#control}.new`, `${orders.join(' ')}\n`);
    renameSync(`${this.#control}.new`, this.#control);
  }

  /** Fsyncs that were ordered to fail and have not yet. */
  get syncsLeft(): number {
    return existsSync(this.#control) ? Number(readFileSync(this.#control, 'utf8').split(' ')[1]) : 0;
  }
}

let compiled: string | undefined;

function shim(): string {
  if (compiled !== undefined) return compiled;
  const to = join(freshFolder('shim'), 'sickDisk.so');
  const source = join(import.meta.dirname, 'sickDisk.c');
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', to, source, '-ldl', '-lpthread'], { stdio: 'pipe' });
  compiled = to;
  return to;
}

/** Why no disk can be made sick here; null where one can. */
export function sicknessRefusal(): string | null {
  if (process.platform !== 'linux') return 'disks are made sick on Linux only';
  try {
    shim();
    return null;
  } catch (error) {
    return `nothing can be compiled here (${String(error).split('\n')[0] ?? ''})`;
  }
}
