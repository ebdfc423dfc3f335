import type { Outcome } from '../../electron/contract';
import type { Row } from '../domain/events';
import type { IncidentId } from '../domain/ids';
import type { IncidentSummary } from '../domain/summary';
import type { Copy, KeptRow } from './workingCopy';

/**
 * A working copy that is opened only once something has happened, as the first paint: opening IndexedDB
 * and its library's code would take turns from it. Whoever asks before waits.
 */
export class LateCopy implements Copy {
  readonly #open: () => Promise<Copy>;
  #opened: Promise<Copy> | undefined;

  constructor(open: () => Promise<Copy>) {
    this.#open = open;
  }

  async summaries(): Promise<readonly IncidentSummary[]> {
    return (await this.#copy).summaries();
  }

  async summary(id: IncidentId): Promise<IncidentSummary | undefined> {
    return (await this.#copy).summary(id);
  }

  async rows(id: IncidentId): Promise<readonly KeptRow[]> {
    return (await this.#copy).rows(id);
  }

  async put(rows: readonly Row[], summary: IncidentSummary | undefined): Promise<void> {
    return (await this.#copy).put(rows, summary);
  }

  async renew(discard: () => Promise<Outcome<null>>): Promise<Outcome<null>> {
    return (await this.#copy).renew(discard);
  }

  get #copy(): Promise<Copy> {
    return (this.#opened ??= this.#open());
  }
}
