import { existsSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StorageFailure } from '../../../electron/contract';
import { faultyFiles, systemError, type Faults } from '../support/faultyFiles';
import { failing, isSegment, restarted, started } from '../support/faultyJournal';
import { allRows, journalFile, startJournal } from '../support/journalHarness';
import { note, notes } from '../support/rows';

describe('writes that go short', () => {
  it('[JRN3] are gone on with until all is written', async () => {
    const { profile, journal } = await started({ write: (path) => (isSegment(path) ? 7 : 4096) });
    expect(await journal.append('inc1', notes(5))).toEqual({ ok: true, value: { durable: 5 } });
    await journal.close();
    expect((await restarted(profile)).rows).toEqual(notes(5));
  });

  it('that take nothing at all are a failure, not an endless loop', async () => {
    const faults: Faults = { write: () => 0 };
    const { profile, journal } = await started(faults);
    expect((await journal.append('inc1', [note(1)])).ok).toBe(false);
    delete faults.write;
    expect(await journal.append('inc1', [note(1)])).toEqual({ ok: true, value: { durable: 1 } });
    await journal.close();
    expect(await restarted(profile)).toMatchObject({ rows: [note(1)], recovery: { tornTails: [] } });
  });

  it('that fail half-way are cut off before the next row is written', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', [note(1)]);
    let pieces = 0;
    faults.write = (path) => {
      pieces += isSegment(path) ? 1 : 0;
      if (pieces > 3) throw systemError('EIO');
      return 10;
    };
    expect(await journal.append('inc1', [note(2, 'half of this')])).toMatchObject({
      ok: false,
      failure: { reason: 'failed', path: journalFile(profile) },
    });
    faults.write = (_path, length) => length;
    expect(await journal.append('inc1', [note(3)])).toEqual({ ok: true, value: { durable: 2 } });
    await journal.close();
    expect(readFileSync(journalFile(profile), 'utf8')).not.toContain('half of this');
    expect((await restarted(profile)).rows).toEqual([note(1), note(3)]);
  });

  it('never append behind half a line, even when cutting it off fails too', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', [note(1)]);
    let broken = true;
    faults.write = (path, length) => {
      if (!isSegment(path) || !broken) return length;
      broken = false;
      return 10;
    };
    faults.sync = failing('EIO', 0);
    faults.truncate = () => {
      throw systemError('EIO');
    };
    let writes = 0;
    faults.write = (path) => {
      writes += isSegment(path) ? 1 : 0;
      if (writes > 1) throw systemError('EROFS');
      return 10;
    };
    expect((await journal.append('inc1', [note(2)])).ok).toBe(false);
    delete faults.write;
    expect((await journal.append('inc1', [note(2)])).ok).toBe(false);
    delete faults.truncate;
    expect((await journal.append('inc1', [note(2)])).ok).toBe(true);
    await journal.close();
    expect((await restarted(profile)).rows).toEqual(notes(2));
  });
});

describe('an fsync that fails once', () => {
  it('[JRN3] acknowledges nothing, and the next append begins a new segment', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', notes(2));
    faults.sync = failing('EIO', 1);
    const answers = await Promise.all([3, 4].map((n) => journal.append('inc1', [note(n)])));
    expect(answers.map((answer) => answer.ok)).toEqual([false, false]);
    expect(await journal.append('inc1', [note(3), note(4)])).toEqual({
      ok: true,
      value: { durable: 4 },
    });
    expect(existsSync(journalFile(profile, 2))).toBe(true);
    expect(await allRows(journal)).toEqual(notes(4));
    await journal.close();
    expect((await restarted(profile)).rows).toEqual(notes(4));
  });

  it('is not vouched for by the checkpoint of a clean exit: the next start reads the files', async () => {
    const faults: Faults = {};
    const { profile, journal, end } = await started(faults);
    await journal.append('inc1', [note(1)]);
    faults.sync = failing('EIO', 1);
    await journal.append('inc1', [note(2)]);
    await journal.append('inc1', [note(2)]);
    delete faults.sync;
    await end();
    const opened: string[] = [];
    const files = faultyFiles({ open: (path) => void opened.push(path) });
    const again = await startJournal(profile, files);
    expect((await again.journal.state()).journals).toMatchObject([{ count: 2 }]);
    expect(opened.filter(isSegment)).toContain(journalFile(profile));
  });

  it('does not return to the doubtful file after it was read', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', [note(1)]);
    faults.sync = failing('EIO', 1);
    await journal.append('inc1', [note(2)]);
    await allRows(journal);
    await journal.append('inc1', [note(2)]);
    expect(existsSync(journalFile(profile, 2))).toBe(true);
    expect(await allRows(journal)).toEqual(notes(2));
  });

  it('counts a row once that reached the disk although its fsync failed', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', [note(1)]);
    faults.sync = failing('EIO', 1);
    faults.truncate = failing('EIO', 1);
    await journal.append('inc1', [note(2)]);
    await journal.append('inc1', [note(2)]);
    await journal.close();
    expect(await restarted(profile)).toMatchObject({
      rows: notes(2),
      recovery: { unreadableLines: [] },
    });
  });
});

describe('a write that fails with an error of the device', () => {
  it('[JRN3] acknowledges nothing, and the next append begins a new segment', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', notes(2));
    faults.write = failing('EIO', 1) as never;
    expect((await journal.append('inc1', [note(3)])).ok).toBe(false);
    delete faults.write;
    expect(await journal.append('inc1', [note(3)])).toEqual({ ok: true, value: { durable: 3 } });
    expect(existsSync(journalFile(profile, 2))).toBe(true);
    await journal.close();
    expect((await restarted(profile)).rows).toEqual(notes(3));
  });
});

describe('an fsync that hangs, and then fails', () => {
  it('[JRN2] holds up its own rows and those that gather behind it, no other incident and no reading', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', notes(2));
    await allRows(journal);
    let fail: (error: Error) => void = () => undefined;
    const hangs = new Promise<void>((_resolve, reject) => (fail = reject));
    let syncs = 0;
    faults.sync = (path) => {
      if (path !== journalFile(profile)) return;
      syncs += 1;
      return syncs === 1 ? hangs : undefined;
    };
    const answered: number[] = [];
    const append = async (n: number) => {
      const { ok } = await journal.append('inc1', [note(n)]);
      answered.push(n);
      return ok;
    };
    const first = append(3);
    await journal.append('inc2', [note(1, 'x', 'inc2')]);
    const behind = [4, 5, 6].map(append);
    expect(await allRows(journal)).toEqual(notes(2));
    expect(await allRows(journal, 'inc2')).toHaveLength(1);
    expect(answered).toEqual([]);
    fail(systemError('EIO'));
    expect(await first).toBe(false);
    // What gathered goes into the new file as one block; what failed is the page's to send again.
    expect(await Promise.all(behind)).toEqual([true, true, true]);
    expect(await append(3)).toBe(true);
    expect(existsSync(journalFile(profile, 2))).toBe(true);
    await journal.close();
    const { rows } = await restarted(profile);
    expect(rows.map((row) => row.stamp).toSorted()).toEqual(notes(6).map((row) => row.stamp));
  });
});

describe('a full disk', () => {
  it('[JRN3] costs the ballast first, and the row is saved', async () => {
    const faults: Faults = {};
    const { profile, journal, ballast } = await started(faults);
    await ballast.replenish();
    expect(existsSync(join(profile, 'journal', 'ballast'))).toBe(true);
    faults.write = (path, length) => {
      if (isSegment(path) && existsSync(join(profile, 'journal', 'ballast'))) {
        throw systemError('ENOSPC');
      }
      return length;
    };
    expect(await journal.append('inc1', [note(1)])).toEqual({ ok: true, value: { durable: 1 } });
  });

  it('is named when the ballast is gone, and writing resumes by itself when there is room', async () => {
    const faults: Faults = { write: failing('ENOSPC', 2) as never };
    const { profile, journal } = await started(faults);
    const full = { reason: 'disk-full', path: journalFile(profile) };
    expect(await journal.append('inc1', [note(1)])).toMatchObject({ ok: false, failure: full });
    delete faults.write;
    expect(await journal.append('inc1', [note(1)])).toEqual({ ok: true, value: { durable: 1 } });
    await journal.close();
    expect((await restarted(profile)).rows).toEqual([note(1)]);
  });

  it('does not get its ballast back while there is little room', async () => {
    const { profile, ballast } = await started({ freeBytes: () => 10_000_000 });
    await ballast.replenish();
    expect(readdirSync(join(profile, 'journal'))).not.toContain('ballast');
  });
});

describe('what the page is told of a failed append', () => {
  const cases: readonly (readonly [string, StorageFailure['reason']])[] = [
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EMFILE', 'too-many-files'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'failed'],
  ];
  it.each(cases)('%s is %s, and the next append tries afresh', async (code, reason) => {
    const faults: Faults = { open: failing(code, 1) };
    const { journal } = await started(faults);
    const answer = await journal.append('inc1', [note(1)]);
    expect(answer).toMatchObject({ ok: false, failure: { reason } });
    expect(await journal.append('inc1', [note(1)])).toEqual({ ok: true, value: { durable: 1 } });
  });

  it('a folder deleted under us is missing; then a new file is begun, and the count says what was lost', async () => {
    const { profile, journal } = await started({});
    await journal.append('inc1', notes(3));
    rmSync(join(profile, 'journal'), { recursive: true });
    expect(await journal.append('inc1', [note(4)])).toMatchObject({
      ok: false,
      failure: { reason: 'missing' },
    });
    expect(await journal.append('inc1', [note(4)])).toEqual({ ok: true, value: { durable: 1 } });
    expect(await journal.append('inc1', notes(4))).toEqual({ ok: true, value: { durable: 4 } });
    expect(await allRows(journal)).toHaveLength(4);
  });

  it('a file cut short under us is read again before anything is written behind the hole', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', notes(3));
    faults.write = failing('EROFS', 1) as never;
    await journal.append('inc1', [note(4)]);
    delete faults.write;
    truncateSync(journalFile(profile), 900);
    expect((await journal.append('inc1', [note(4)])).ok).toBe(false);
    expect(await journal.append('inc1', notes(4))).toEqual({ ok: true, value: { durable: 4 } });
    await journal.close();
    expect(await restarted(profile)).toMatchObject({ recovery: { unreadableLines: [] } });
    expect((await restarted(profile)).rows).toHaveLength(4);
  });
});
