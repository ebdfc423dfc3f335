import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSnapshotName } from '../../../electron/backups/snapshotName';
import {
  backedUp,
  backupFiles,
  backupPath,
  flipByte,
  taken,
  unpacked,
  value,
} from '../support/backupHarness';
import { faultyFiles, systemError, type Faults } from '../support/faultyFiles';
import { allRows, journalFile } from '../support/journalHarness';
import { note, notes } from '../support/rows';

describe('taking a backup (BAK)', () => {
  it('[BAK1] writes every row of every journal into one file that can be unpacked and read', async () => {
    const world = await backedUp();
    await world.journal.append('inc1', notes(3));
    await world.journal.append('inc2', [note(9, 'other', 'inc2')]);
    const summary = await taken(world);
    expect(summary).toMatchObject({ incidents: 2, rows: 4 });
    const [header = '', ...lines] = unpacked(world, summary.file).trimEnd().split('\n');
    expect(JSON.parse(header)).toMatchObject({
      format: 1,
      incidents: [
        { incidentId: 'inc1', count: 3, lastStamp: note(3).stamp },
        { incidentId: 'inc2', count: 1 },
      ],
    });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([...notes(3), note(9, 'other', 'inc2')]);
    expect(value(await world.backups.list())).toEqual([summary]);
  });

  it('[BAK1] holds rows that came while it was being read, or leaves them to the next one', async () => {
    const world = await backedUp();
    await world.journal.append('inc1', notes(1200));
    const taking = world.backups.take();
    const late = world.journal.append('inc1', [note(1201)]);
    expect((await late).ok).toBe(true);
    const { rows } = value(await taking);
    const next = value(await world.backups.takeIfChanged());
    expect([rows, next?.rows ?? rows]).toEqual([rows, 1201]);
  });

  it('[BAK1] that was written wrong is taken away and said to have failed', async () => {
    const faults: Faults = {};
    const world = await backedUp(faultyFiles(faults));
    await world.journal.append('inc1', notes(3));
    let reads = 0;
    faults.readAll = (_path, bytes) => ((reads += 1) === 2 ? bytes.subarray(0, bytes.length - 9) : bytes);
    expect(await world.backups.take()).toMatchObject({ ok: false, failure: { reason: 'failed' } });
    expect(backupFiles(world.profile)).toEqual([]);
  });

  it('[BAK8] leaves the last 50 MB of a disk to the log, and the older backup in place', async () => {
    const faults: Faults = {};
    const world = await backedUp(faultyFiles(faults));
    await world.journal.append('inc1', notes(3));
    const { file } = await taken(world);
    faults.freeBytes = () => 50_000_000;
    expect(await world.backups.take()).toMatchObject({ ok: false, failure: { reason: 'disk-full' } });
    faults.freeBytes = () => 90_000_000;
    faults.write = () => {
      throw systemError('ENOSPC');
    };
    expect(await world.backups.take()).toMatchObject({ ok: false, failure: { reason: 'disk-full' } });
    expect(backupFiles(world.profile)).toEqual([file]);
    expect((await world.journal.append('inc1', [note(4)])).ok).toBe(true);
  });

  it('[BAK3] is skipped when the newest holds all there is, and when there is nothing', async () => {
    const world = await backedUp();
    expect(value(await world.backups.takeIfChanged())).toBeNull();
    await world.journal.append('inc1', notes(1));
    const first = value(await world.backups.takeIfChanged());
    expect(first?.rows).toBe(1);
    expect(value(await world.backups.takeIfChanged())).toBeNull();
    await world.journal.append('inc1', [note(2)]);
    expect(value(await world.backups.takeIfChanged())?.rows).toBe(2);
    expect(backupFiles(world.profile)).toHaveLength(2);
  });

  it('[BAK2] rotates, and clears away what a killed run left unfinished', async () => {
    const world = await backedUp();
    await world.journal.append('inc1', notes(1));
    mkdirSync(join(world.profile, 'backups'));
    const stray = 'x.icsnapshot.0a1b2c.tmp';
    writeFileSync(backupPath(world, stray), 'half');
    writeFileSync(backupPath(world, 'mine.txt'), 'kept');
    for (let n = 0; n < 15; n += 1) await taken(world);
    const files = backupFiles(world.profile);
    expect(files).toContain('mine.txt');
    expect(files).not.toContain(stray);
    expect(files.filter((file) => readSnapshotName(file))).toHaveLength(12);
  });

  it('[BAK1] of a damaged journal holds every line that can still be read', async () => {
    const world = await backedUp();
    await world.journal.append('inc1', notes(9));
    flipByte(journalFile(world.profile));
    expect((await taken(world)).rows).toBe(8);
  });
});

describe('a backup that is not what was written (BAK7)', () => {
  it('[BAK7] is refused wherever one byte of it was changed', async () => {
    const world = await backedUp();
    await world.journal.append('inc1', notes(5));
    const { file } = await taken(world);
    flipByte(backupPath(world, file));
    expect((await world.backups.preview(file)).ok).toBe(false);
    expect((await world.backups.restore(file)).ok).toBe(false);
    expect(await allRows(world.journal)).toEqual(notes(5));
  });

  const FORGED: readonly (readonly [string, (text: string) => string])[] = [
    ['a changed word', (text) => text.replace('note 2', 'note 7')],
    ['a line less', (text) => text.slice(0, text.lastIndexOf('{"incidentId"'))],
    ['a line more', (text) => `${text}${JSON.stringify(note(8))}\n`],
    ['a cut line', (text) => text.slice(0, -5)],
    ['a newer format', (text) => text.replace('"format":1', '"format":2')],
    ['no first line', () => 'x'],
    ['another file', () => '{"format":1}\n'],
  ];

  it.each(FORGED)('[BAK7] is refused with %s', async (_what, change) => {
    const world = await backedUp();
    await world.journal.append('inc1', notes(3));
    const { file } = await taken(world);
    writeFileSync(backupPath(world, file), gzipSync(change(unpacked(world, file))));
    rmSync(journalFile(world.profile));
    const outcome = await world.backups.restore(file);
    expect(outcome).toMatchObject({
      ok: false,
      failure: { reason: 'failed', path: backupPath(world, file) },
    });
    expect(backupFiles(world.profile)).toEqual([file]);
  });

  it('[BAK7] is refused when it is gone', async () => {
    const world = await backedUp();
    expect(await world.backups.preview('gone')).toMatchObject({ ok: false, failure: { reason: 'missing' } });
  });
});
