import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ImageStore } from '../../../electron/attachments/imageStore';
import { bufferSource } from '../../../electron/bundle/byteSource';
import { saveBundle } from '../../../electron/bundle/bundleExport';
import { openBundle } from '../../../electron/bundle/openBundle';
import type { StoredRow } from '../../../electron/contract';
import { ExportFolder } from '../../../electron/exportFolder';
import type { FilePort } from '../../../electron/files/filePort';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { failed } from '../../../electron/files/storageFailure';
import type { Journal } from '../../../electron/journal/journal';
import { faultyFiles, systemError } from '../support/faultyFiles';
import { startJournal } from '../support/journalHarness';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';
import { goodBundle, logOf } from './bundles';

async function journalWith(journals: Readonly<Record<string, readonly StoredRow[]>>): Promise<Journal> {
  const { journal } = await startJournal(tempFolder(), nodeFiles, { segmentBytes: 100_000 });
  for (const [id, rows] of Object.entries(journals)) {
    for (let from = 0; from < rows.length; from += 100)
      await journal.append(id, rows.slice(from, from + 100));
  }
  return journal;
}

function desk(journals: Readonly<Record<string, readonly StoredRow[]>>, files: FilePort = nodeFiles) {
  const documents = tempFolder();
  const exports = new ExportFolder({ files, documents: () => documents, chosen: () => null });
  const started = journalWith(journals);
  const journal = {
    copy: async (id: string) =>
      journals[id] ? (await started).copy(id) : failed<never>(systemError('EIO'), `${id}.0001.ndjson`),
  };
  const images = new ImageStore(nodeFiles, join(documents, 'attachments'));
  const save = (...incidentIds: string[]) =>
    saveBundle(
      { journal, images, exports, madeBy: 'test' },
      { folderName: 'INC-1 x', fileName: 'INC-1 x.icbundle', incidentIds },
    );
  return { save, images, path: join(documents, 'Incident Console', 'INC-1 x', 'INC-1 x.icbundle') };
}

describe('exporting a bundle (BUN)', () => {
  it('[BUN1] writes every journal row, in log order, whatever its event is', async () => {
    const odd = { type: 'from-the-future', nested: { z: 1, a: [null] } };
    const rows = [note(3), note(1), { ...note(2), event: odd }];
    const { save, path } = desk({ inc1: rows });
    expect(await save('inc1')).toMatchObject({ ok: true, value: { path, rows: 3, incidents: 1 } });
    const bundle = await openBundle(bufferSource(readFileSync(path)));
    const log = (await bundle.log('inc1')).toString();
    expect(log).toBe(logOf([note(1), { ...note(2), event: odd }, note(3)]));
  });

  it('[BUN1] writes many incidents and more rows than one page of the journal', async () => {
    const many = notes(12_000);
    const { save, path } = desk({ inc1: many, inc2: [note(1, 'x', 'inc2')] });
    expect(await save('inc2', 'inc1')).toMatchObject({ ok: true, value: { rows: 12_001, incidents: 2 } });
    const { manifest } = await openBundle(bufferSource(readFileSync(path)));
    expect(manifest.incidents.map(({ id, log }) => [id, log.rows])).toEqual([
      ['inc1', 12_000],
      ['inc2', 1],
    ]);
    expect(manifest.attachments).toEqual([]);
  });

  it('[BUN2] gives the same bytes for the same logs, whatever the order and the day', async () => {
    const logs = { inc1: logOf(notes(50)), inc2: logOf([note(1, 'x', 'inc2')]) };
    const first = await goodBundle(logs);
    const again = await goodBundle({ inc2: logs.inc2, inc1: logs.inc1 });
    expect(again.equals(first)).toBe(true);
    const { save, path } = desk({ inc1: notes(9).toReversed() });
    await save('inc1');
    const once = readFileSync(path);
    await save('inc1');
    expect(readFileSync(path).equals(once)).toBe(true);
  });

  it('[BUN2] can be opened again however well its text packs', async () => {
    const blanks = notes(6).map((row) => ({ ...row, event: { type: 'note', text: ' '.repeat(900_000) } }));
    const { save, path } = desk({ inc1: blanks });
    expect((await save('inc1')).ok).toBe(true);
    const bundle = await openBundle(bufferSource(readFileSync(path)));
    expect((await bundle.log('inc1')).toString()).toBe(logOf(blanks));
  });

  it('[BUN2] says why not, and leaves the older file, when disk or journal fail', async () => {
    expect(await desk({}).save('inc1')).toMatchObject({
      ok: false,
      failure: { path: 'inc1.0001.ndjson' },
    });
    const full = faultyFiles({
      write: () => {
        throw systemError('ENOSPC');
      },
    });
    expect(await desk({ inc1: notes(1) }, full).save('inc1')).toMatchObject({
      ok: false,
      failure: { reason: 'disk-full' },
    });
  });
});
