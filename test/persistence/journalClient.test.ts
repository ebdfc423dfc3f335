import { describe, expect, it } from 'vitest';
import type { Bridge, Requests, StorageFailure } from '../../electron/contract';
import { JournalClient } from '../../renderer/persistence/journalClient';
import { freshFolder } from '../support/freshFolder';
import { INC_A, logOf } from '../support/logRows';
import { startMain } from '../support/mainProcess';

const FULL: StorageFailure = { reason: 'disk-full', path: '/journal', detail: 'ENOSPC' };

/** The real journal, of which the n-th call of a channel fails. */
async function failing(channel: keyof Requests, nth: number): Promise<JournalClient> {
  const { bridge } = await startMain(freshFolder('client'));
  let count = 0;
  const call: Bridge['call'] = (asked, ...args) => {
    if (asked === channel) count += 1;
    if (asked !== channel || count !== nth) return bridge.call(asked, ...args);
    return Promise.resolve({ ok: false, failure: FULL } as never);
  };
  return new JournalClient({ call });
}

describe('the page’s end of the journal', () => {
  it('sends and reads more rows than one call carries', async () => {
    const { bridge, calls } = await startMain(freshFolder('client'));
    const client = new JournalClient(bridge);
    const rows = logOf(5_000);
    expect(await client.append(rows)).toEqual({ ok: true, durable: 5_001 });
    const done: number[] = [];
    expect(await client.read(INC_A, (count) => done.push(count))).toEqual({ ok: true, rows });
    expect(done).toEqual([5_000, 5_001]);
    expect(calls.filter((channel) => channel === 'journal:append')).toHaveLength(2);
  });

  it('stops sending at the first part the journal could not take', async () => {
    const client = await failing('journal:append', 2);
    expect(await client.append(logOf(5_000))).toEqual({ ok: false, failure: FULL });
    const read = await client.read(INC_A, () => undefined);
    expect(read.ok && read.rows.length).toBe(5_000);
  });

  it('gives no half-read journal for a whole one', async () => {
    const client = await failing('journal:read', 2);
    await client.append(logOf(5_000));
    expect(await client.read(INC_A, () => undefined)).toEqual({ ok: false, failure: FULL });
  });
});
