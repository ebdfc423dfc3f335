import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './freshFolder';

/** What another program has written until nothing went in any more. */
const FILLER = 'another-program.bin';

/** A file system of a few megabytes in memory, which can be full or read-only without harm to the machine. */
export class SmallDisk {
  readonly folder: string;

  constructor(megabytes: number, folder = freshFolder('disk')) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder);
  }

  /** Another program writes until the disk takes not one byte more, or so many. */
  fillUp(leaving = 0): void {
    const file = openSync(join(this.folder, FILLER), 'a');
    try {
      for (const size of [1024 * 1024, 4096, 1]) writeUntilFull(file, Buffer.alloc(size, 1));
      ftruncateSync(file, fstatSync(file).size - leaving);
    } finally {
      closeSync(file);
    }
  }

  /** The other program's file is deleted. */
  makeRoom(): void {
    rmSync(join(this.folder, FILLER), { force: true });
  }

  /** Refused by the system while a file on it is open for writing. */
  remount(how: 'ro' | 'rw'): void {
    mount('-o', `remount,${how}`, this.folder);
  }

  unmount(): void {
    unmount(this.folder);
  }
}

/** Detaches at once, whatever a dying process still holds. Not mounted (any more) is fine. */
export function unmount(folder: string): void {
  try {
    execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
  } catch (error) {
    if (!/not mounted|no mount point|not found/.test(String(error))) throw error;
  }
}

let refusal: string | null | undefined;

/** Why this machine lets us mount nothing; null where it does. */
export function mountRefusal(): string | null {
  if (refusal !== undefined) return refusal;
  try {
    new SmallDisk(1).unmount();
    refusal = null;
  } catch (error) {
    refusal = `no file system can be mounted here (${String(error).trim().split('\n').at(-1) ?? ''})`;
  }
  return refusal;
}

function mount(...args: readonly string[]): void {
  execFileSync('mount', args, { stdio: 'pipe' });
}

function writeUntilFull(file: number, piece: Buffer): void {
  try {
    for (;;) if (writeSync(file, piece) < piece.length) return;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
