import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './freshFolder';
import { unmount } from './smallDisk';

/**
 * A real file system in a file, of which a copy can be had as a power cut would leave it: the copy holds
 * what reached the (pretended) disk, and nothing of what the system only has in memory.
 */
export class ImageDisk {
  readonly folder: string;
  readonly #image: string;

  private constructor(image: string) {
    this.#image = image;
    this.folder = join(freshFolder('image'), 'mounted');
    mkdirSync(this.folder);
    run('mount', '-o', 'loop', image, this.folder);
  }

  /** An empty ext4, with its journal and its delayed allocation, as most Linux machines have it. */
  static make(megabytes: number): ImageDisk {
    const image = join(freshFolder('image'), 'disk.img');
    run('truncate', '-s', `${megabytes}M`, image);
    run('mkfs.ext4', '-q', '-F', image);
    return new ImageDisk(image);
  }

  /** The disk as it would be found if the power went now. Who writes to it must be stopped. */
  cutPower(): ImageDisk {
    const copy = join(freshFolder('image'), 'disk.img');
    run('cp', '--sparse=always', this.#image, copy);
    return new ImageDisk(copy);
  }

  /** Its content is gone with it. */
  unmount(): void {
    unmount(this.folder);
    rmSync(this.#image, { force: true });
  }
}

let refusal: string | null | undefined;

/** Why this machine lets us mount no image; null where it does. */
export function imageRefusal(): string | null {
  if (refusal !== undefined) return refusal;
  try {
    ImageDisk.make(8).unmount();
    refusal = null;
  } catch (error) {
    refusal = `no ext4 image can be made and mounted here (${String(error).trim().split('\n').at(-1) ?? ''})`;
  }
  return refusal;
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'pipe' });
}
