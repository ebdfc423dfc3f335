import { join } from 'node:path';
import type { FilePort } from './files/filePort';
import { writeWhole } from './files/wholeWrite';
import { fileTime, type Clock } from './wallClock';

/** One thing that went wrong and should not have. */
export interface Failure {
  /** Which part: `main`, `page`, `drafts`, … */
  readonly where: string;
  readonly message: string;
  readonly stack: string;
}

const MOST_REPORTS = 50;
const MOST_PER_MINUTE = 20;
const MINUTE_MS = 60_000;
const MOST_CHARACTERS = 20_000;

/** What is known of something thrown. */
export function failureOf(where: string, error: unknown): Failure {
  if (error instanceof Error) return { where, message: error.message, stack: error.stack ?? '' };
  return { where, message: String(error), stack: '' };
}

/**
 * Writes a text file for each failure into `<profile>/failures`, for a person to attach to a report.
 * Nothing is sent anywhere. At most 20 a minute and 50 in all, so that an error in a loop does not
 * fill the disk the journal needs. Never rejects: a failure to report a failure ends here.
 */
export class FailureReports {
  private times: readonly number[] = [];
  private turn: Promise<void> = Promise.resolve();
  private number = 0;
  private muted = false;

  constructor(
    private readonly files: FilePort,
    private readonly folder: string,
    private readonly version: string,
    private readonly clock: Clock,
  ) {}

  report(failure: Failure): void {
    void this.file(failure);
  }

  /** The same; answers the report's path, or null when there is none. Never rejects. */
  file(failure: Failure): Promise<string | null> {
    const now = this.clock.mono();
    this.times = this.times.filter((time) => now - time < MINUTE_MS);
    if (this.muted || this.times.length >= MOST_PER_MINUTE) return Promise.resolve(null);
    this.times = [...this.times, now];
    const written = this.turn.then(() => this.write(failure)).catch(() => null);
    this.turn = written.then(() => undefined);
    return written;
  }

  /** Writes nothing from now on: the folder belongs to a newer version. */
  mute(): void {
    this.muted = true;
  }

  /** Waits until everything reported so far is written. */
  async drain(): Promise<void> {
    await this.turn;
  }

  private async write(failure: Failure): Promise<string> {
    await this.files.makeFolder(this.folder);
    this.number += 1;
    const time = this.clock.wall();
    const name = `${fileTime(time)}-${String(this.number).padStart(3, '0')}.txt`;
    const path = join(this.folder, name);
    const file = await this.files.open(path, 'wx');
    try {
      await writeWhole(file, Buffer.from(this.text(failure, time)), 0);
    } finally {
      await file.close();
    }
    const reports = await this.files.list(this.folder);
    for (const old of reports.slice(0, -MOST_REPORTS)) {
      await this.files.remove(join(this.folder, old));
    }
    return path;
  }

  private text({ where, message, stack }: Failure, time: number): string {
    const head = `Incident Console ${this.version} on ${process.platform}, ${new Date(time).toISOString()}`;
    const body = `${message}\n\n${stack}`.slice(0, MOST_CHARACTERS);
    return `${head}\nin: ${where}\n\n${body}\n`;
  }
}
