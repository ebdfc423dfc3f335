import { launchConsole, type LaunchOptions, type RunningConsole } from './electronApp';
import { SmallDisk } from './smallDisk';

/**
 * The consoles and small disks of one test. `clear` ends and unmounts all of them, however the test
 * ended: a mount left behind would outlive the test run.
 */
export class Bench {
  readonly #consoles: RunningConsole[] = [];
  readonly #disks: SmallDisk[] = [];

  constructor(private readonly start: typeof launchConsole = launchConsole) {}

  async launch(options: LaunchOptions = {}): Promise<RunningConsole> {
    const console = await this.start(options);
    this.#consoles.push(console);
    return console;
  }

  /** Starts a console on the data of one that has ended. */
  again({ profile, home }: RunningConsole, options: LaunchOptions = {}): Promise<RunningConsole> {
    return this.launch({ userDataDir: profile, home, ...options });
  }

  /** A disk of its own, mounted on an empty folder or on the one named. */
  disk(megabytes: number, folder?: string): SmallDisk {
    const disk = new SmallDisk(megabytes, folder);
    this.#disks.push(disk);
    return disk;
  }

  async clear(): Promise<void> {
    const ended = await Promise.allSettled(this.#consoles.splice(0).map(({ killAll }) => killAll()));
    for (const disk of this.#disks.splice(0).toReversed()) disk.unmount();
    const stuck = ended.find((one) => one.status === 'rejected');
    if (stuck) throw new Error('a console outlived the test', { cause: stuck.reason });
  }
}
