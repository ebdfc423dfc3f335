import { rmSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRestore } from '../../../electron/backups/restorePlan';
import type { StoredRow } from '../../../electron/contract';
import { backedUp, backupFiles, flipByte, taken, value } from '../support/backupHarness';
import { faultyFiles, systemError, type Faults } from '../support/faultyFiles';
import { allRows, journalFile } from '../support/journalHarness';
import { note, notes } from '../support/rows';

const redacted = (n: number): StoredRow => ({ ...note(n), event: { type: 'note-added', redacted: true } });

describe('the plan of a restore (BAK)', () => {
  it('[BAK4] adds what only the backup has', () => {
    const plan = planRestore('inc1', notes(4), [note(2), note(9)]);
    expect(plan).toMatchObject({ inBackup: 4, here: 2, toRedact: [] });
    expect(plan.missing).toEqual([note(1), note(3), note(4)]);
  });

  it('[BAK5] never brings back the text of a row redacted here', () => {
    expect(planRestore('inc1', [note(1)], [redacted(1)])).toMatchObject({ missing: [], toRedact: [] });
  });

  it('[BAK5] names what the backup has redacted and this place has not', () => {
    expect(planRestore('inc1', [redacted(1)], [note(1)])).toMatchObject({
      missing: [],
      toRedact: [redacted(1)],
    });
  });

  it('[BAK4] is a union: applied, nothing is missing, and nothing that was here has changed', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(some, some, (inBackup, inJournal) => {
        const [backup, here] = [inBackup.map((n) => note(n, 'old')), inJournal.map((n) => note(n, 'here'))];
        const after = [...here, ...planRestore('inc1', backup, here).missing];
        expect(planRestore('inc1', backup, after).missing).toEqual([]);
        expect(after.slice(0, here.length)).toEqual(here);
        expect(new Set(after.map(({ stamp }) => stamp)).size).toBe(new Set([...inBackup, ...inJournal]).size);
      }),
    );
  });
});

describe('restoring (BAK)', () => {
  it('[BAK4] brings back a journal that is gone, and every other', async () => {
    const first = await backedUp();
    await first.journal.append('inc1', notes(1300));
    await first.journal.append('inc2', [note(1, 'two', 'inc2')]);
    const { file } = await taken(first);
    await first.journal.close();
    rmSync(journalFile(first.profile));
    const second = await backedUp(undefined, first.profile);
    expect(value(await second.backups.preview(file)).incidents).toEqual([
      { incidentId: 'inc1', inBackup: 1300, here: 0, onlyInBackup: 1300, first: note(1) },
      { incidentId: 'inc2', inBackup: 1, here: 1, onlyInBackup: 0, first: note(1, 'two', 'inc2') },
    ]);
    expect(value(await second.backups.restore(file))).toMatchObject({ rows: 1300, incidents: 1 });
    expect(await allRows(second.journal)).toEqual(notes(1300));
    expect(value(await second.backups.restore(file)).rows).toBe(0);
  });

  it('[BAK4] brings back a line that was damaged, beside what was written since', async () => {
    const world = await backedUp();
    await world.journal.append('inc1', notes(9));
    const { file } = await taken(world);
    flipByte(journalFile(world.profile));
    await world.journal.append('inc1', [note(10)]);
    expect(value(await world.backups.restore(file)).rows).toBe(1);
    const stamps = (await allRows(world.journal)).map(({ stamp }) => stamp);
    expect(stamps.toSorted()).toEqual(notes(10).map(({ stamp }) => stamp));
  });

  it('[BAK6] keeps a copy of the present first', async () => {
    const world = await backedUp();
    await world.journal.append('inc1', notes(2));
    const { file } = await taken(world);
    await world.journal.append('inc1', [note(3)]);
    const { presentKeptAs } = value(await world.backups.restore(file));
    const [newest] = value(await world.backups.list());
    expect(newest).toMatchObject({ file: presentKeptAs, rows: 3 });
    expect(value(await world.backups.restore(file)).presentKeptAs).toBe(presentKeptAs);
    expect(backupFiles(world.profile)).toHaveLength(2);
  });

  it('[BAK6] needs no copy of nothing', async () => {
    const first = await backedUp();
    await first.journal.append('inc1', notes(2));
    const { file } = await taken(first);
    await first.journal.close();
    rmSync(journalFile(first.profile));
    const second = await backedUp(undefined, first.profile);
    expect(value(await second.backups.restore(file)).presentKeptAs).toBeNull();
  });

  it('[BAK6] adds nothing when the present can’t be kept', async () => {
    const faults: Faults = {};
    const world = await backedUp(faultyFiles(faults));
    await world.journal.append('inc1', notes(9));
    const { file } = await taken(world);
    flipByte(journalFile(world.profile));
    await world.journal.append('inc1', [note(10)]);
    faults.rename = () => {
      throw systemError('EIO');
    };
    expect((await world.backups.restore(file)).ok).toBe(false);
    expect(await allRows(world.journal)).toHaveLength(9);
  });
});
