/** Programs whose computer loses its power while they write. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, processTree, signalQuietly } from '../../build/processTree';
import { ImageDisk } from '../support/imageDisk';
import { NOTHING, openThreeTimes, plus, type Tally } from './killing';
import { highest, inside, randomPause, type Specimen } from './specimen';

export interface CutTally extends Tally {
  /** Files written without fsync just before a cut that were there after it: the simulation's own check. */
  readonly unsyncedKept: number;
  /** Files written with fsync just before a cut that were not. */
  readonly syncedLost: number;
}

const MEGABYTES = 96;
const SYNCED = 'with-fsync';
const UNSYNCED = 'without-fsync';
const CONTENT = 'a control file of the simulation\n'.repeat(200);

/** The disks of one test; `clear` unmounts them, however the test ended. */
export class PowerCuts {
  readonly #disks: ImageDisk[] = [];

  disk(): ImageDisk {
    return this.#keep(ImageDisk.make(MEGABYTES));
  }

  /**
   * Stops every process of a program, keeps the disk as it is at this moment, and kills the stopped ones.
   * Answers the disk that is found when the power is back, and when the first process was stopped.
   */
  async cut(disk: ImageDisk, pid: number, killAll: () => Promise<void>): Promise<[ImageDisk, number]> {
    const tree = processTree(pid);
    const cutAt = Date.now();
    for (const one of tree) signalQuietly(one, 'SIGSTOP');
    if (!isRunning(pid)) throw new Error('the program ended before the power did');
    const found = this.#keep(disk.cutPower());
    await killAll();
    disk.unmount();
    return [found, cutAt];
  }

  clear(): void {
    for (const disk of this.#disks.splice(0)) disk.unmount();
  }

  #keep(disk: ImageDisk): ImageDisk {
    this.#disks.push(disk);
    return disk;
  }
}

/** Cuts the power at random moments under a load of writes; three openings with a write follow each. */
export async function cutPowerWhileWriting(
  cuts: PowerCuts,
  specimen: Specimen,
  times: number,
): Promise<CutTally> {
  let tally: CutTally = { ...NOTHING, unsyncedKept: 0, syncedLost: 0 };
  for (let time = 1; time <= times; time += 1) {
    const disk = cuts.disk();
    const place = inside(disk.folder);
    const program = await specimen.start(place);
    const before = highest(await program.present());
    await program.keepWriting(before + 1);
    await randomPause(300, 2_000);
    writeFile(disk.folder, SYNCED, fsyncSync);
    writeFile(disk.folder, UNSYNCED, () => undefined);
    const [found] = await cuts.cut(disk, program.pid, program.killAll);
    await pause(100); // What the page told before it was stopped still comes in.
    const acknowledged = program.acknowledged();
    const reopened = await openThreeTimes(specimen, inside(found.folder), acknowledged);
    await reopened.program.killAll();
    tally = {
      ...plus(tally, { faults: 1, acknowledged: acknowledged - before, lost: reopened.lost }),
      unsyncedKept: tally.unsyncedKept + Number(isThere(found.folder, UNSYNCED)),
      syncedLost: tally.syncedLost + Number(!isThere(found.folder, SYNCED)),
    };
    found.unmount();
  }
  return tally;
}

function writeFile(folder: string, name: string, secure: (file: number) => void): void {
  const file = openSync(join(folder, name), 'w');
  writeSync(file, CONTENT);
  secure(file);
  closeSync(file);
}

function isThere(folder: string, name: string): boolean {
  const path = join(folder, name);
  return existsSync(path) && readFileSync(path, 'utf8') === CONTENT;
}
