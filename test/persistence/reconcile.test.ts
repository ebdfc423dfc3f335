import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../electron/files/nodeFiles';
import type { Row } from '../../renderer/domain/events';
import { fold } from '../../renderer/domain/fold';
import { summaryOf, type IncidentSummary } from '../../renderer/domain/summary';
import { writeRow } from '../../renderer/domain/upcast';
import type { Progress } from '../../renderer/persistence/eventLog';
import { faultyFiles, systemError, type Faults } from '../electron/support/faultyFiles';
import { freshDatabase, twoCopies, type TwoCopies } from '../support/journalledLog';
import { freshFolder } from '../support/freshFolder';
import { INC_A, INC_B, declaredRow, logOf, noteRow, rowOf } from '../support/logRows';

const silent = (): void => undefined;

function summary(rows: readonly Row[]): IncidentSummary {
  const made = summaryOf(fold(rows));
  if (!made) throw new Error('rows without a declaring one have no summary');
  return made;
}

/** Puts each list into one store alone, as if the other had lost or never got the rest. */
async function diverged({ journal, copy }: TwoCopies, inJournal: readonly Row[], inCopy: readonly Row[]) {
  if (inJournal.length > 0) await journal.append(inJournal);
  if (inCopy.length > 0) await copy.put(inCopy, summary(inCopy));
}

/** What either store holds in the end. */
async function contents({ log, journal, copy }: TwoCopies, id = INC_A) {
  await log.settled();
  const read = await journal.read(id, silent);
  if (!read.ok) throw new Error(read.failure.detail);
  return { journal: read.rows, copy: await copy.rows(id) };
}

const inLogOrder = (rows: readonly { stamp: string }[]): readonly { stamp: string }[] =>
  rows.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));

describe('two copies that differ become their union (LOG7)', () => {
  const [zero, one, two, three] = [declaredRow(), noteRow(1), noteRow(2), noteRow(3)];

  it.each([
    ['the working copy is missing', [zero, one, two, three], [], 4],
    ['the working copy is behind', [zero, one, two, three], [zero, one], 2],
    ['the working copy has a hole', [zero, one, two, three], [zero, one, three], 1],
    ['the working copy is ahead', [zero, one], [zero, one, two, three], 0],
    ['the journal has a hole', [zero, three], [zero, one, two, three], 0],
    ['the journal is missing', [], [zero, one, two, three], 0],
    ['each has what the other lacks', [zero, one, three], [zero, two], 2],
  ])('when %s', async (_when, inJournal, inCopy, restored) => {
    const stores = await twoCopies();
    await diverged(stores, inJournal, inCopy);
    const rows = [zero, one, two, three];
    expect(await stores.log.open(INC_A, silent)).toMatchObject({ rows, durable: 4, restored });
    const { journal, copy } = await contents(stores);
    expect(inLogOrder(journal)).toEqual(rows);
    expect(copy).toEqual(rows);
    expect(stores.troubles).toEqual([]);
  });

  it('and are then read from the working copy alone, also after a restart', async () => {
    const stores = await twoCopies();
    await diverged(stores, logOf(3), logOf(1));
    await stores.log.open(INC_A, silent);
    const again = await stores.restart();
    expect(await again.log.open(INC_A, silent)).toMatchObject({ rows: logOf(3), durable: 4, restored: 0 });
    expect(again.main.calls).toEqual(['journal:state']);
  });

  it('also when the working copy dropped a row and still counts it', async () => {
    const database = freshDatabase();
    const stores = await twoCopies({}, freshFolder('log'), database);
    await stores.journal.append(logOf(3));
    await stores.copy.put(logOf(3), summary(logOf(3)));
    const raw = await new Dexie(database).open();
    await raw.table('rows').delete([INC_A, noteRow(2).stamp]);
    raw.close();
    expect(await stores.log.open(INC_A, silent)).toMatchObject({ rows: logOf(3), durable: 4, restored: 1 });
    expect((await contents(stores)).copy).toEqual(logOf(3));
  });

  it('and rows of another incident stay where they are', async () => {
    const stores = await twoCopies();
    await diverged(stores, logOf(2, INC_A), []);
    await diverged(stores, [], logOf(1, INC_B));
    expect(await stores.log.open(INC_A, silent)).toMatchObject({
      rows: logOf(2, INC_A),
      durable: 3,
      restored: 3,
    });
    expect(await contents(stores, INC_B)).toEqual({ journal: [], copy: logOf(1, INC_B) });
  });

  it('[LOG3] and an event of a later version is the same in both, byte for byte', async () => {
    const stores = await twoCopies();
    const raw = { type: 'poll-held', z: 1, a: [null, { deep: 'é\u202e\ud83d\ude80' }] };
    const unread = rowOf(1, { type: 'unrecognised', raw });
    const later = rowOf(2, { type: 'unrecognised', raw });
    await diverged(stores, [zero, unread], [zero, later]);
    await stores.log.open(INC_A, silent);
    const { journal, copy } = await contents(stores);
    const written = [zero, unread, later].map((row) => JSON.stringify(writeRow(row).event));
    expect(journal.map(({ event }) => JSON.stringify(event))).toEqual(written);
    expect(copy.map(({ event }) => JSON.stringify(event))).toEqual(written);
  });

  it('says how far a long rebuild is', async () => {
    const stores = await twoCopies();
    const rows = logOf(5_000);
    await stores.journal.append(rows);
    const told: Progress[] = [];
    const opened = await stores.log.open(INC_A, (progress) => told.push(progress));
    expect(opened.rows).toEqual(rows);
    const total = rows.length;
    expect(told).toEqual([5_000, total].map((done) => ({ done, total })));
  });
});

describe('a journal that cannot be used (LOG8)', () => {
  it('that cannot be read shows what the working copy holds, and says why', async () => {
    const files = { ...nodeFiles };
    const stores = await twoCopies({ files });
    await diverged(stores, logOf(3), logOf(2));
    files.list = () => Promise.reject(systemError('EIO'));
    const { rows, durable, restored, failure } = await stores.log.open(INC_A, silent);
    expect({ rows, durable, restored }).toEqual({ rows: logOf(2), durable: 0, restored: 0 });
    expect(failure).toMatchObject({ reason: 'failed', detail: 'EIO: injected by a test' });
  });

  it('one file of which cannot be read gets its rows anew from the working copy', async () => {
    const faults: Faults = {};
    const stores = await twoCopies({ files: faultyFiles(faults) });
    await diverged(stores, logOf(2), logOf(3));
    faults.open = (path, flags) => {
      if (flags === 'r' && path.endsWith('.0001.ndjson')) throw systemError('EIO');
    };
    expect(await stores.log.open(INC_A, silent)).toMatchObject({ rows: logOf(3), durable: 4, restored: 0 });
  });

  it('that cannot take what it lacks shows everything, and counts only what it has', async () => {
    const faults: Faults = {};
    const stores = await twoCopies({ files: faultyFiles(faults) });
    await diverged(stores, logOf(1), logOf(3));
    faults.write = () => {
      throw systemError('EROFS');
    };
    const { rows, durable, failure } = await stores.log.open(INC_A, silent);
    expect({ rows, durable }).toEqual({ rows: logOf(3), durable: 2 });
    expect(failure?.reason).toBe('read-only');
  });
});

describe('catching up (LOG7)', () => {
  it('brings every incident the working copy lacks or lags in, and tells its summary', async () => {
    const stores = await twoCopies();
    await diverged(stores, logOf(2, INC_A), logOf(1, INC_A));
    await diverged(stores, logOf(1, INC_B), []);
    const told: IncidentSummary[] = [];
    await stores.log.catchUp((one) => told.push(one));
    expect(told).toEqual([summary(logOf(2, INC_A)), summary(logOf(1, INC_B))]);
    expect(await stores.log.list()).toEqual(told);
    expect((await contents(stores, INC_B)).copy).toEqual(logOf(1, INC_B));
  });

  it('reads nothing of an incident on which both agree', async () => {
    const stores = await twoCopies();
    await diverged(stores, logOf(2), logOf(2));
    const told: IncidentSummary[] = [];
    await stores.log.catchUp((one) => told.push(one));
    expect(told).toEqual([]);
    expect(stores.main.calls).toEqual(['journal:append', 'journal:state']);
  });
});

describe('a journal deleted while the console runs (LOG7)', () => {
  it.each(['declared', 'opened'] as const)(
    'is written again, whole, with the next row of an incident %s',
    async (how) => {
      const profile = freshFolder('log');
      const first = await twoCopies({}, profile);
      await first.log.append(logOf(3));
      await first.log.keep(logOf(3), summary(logOf(3)));
      const stores = how === 'declared' ? first : await first.restart();
      if (how === 'opened') await stores.log.open(INC_A, silent);
      rmSync(join(profile, 'journal'), { recursive: true });
      expect(await stores.log.append([noteRow(4)])).toMatchObject({ ok: false });
      expect(await stores.log.append([noteRow(4)])).toEqual({ ok: true, durable: 5 });
      expect(inLogOrder((await contents(stores)).journal)).toEqual(logOf(4));
      expect(await stores.log.append([noteRow(5)])).toEqual({ ok: true, durable: 6 });
    },
  );
});
