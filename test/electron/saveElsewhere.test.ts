import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoredRow } from '../../electron/contract';
import type { FilePort } from '../../electron/files/filePort';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { saveElsewhere } from '../../electron/saveElsewhere';
import { faultyFiles, systemError } from './support/faultyFiles';
import { journalFile, startJournal } from './support/journalHarness';
import { NOON, note, notes } from './support/rows';
import { tempFolder } from './support/tempFolder';

async function saving(rows: readonly StoredRow[], files: FilePort = nodeFiles) {
  const profile = tempFolder();
  const chosen = tempFolder();
  const { journal } = await startJournal(profile);
  await journal.append('inc1', notes(2));
  const save = () =>
    saveElsewhere({ files, journal, now: () => NOON }, chosen, {
      incidentId: 'inc1',
      folderName: 'INC-1 Checkout',
      rows,
    });
  return { profile, save, path: join(chosen, 'INC-1 Checkout', 'log.ndjson') };
}

const linesOf = (path: string): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('saving an incident elsewhere (BAK10)', () => {
  it('[BAK10] writes saved and unsaved rows together, in log order', async () => {
    const { save, path } = await saving([note(4), note(3), note(1)]);
    expect(await save()).toEqual({ ok: true, value: { path, rows: 4 } });
    expect(linesOf(path)).toEqual(notes(4));
  });

  it('[BAK10] takes the journal’s form of a row: it may be redacted', async () => {
    const { save, path } = await saving([note(1, 'secret')]);
    await save();
    expect(linesOf(path)).toEqual(notes(2));
  });

  it('[BAK10] writes what is held when the journal is gone', async () => {
    const { profile, save, path } = await saving(notes(3));
    rmSync(journalFile(profile));
    expect(await save()).toMatchObject({ ok: true });
    expect(linesOf(path)).toEqual(notes(3));
  });

  it('[BAK10] replaces no file that is there', async () => {
    const { save, path } = await saving([]);
    await save();
    const second = await save();
    expect(second.ok && second.value.path).toBe(join(path, '..', 'log 2026-11-23T12-00-00.000Z.ndjson'));
  });

  it('[BAK10] says why when that can’t be written either', async () => {
    const files = faultyFiles({
      open: (_path, flags) => {
        if (flags === 'wx') throw systemError('EROFS');
      },
    });
    const { save } = await saving([], files);
    expect(await save()).toMatchObject({ ok: false, failure: { reason: 'read-only' } });
  });
});
