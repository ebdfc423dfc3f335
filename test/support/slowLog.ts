import type { StorageFailure } from '../../electron/contract';
import type { Row } from '../../renderer/domain/events';
import type { IncidentId } from '../../renderer/domain/ids';
import type { IncidentSummary } from '../../renderer/domain/summary';
import type { Appended, EventLog, OpenedLog, Progress } from '../../renderer/persistence/eventLog';
import { MemoryEventLog } from '../../renderer/persistence/memoryEventLog';

type Step = 'append' | 'open' | 'keep';

/** The real log in memory on a disk whose answers a test holds back, and which it can fill. */
export class SlowLog implements EventLog {
  readonly inner = new MemoryEventLog();
  /** The rows of each append, in the order of the calls. */
  readonly appends: (readonly Row[])[] = [];
  readonly keeps: { rows: readonly Row[]; summary: IncidentSummary }[] = [];
  /** Set to make calls reject, as a broken bridge does. */
  broken: Error | undefined;
  /** Set to make opening say that the journal could not be read. */
  unreadable: StorageFailure | undefined;
  #held = new Map<Step, { readonly gate: Promise<void>; readonly open: () => void }>();

  set failure(failure: StorageFailure | undefined) {
    this.inner.failure = failure;
  }

  /** From now on, answers of this step wait until `release`. */
  hold(step: Step): void {
    const { promise, resolve } = deferred();
    this.#held.set(step, { gate: promise, open: resolve });
  }

  release(step: Step): void {
    this.#held.get(step)?.open();
    this.#held.delete(step);
  }

  list(): Promise<readonly IncidentSummary[]> {
    return this.inner.list();
  }

  /** Reads at once and answers late: what is appended meanwhile is not in the answer. */
  async open(id: IncidentId, onProgress: (progress: Progress) => void): Promise<OpenedLog> {
    if (this.broken) throw this.broken;
    const opened = await this.inner.open(id);
    onProgress({ done: 0, total: opened.rows.length });
    await this.#gate('open');
    return this.unreadable ? { ...opened, failure: this.unreadable } : opened;
  }

  async append(rows: readonly Row[]): Promise<Appended> {
    this.appends.push(rows);
    await this.#gate('append');
    if (this.broken) throw this.broken;
    return this.inner.append(rows);
  }

  async keep(rows: readonly Row[], summary: IncidentSummary): Promise<void> {
    await this.#gate('keep');
    this.keeps.push({ rows, summary });
  }

  catchUp(): Promise<void> {
    return this.inner.catchUp();
  }

  #gate(step: Step): Promise<void> {
    return this.#held.get(step)?.gate ?? Promise.resolve();
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
