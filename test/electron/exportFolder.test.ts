import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExportFolder } from '../../electron/exportFolder';
import type { FilePort } from '../../electron/files/filePort';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { faultyFiles, systemError } from './support/faultyFiles';
import { tempFolder } from './support/tempFolder';

const REQUEST = { folderName: 'INC-1 Checkout', fileName: 'post-mortem.md', text: '# Why?\n' };

function exporting(options: { chosen?: string; files?: FilePort } = {}) {
  const documents = tempFolder();
  const folder = new ExportFolder({
    files: options.files ?? nodeFiles,
    documents: () => documents,
    chosen: () => options.chosen ?? null,
  });
  return { documents, folder };
}

describe('saving an export', () => {
  it('makes the folders and says what was written where', async () => {
    const { documents, folder } = exporting();
    const path = join(documents, 'Incident Console', 'INC-1 Checkout', 'post-mortem.md');
    const saved = await folder.save(REQUEST);
    expect(saved).toMatchObject({ ok: true, value: { path, bytes: 7 } });
    expect(readFileSync(path, 'utf8')).toBe('# Why?\n');
    expect(folder.last).toBe(path);
  });

  it('replaces the last export of the same name', async () => {
    const { folder } = exporting();
    await folder.save(REQUEST);
    await folder.save({ ...REQUEST, text: 'newer' });
    expect(readFileSync(folder.last ?? '', 'utf8')).toBe('newer');
  });

  it('stays inside its folder whatever names the page gives', async () => {
    const { documents, folder } = exporting();
    const root = join(documents, 'Incident Console');
    for (const name of ['..', '../..', '/etc', '..\\..', 'C:\\Windows', '\u0000']) {
      const saved = await folder.save({ folderName: name, fileName: `${name}/x`, text: '' });
      expect(saved.ok && saved.value.path.startsWith(`${root}/`)).toBe(true);
    }
    expect(existsSync(join(documents, 'x'))).toBe(false);
  });

  it('goes to the folder a person chose', async () => {
    const chosen = tempFolder();
    const { folder } = exporting({ chosen });
    await folder.save(REQUEST);
    expect(folder.last).toBe(join(chosen, 'INC-1 Checkout', 'post-mortem.md'));
  });

  it('says that a chosen folder is gone, and does not make it anew', async () => {
    const chosen = join(tempFolder(), 'usb-stick');
    const { folder } = exporting({ chosen });
    expect(await folder.save(REQUEST)).toMatchObject({
      ok: false,
      failure: { reason: 'missing', path: chosen },
    });
    expect(existsSync(chosen)).toBe(false);
  });

  it('answers a failure with its path, and keeps the old file', async () => {
    const { documents, folder } = exporting();
    await folder.save(REQUEST);
    const path = join(documents, 'Incident Console', 'INC-1 Checkout', 'post-mortem.md');
    const files = faultyFiles({
      write: () => {
        throw systemError('ENOSPC');
      },
    });
    const full = new ExportFolder({ files, documents: () => documents, chosen: () => null });
    expect(await full.save({ ...REQUEST, text: 'newer' })).toMatchObject({
      ok: false,
      failure: { reason: 'disk-full', path },
    });
    expect(readFileSync(path, 'utf8')).toBe('# Why?\n');
    expect(full.last).toBeNull();
  });

  it('says when a file stands where its folder should be', async () => {
    const { documents, folder } = exporting();
    writeFileSync(join(documents, 'Incident Console'), '');
    chmodSync(join(documents, 'Incident Console'), 0o400);
    expect((await folder.save(REQUEST)).ok).toBe(false);
  });
});
