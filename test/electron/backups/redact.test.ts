import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { StoredRow } from '../../../electron/contract';
import { readSnapshot } from '../../../electron/backups/readSnapshot';
import { nodeFiles } from '../../../electron/files/nodeFiles';
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
import { allRows } from '../support/journalHarness';
import { note } from '../support/rows';

const SECRET = 'hunter2-Zq8';
const secret = note(2, SECRET);
const ERASED: StoredRow = { ...secret, event: { type: 'note-added', text: '', redacted: true } };

/** Two backups of a journal with a secret in it, and another incident. */
async function leak(faults: Faults = {}) {
  const world = await backedUp(faultyFiles(faults));
  await world.journal.append('inc1', [note(1), secret]);
  await world.journal.append('inc2', [note(9, 'other', 'inc2')]);
  const first = await taken(world);
  await world.journal.append('inc1', [note(3)]);
  const second = await taken(world);
  const redact = () => world.backups.redact([ERASED], () => world.journal.redact('inc1', [ERASED]));
  return { ...world, names: [first.file, second.file], redact };
}

describe('redacting in backups (RED)', () => {
  it('[RED6] erases the row in every backup, which is as whole as before', async () => {
    const world = await leak();
    expect(await world.redact()).toEqual({ ok: true, value: { redacted: 1 } });
    for (const file of world.names) {
      expect(unpacked(world, file)).not.toContain(SECRET);
      const { rows } = await readSnapshot(nodeFiles, backupPath(world, file));
      expect(rows.get('inc1')?.slice(0, 2)).toEqual([note(1), ERASED]);
      expect(rows.get('inc2')).toEqual([note(9, 'other', 'inc2')]);
    }
    expect(value(await world.backups.list())).toHaveLength(2);
  });

  it('[RED6] a backup asked for meanwhile is taken afterwards', async () => {
    const world = await leak();
    const redacting = world.redact();
    const { file } = await taken(world);
    expect((await redacting).ok).toBe(true);
    expect(unpacked(world, file)).not.toContain(SECRET);
  });

  it('[RED6] a damaged backup goes, since nobody can tell what it holds', async () => {
    const world = await leak();
    const [first = '', second] = world.names;
    flipByte(backupPath(world, first));
    expect((await world.redact()).ok).toBe(true);
    expect(backupFiles(world.profile)).toEqual([second]);
  });

  it('[RED6] one of a newer version stays, the journal too, and it is said', async () => {
    const world = await leak();
    const [, second = ''] = world.names;
    const newer = unpacked(world, second).replace('"format":1', '"format":2');
    writeFileSync(backupPath(world, second), gzipSync(newer));
    expect(await world.redact()).toMatchObject({ ok: false });
    expect(unpacked(world, second)).toContain(SECRET);
    expect(await allRows(world.journal)).toContainEqual(secret);
  });

  it('[RED6] a disk that refuses leaves the old backup, and the journal to the next try', async () => {
    const faults: Faults = {};
    const world = await leak(faults);
    faults.rename = () => {
      throw systemError('EIO');
    };
    expect(await world.redact()).toMatchObject({ ok: false });
    delete faults.rename;
    expect(await allRows(world.journal)).toContainEqual(secret);
    expect(value(await world.backups.list())).toHaveLength(2);
    expect((await world.redact()).ok).toBe(true);
  });

  it('[RED4] restoring a backup in which a row is redacted redacts it here', async () => {
    const world = await leak();
    await world.backups.redact([ERASED], async () => ({ ok: true, value: null }));
    value(await world.backups.restore(world.names[1] ?? ''));
    expect(await allRows(world.journal)).toEqual([note(1), ERASED, note(3)]);
  });
});
