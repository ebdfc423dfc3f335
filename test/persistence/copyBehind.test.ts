import { describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/domain/events';
import { fold } from '../../renderer/domain/fold';
import { summaryOf, type IncidentSummary } from '../../renderer/domain/summary';
import { JournalledLog } from '../../renderer/persistence/journalledLog';
import type { Copy } from '../../renderer/persistence/workingCopy';
import { twoCopies } from '../support/journalledLog';
import { INC_A, logOf } from '../support/logRows';
import { settle } from '../support/settle';

const silent = (): void => undefined;

/** A working copy that writes nothing before it is let to, and says what it was given. */
class HeldCopy {
  readonly puts: { readonly rows: number; readonly count: number | undefined }[] = [];
  #release: () => void = () => undefined;
  readonly #released = new Promise<void>((resolve) => {
    this.#release = resolve;
  });

  constructor(private readonly real: Copy) {}

  release(): void {
    this.#release();
  }

  summaries: Copy['summaries'] = () => this.real.summaries();
  summary: Copy['summary'] = (id) => this.real.summary(id);
  rows: Copy['rows'] = (id) => this.real.rows(id);
  renew: Copy['renew'] = (discard) => this.real.renew(discard);
  put = async (rows: readonly Row[], summary: IncidentSummary | undefined): Promise<void> => {
    this.puts.push({ rows: rows.length, count: summary?.rowCount });
    await this.#released;
    await this.real.put(rows, summary);
  };
}

async function held(notes: number) {
  const stores = await twoCopies();
  await stores.journal.append(logOf(notes));
  const copy = new HeldCopy(stores.copy);
  return { stores, copy, log: new JournalledLog(stores.journal, copy, () => undefined) };
}

describe('a working copy that is rebuilt (LOG7)', () => {
  it('keeps nobody waiting: the rows are there before it holds them', async () => {
    const { stores, copy, log } = await held(3);
    const opened = await log.open(INC_A, silent);
    expect(opened).toMatchObject({ rows: logOf(3), restored: 4 });
    expect(opened.incident.rowCount).toBe(4);
    expect(await stores.copy.rows(INC_A)).toEqual([]);
    copy.release();
    await log.settled();
    expect(await stores.copy.rows(INC_A)).toHaveLength(4);
  });

  it('gets a long log in pieces, and its count with the last one', async () => {
    const { copy, log } = await held(1200);
    copy.release();
    await log.open(INC_A, silent);
    await log.settled();
    expect(copy.puts).toEqual([
      { rows: 500, count: undefined },
      { rows: 500, count: undefined },
      { rows: 201, count: 1201 },
    ]);
  });

  it('gets what is logged meanwhile behind what it lacked, so that its count is right in the end', async () => {
    const { stores, copy, log } = await held(3);
    await log.open(INC_A, silent);
    const summary = summaryOf(fold(logOf(4)));
    if (!summary) throw new Error('no summary');
    const keeping = log.keep(logOf(4).slice(-1), summary);
    await settle();
    expect(copy.puts).toHaveLength(1);
    copy.release();
    await keeping;
    expect(copy.puts.map(({ count }) => count)).toEqual([4, 5]);
    expect((await stores.copy.summary(INC_A))?.rowCount).toBe(5);
  });
});
