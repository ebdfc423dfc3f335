import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atomicWrite, ReadBackMismatch } from '../../../electron/files/atomicWrite';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { faultyFiles, systemError, type Faults } from '../support/faultyFiles';
import { tempFolder } from '../support/tempFolder';

/** A folder with one good file in it. */
function withOldFile(): { folder: string; path: string } {
  const folder = tempFolder();
  const path = join(folder, 'settings.json');
  writeFileSync(path, 'old');
  return { folder, path };
}

describe('writing a file atomically', () => {
  it('puts the new content in place and answers its length and SHA-256', async () => {
    const { folder, path } = withOldFile();
    const text = 'größer – 3 am';
    expect(await atomicWrite(nodeFiles, path, text)).toEqual({
      bytes: Buffer.byteLength(text),
      sha256: createHash('sha256').update(text).digest('hex'),
    });
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('writes on when the system takes a few bytes at a time', async () => {
    const { path } = withOldFile();
    await atomicWrite(faultyFiles({ write: () => 3 }), path, 'x'.repeat(100));
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(100));
  });

  const failures: readonly (readonly [string, Faults])[] = [
    ['the disk is full half-way', failingOnPiece(2)],
    ['the system takes no more bytes', { write: () => 0 }],
    ['the fsync fails', { sync: () => Promise.reject(systemError('EIO')) }],
    [
      'the rename fails',
      {
        rename: () => {
          throw systemError('EIO');
        },
      },
    ],
    ['what is read back differs', { readAll: (_path, bytes) => bytes.fill(0x21) }],
  ];
  it.each(failures)('leaves the old file whole and nothing beside it when %s', async (_what, faults) => {
    const { folder, path } = withOldFile();
    await expect(atomicWrite(faultyFiles(faults), path, 'y'.repeat(50))).rejects.toBeInstanceOf(Error);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  it('names a read-back that differs', async () => {
    const { path } = withOldFile();
    const files = faultyFiles({ readAll: () => Buffer.from('other') });
    await expect(atomicWrite(files, path, 'new')).rejects.toThrow(ReadBackMismatch);
  });

  it('rejects with the system error when the folder is gone', async () => {
    const path = join(tempFolder(), 'gone', 'file');
    await expect(atomicWrite(nodeFiles, path, 'x')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

function failingOnPiece(piece: number): Faults {
  let pieces = 0;
  return {
    write: () => {
      pieces += 1;
      if (pieces === piece) throw systemError('ENOSPC');
      return 10;
    },
  };
}
