import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { START_URL } from '../../electron/origin';
import { fold } from '../../renderer/domain/fold';
import { summaryOf } from '../../renderer/domain/summary';
import { writeRow } from '../../renderer/domain/upcast';
import { DATABASE_NAME, WorkingCopy } from '../../renderer/persistence/workingCopy';
import { WorkingCopyNewer, WorkingCopyUnreachable } from '../../renderer/persistence/copyTrouble';
import { freshDatabase } from '../support/journalledLog';
import { INC_A, logOf } from '../support/logRows';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the working copy (LOG7)', () => {
  it('asks for strict durability whenever it writes', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const copy = new WorkingCopy(freshDatabase());
    await copy.put(logOf(2), summaryOf(fold(logOf(2))));
    copy.close();
    const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes.map(([stores, , options]) => [stores, options])).toEqual([
      [['meta'], { durability: 'strict' }],
      [['rows', 'incidents'], { durability: 'strict' }],
    ]);
  });

  it('puts the rows and the summary that counts them, or neither', async () => {
    const copy = new WorkingCopy(freshDatabase());
    const summary = summaryOf(fold(logOf(2)));
    if (!summary) throw new Error('no summary');
    const unclonable = { ...summary, title: (() => undefined) as unknown as string };
    await expect(copy.put(logOf(2), unclonable)).rejects.toThrow('could not be cloned');
    expect(await copy.rows(INC_A)).toEqual([]);
    expect(await copy.summaries()).toEqual([]);
    copy.close();
  });
});

/** Chromium tries for 5 s to open a store in a folder that is read-only, and Dexie asks it three times. */
describe('a store that does not say whether it opens (LOG7)', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function stuckCopy() {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const request = new EventTarget() as IDBOpenDBRequest;
    const opened = vi.spyOn(indexedDB, 'open').mockReturnValue(request);
    return { copy: new WorkingCopy(freshDatabase()), opened };
  }

  it('[REC5] is waited for two seconds, and after that not at all', async () => {
    const { copy, opened } = stuckCopy();
    const first = copy.summaries().catch(String);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await first).toBe('WorkingCopyUnreachable: the store did not open within 2000 ms');
    await expect(copy.rows(INC_A)).rejects.toThrow('did not open within 2000 ms');
    await expect(copy.put(logOf(1), undefined)).rejects.toThrow(WorkingCopyUnreachable);
    expect(opened).toHaveBeenCalledTimes(1);
    copy.close();
  });
});

/** What decides where the data of every profile lies: a change here loses all of it (R19). */
describe('where the working copy lives', () => {
  it('[R19] is the database of this name at this address', () => {
    expect(DATABASE_NAME).toBe('incident-console');
    expect(START_URL).toBe('app://console/index.html');
  });

  it('[R19] is these tables under these keys, in this version', async () => {
    const copy = new WorkingCopy();
    await copy.put([], undefined);
    copy.close();
    const raw = await new Dexie(DATABASE_NAME).open();
    const tables = raw.tables.map(({ name, schema }) => [name, schema.primKey.keyPath]);
    expect({ version: raw.verno, tables }).toEqual({
      version: 2,
      tables: [
        ['incidents', 'id'],
        ['meta', 'key'],
        ['rows', ['incidentId', 'stamp']],
      ],
    });
    raw.close();
  });
});

describe('a store of a newer version (VER3)', () => {
  it('[VER3] is refused and left as it is, though Dexie would open it', async () => {
    const name = freshDatabase();
    const newer = new Dexie(name);
    newer.version(99).stores({ rows: '[incidentId+stamp]', incidents: 'id', meta: 'key', more: 'id' });
    await newer.open();
    newer.close();
    const copy = new WorkingCopy(name);
    await expect(copy.summaries()).rejects.toThrow(WorkingCopyNewer);
    await expect(copy.put(logOf(2), undefined)).rejects.toThrow(WorkingCopyNewer);
    copy.close();
    const raw = await new Dexie(name).open();
    expect([raw.verno, await raw.table('rows').count()]).toEqual([99, 0]);
    raw.close();
  });

  it('[VER3] may also say by itself who may read it', async () => {
    const name = freshDatabase();
    const first = new WorkingCopy(name);
    await first.put([], undefined);
    first.close();
    const raw = await new Dexie(name).open();
    await raw.table('meta').put({ key: 'schema', leastReader: 3 });
    raw.close();
    const copy = new WorkingCopy(name);
    await expect(copy.summaries()).rejects.toThrow(WorkingCopyNewer);
    copy.close();
  });

  it('[VER1] of version 1 keeps its rows and gets its mark', async () => {
    const name = freshDatabase();
    const old = new Dexie(name);
    old.version(1).stores({ rows: '[incidentId+stamp]', incidents: 'id' });
    await old.table('rows').bulkPut(logOf(3).map(writeRow));
    old.close();
    const copy = new WorkingCopy(name);
    expect(await copy.rows(INC_A)).toEqual(logOf(3).map(writeRow));
    copy.close();
    const raw = await new Dexie(name).open();
    expect([raw.verno, await raw.table('meta').get('schema')]).toEqual([
      2,
      { key: 'schema', leastReader: 2 },
    ]);
    raw.close();
  });
});
