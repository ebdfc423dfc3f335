import { describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/domain/events';
import { fold } from '../../renderer/domain/fold';
import type { IncidentId } from '../../renderer/domain/ids';
import { summaryOf, type IncidentSummary } from '../../renderer/domain/summary';
import { MemoryEventLog } from '../../renderer/persistence/memoryEventLog';
import type { EventLog, OpenedLog } from '../../renderer/persistence/eventLog';
import { twoCopies } from '../support/journalledLog';
import { INC_A, INC_B, declaredRow, logOf, noteRow, rowOf } from '../support/logRows';

const open = (log: EventLog, id: IncidentId): Promise<OpenedLog> => log.open(id, () => undefined);

/** Both of what the session does with accepted rows. */
async function write(log: EventLog, rows: readonly Row[], all = rows): Promise<IncidentSummary> {
  await log.append(rows);
  const summary = summaryOf(fold(all));
  if (!summary) throw new Error('rows without a declaring one have no summary');
  await log.keep(rows, summary);
  return summary;
}

describe.each([
  ['in memory', async (): Promise<EventLog> => new MemoryEventLog()],
  ['over the journal and its working copy', async (): Promise<EventLog> => (await twoCopies()).log],
])('an event log %s (LOG)', (_which, start) => {
  it('gives back what was appended, row for row', async () => {
    const log = await start();
    const rows = logOf(3);
    expect(await log.append(rows)).toEqual({ ok: true, durable: 4 });
    expect(await open(log, INC_A)).toMatchObject({ rows, durable: 4 });
  });

  it('gives back what was appended and kept in the working copy', async () => {
    const log = await start();
    const rows = logOf(3);
    await write(log, rows);
    expect(await open(log, INC_A)).toMatchObject({ rows, durable: 4, restored: 0 });
  });

  it('knows no rows of an incident nobody wrote to', async () => {
    expect(await open(await start(), INC_A)).toMatchObject({ rows: [], durable: 0, restored: 0 });
  });

  it('[LOG1] counts the same row twice as one', async () => {
    const log = await start();
    await log.append(logOf(2));
    expect(await log.append(logOf(3))).toEqual({ ok: true, durable: 4 });
    expect((await open(log, INC_A)).rows).toEqual(logOf(3));
  });

  it('[LOG2] gives rows in log order, in whatever order they came', async () => {
    const log = await start();
    await log.append([declaredRow(), noteRow(3)]);
    await log.append([noteRow(1)]);
    expect(await log.append([noteRow(2)])).toEqual({ ok: true, durable: 4 });
    expect((await open(log, INC_A)).rows).toEqual(logOf(3));
  });

  it('keeps the rows of two incidents apart', async () => {
    const log = await start();
    await log.append(logOf(2, INC_A));
    expect(await log.append(logOf(1, INC_B))).toEqual({ ok: true, durable: 2 });
    expect((await open(log, INC_A)).rows).toEqual(logOf(2, INC_A));
    expect((await open(log, INC_B)).rows).toEqual(logOf(1, INC_B));
  });

  it('[LOG3] gives an event of a later version back byte for byte', async () => {
    const log = await start();
    const raw = { type: 'poll-held', z: 1, a: [null, { deep: 'é\u202e\ud83d\ude80' }], at: 1.5 };
    const rows = [declaredRow(), rowOf(1, { type: 'unrecognised', raw })];
    await write(log, rows);
    const [, read] = (await open(log, INC_A)).rows;
    expect(JSON.stringify(read?.event)).toBe(JSON.stringify({ type: 'unrecognised', raw }));
  });

  it('lists every incident as its newest fold describes it', async () => {
    const log = await start();
    await write(log, logOf(1, INC_A));
    const a = await write(log, [noteRow(2, INC_A)], logOf(2, INC_A));
    const b = await write(log, logOf(0, INC_B));
    const listed = (await log.list()).toSorted((one, other) => (one.id < other.id ? -1 : 1));
    expect(listed).toEqual([a, b]);
  });

  it('takes an empty append without a fault', async () => {
    expect(await (await start()).append([])).toEqual({ ok: true, durable: 0 });
  });
});
