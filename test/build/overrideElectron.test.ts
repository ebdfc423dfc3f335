import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { executableIn } from '../../build/electronExecutable';
import { overrideElectron } from '../../build/overrideElectron';
import { freshFolder } from '../support/freshFolder';

describe('ELECTRON_OVERRIDE_DIST_PATH', () => {
  it('says nothing when unset or empty', async () => {
    expect(await overrideElectron({}, 'linux')).toBeUndefined();
    expect(await overrideElectron({ ELECTRON_OVERRIDE_DIST_PATH: '' }, 'linux')).toBeUndefined();
  });

  it('names the executable inside the folder', async () => {
    const folder = freshFolder('override');
    writeFileSync(join(folder, 'electron'), '');
    const found = await overrideElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder }, 'linux');
    expect(found).toMatchObject({ kind: 'override', path: join(folder, 'electron') });
  });

  it('is refused with a sentence when the folder holds no Electron', async () => {
    const folder = freshFolder('override');
    const found = overrideElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder }, 'linux');
    await expect(found).rejects.toThrow(`there is no ${join(folder, 'electron')}`);
  });

  it('knows the executable of each platform', () => {
    expect(executableIn('darwin')).toBe('Electron.app/Contents/MacOS/Electron');
    expect(executableIn('win32')).toBe('electron.exe');
    expect(executableIn('linux')).toBe('electron');
  });
});
