import type { Outcome } from '../../electron/contract';
import type { Row } from '../domain/events';
import type { IncidentId } from '../domain/ids';
import type { IncidentSummary } from '../domain/summary';
import { writeRow } from '../domain/upcast';
import type { KeptRow, Copy } from './workingCopy';

/**
 * Stands in for the working copy where that must be left alone: a newer version wrote it, or no backup
 * could be made before upgrading it. It is filled from the journal at each start.
 */
export class MemoryCopy implements Copy {
  readonly #rows = new Map<IncidentId, Map<string, KeptRow>>();
  readonly #summaries = new Map<IncidentId, IncidentSummary>();

  summaries(): Promise<readonly IncidentSummary[]> {
    return Promise.resolve([...this.#summaries.values()]);
  }

  summary(id: IncidentId): Promise<IncidentSummary | undefined> {
    return Promise.resolve(this.#summaries.get(id));
  }

  rows(id: IncidentId): Promise<readonly KeptRow[]> {
    const rows = [...(this.#rows.get(id)?.values() ?? [])];
    return Promise.resolve(rows.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)));
  }

  put(rows: readonly Row[], summary: IncidentSummary | undefined): Promise<void> {
    for (const row of rows) {
      const own = this.#rows.get(row.incidentId) ?? new Map<string, KeptRow>();
      this.#rows.set(row.incidentId, own.set(row.stamp, writeRow(row)));
    }
    if (summary) this.#summaries.set(summary.id, summary);
    return Promise.resolve();
  }

  renew(): Promise<Outcome<null>> {
    this.#rows.clear();
    this.#summaries.clear();
    return Promise.resolve({ ok: true, value: null });
  }
}
