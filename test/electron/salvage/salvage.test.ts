import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { crc32c } from '../../../electron/salvage/crc32c';
import { salvage } from '../../../electron/salvage/salvage';
import { NotSnappy, unsnappy } from '../../../electron/salvage/snappy';
import { journalledRows } from '../../support/journalOnDisk';
import { freshFolder } from '../../support/freshFolder';

/** A real store, as Chromium left it, and what the journal beside it has. */
const PROFILE = join(import.meta.dirname, '../../fixtures/profiles/v1');
const STORE = 'app_console_0.indexeddb.leveldb';

function copyOfStore(): { readonly folder: string; readonly log: string } {
  const folder = freshFolder('salvage');
  const from = join(PROFILE, 'IndexedDB', STORE);
  mkdirSync(join(folder, STORE));
  for (const file of readdirSync(from)) copyFileSync(join(from, file), join(folder, STORE, file));
  return { folder, log: join(folder, STORE, '000003.log') };
}

const stampsOf = (rows: readonly { readonly stamp: string }[]): readonly string[] =>
  rows.map(({ stamp }) => stamp).sort();

describe('reading a working copy without Chromium (REC2)', () => {
  it('gives every row that went in, text for text', async () => {
    const { rows, damaged } = await salvage(nodeFiles, copyOfStore().folder);
    const byStamp = rows.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
    expect(byStamp).toEqual(journalledRows(PROFILE));
    expect(damaged).toBe(0);
  });

  it('[REC2] skips what is damaged and goes on behind it', async () => {
    const { folder, log } = copyOfStore();
    const bytes = readFileSync(log);
    const whole = journalledRows(PROFILE);
    let lost = 0;
    for (let at = 3; at < bytes.length; at += 499) {
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(log, bytes);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      const { rows, damaged } = await salvage(nodeFiles, folder);
      expect(damaged).toBeGreaterThan(0);
      for (const row of rows) expect(whole).toContainEqual(row);
      expect(rows.length).toBeGreaterThanOrEqual(whole.length - 2);
      lost += whole.length - rows.length;
    }
    expect(lost).toBeGreaterThan(0);
  });

  it('[REC2] gives what stands before a cut, wherever it is', async () => {
    const whole = stampsOf((await salvage(nodeFiles, copyOfStore().folder)).rows);
    const { size } = { size: readFileSync(copyOfStore().log).length };
    let most = 0;
    for (let cut = 0; cut < size; cut += 501) {
      const { folder, log } = copyOfStore();
      truncateSync(log, cut);
      const stamps = stampsOf((await salvage(nodeFiles, folder)).rows);
      expect(whole.slice(0, stamps.length)).toEqual(stamps);
      expect(stamps.length).toBeGreaterThanOrEqual(most);
      most = stamps.length;
    }
    expect(most).toBeGreaterThan(1);
  });

  it('is nothing where there is no store', async () => {
    expect(await salvage(nodeFiles, join(freshFolder('salvage'), 'none'))).toEqual({ rows: [], damaged: 0 });
  });
});

describe('the formats that a store is made of', () => {
  it('have the checksum that RFC 3720 gives an example of', () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
  });

  it('are packed by repeating what came before', () => {
    const packed = Buffer.from([12, 0x08, 97, 98, 99, 0x15, 3]);
    expect(unsnappy(packed).toString()).toBe('abcabcabcabc');
  });

  it.each([
    ['a length that is not reached', [12, 0x08, 97, 98, 99]],
    ['a repetition of what is not there', [12, 0x08, 97, 98, 99, 0x15, 9]],
    ['a literal beyond the end', [12, 0x20, 97]],
    ['a length without an end', [0x80, 0x80]],
  ])('are refused with %s', (_what, bytes) => {
    expect(() => unsnappy(Buffer.from(bytes))).toThrow(NotSnappy);
  });
});
