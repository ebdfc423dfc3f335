import * as v from 'valibot';
import type { KeptAlarm } from './alarmRules';
import { atomicWrite } from './files/atomicWrite';
import type { FilePort } from './files/filePort';
import { epochMsShape, incidentIdShape } from './rowShape';

/** A promised update as it crosses the process border and as it is kept. */
export const armedUpdateShape = v.strictObject({
  incidentId: incidentIdShape,
  lane: v.literal('internal'),
  title: v.pipe(v.string(), v.maxLength(1000)),
  dueAt: epochMsShape,
  snoozed: v.boolean(),
});

const fileShape = v.object({
  format: v.literal(1),
  alarms: v.array(
    v.object({
      update: armedUpdateShape,
      intervalMs: v.pipe(v.number(), v.finite()),
      rung: v.pipe(v.number(), v.integer(), v.minValue(-1)),
    }),
  ),
});

/** The alarms on disk, so that they ring after a restart even before the page has loaded. */
export class AlarmFile {
  private pending: readonly KeptAlarm[] | null = null;
  private writing: Promise<void> | null = null;

  constructor(
    private readonly files: FilePort,
    private readonly path: string,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Empty when there is none or it can't be read: the page arms its open incident anew anyway. */
  async load(): Promise<readonly KeptAlarm[]> {
    try {
      return v.parse(fileShape, JSON.parse((await this.files.readAll(this.path)).toString())).alarms;
    } catch {
      return [];
    }
  }

  /** Writes in the background, the newest list last; an alarm rings also when this fails. */
  save(alarms: readonly KeptAlarm[]): void {
    this.pending = alarms;
    this.writing ??= this.writeAll();
  }

  async drain(): Promise<void> {
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.pending) {
      const content = `${JSON.stringify({ format: 1, alarms: this.pending }, null, 1)}\n`;
      this.pending = null;
      await atomicWrite(this.files, this.path, content).catch(this.onFailure);
    }
    this.writing = null;
  }
}
