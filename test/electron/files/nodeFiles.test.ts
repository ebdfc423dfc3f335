import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { storageFailure } from '../../../electron/files/storageFailure';
import { tempFolder } from '../support/tempFolder';

vi.mock('node:fs/promises', { spy: true });

afterEach(() => {
  vi.mocked(mkdir).mockReset();
});

describe('making a folder that cannot be made', () => {
  it('on a read-only disk says that it is read-only, where Node says that nothing is there', async () => {
    const failure = (code: string): Error => Object.assign(new Error(code), { code });
    vi.mocked(mkdir).mockRejectedValueOnce(failure('ENOENT')).mockRejectedValueOnce(failure('EROFS'));
    const folder = join(tempFolder(), 'journal', 'aside');
    const error: unknown = await nodeFiles.makeFolder(folder).catch((thrown: unknown) => thrown);
    expect(storageFailure(error, folder).reason).toBe('read-only');
    expect(vi.mocked(mkdir).mock.lastCall?.[0]).toBe(join(folder, '..'));
  });

  it('behind a file says that something is in the way', async () => {
    const file = join(tempFolder(), 'journal');
    writeFileSync(file, 'not a folder');
    for (const folder of [file, join(file, 'aside')]) {
      const error: unknown = await nodeFiles.makeFolder(folder).catch((thrown: unknown) => thrown);
      expect(storageFailure(error, folder).reason).toBe('in-the-way');
    }
  });
});
