import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileSource } from '../../../electron/bundle/byteSource';
import { openBundle } from '../../../electron/bundle/openBundle';
import { forgedZip, type ForgedEntry } from '../../support/forgedZip';
import { notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';
import { forgedBundle, goodBundle, logOf, manifestFor, rowsOf, sha256, verdictOn } from './bundles';

const LOG = 'incidents/inc1/log.ndjson';
const log = logOf(notes(3));
const MANIFEST = { name: 'manifest.json', data: manifestFor(log) };
const MIB = 1024 * 1024;

/** The good manifest, and its log with something about it changed. */
const withLog = (change: Partial<ForgedEntry>): Buffer =>
  forgedZip([MANIFEST, { name: LOG, data: log, ...change }]);

describe('a hostile bundle is refused (BUN)', () => {
  it('[BUN3] unlike one made by the book', async () => {
    expect(await verdictOn(forgedBundle())).toBe('opened');
    expect(await verdictOn(withLog({ packed: true, flags: 0x800 }))).toBe('opened');
    const folder = { name: 'incidents/', data: '', attributes: 0o040755 * 0x10000 + 0x10 };
    expect(await verdictOn(forgedBundle([folder]))).toBe('opened');
  });

  it.each([
    '../evil',
    'incidents/../../evil',
    '..',
    '.',
    './log.ndjson',
    '/etc/passwd',
    'C:/Windows/evil',
    'C:evil',
    'a\\b',
    '..\\evil',
    'a//b',
    'a\0b',
    'a\nb',
    '',
    'x'.repeat(301),
    'incidents/inc1/log.ndjson:stream',
  ])('[BUN3] with a file named %j', async (name) => {
    expect(await verdictOn(forgedBundle([{ name, data: 'x' }]))).toBe('bad-name');
  });

  it.each([LOG, 'INCIDENTS/inc1/log.ndjson', 'Manifest.json', `${LOG}/`])(
    '[BUN3] with a second file named %s',
    async (name) => {
      expect(await verdictOn(forgedBundle([{ name, data: '' }]))).toBe('duplicate-name');
    },
  );

  it.each([
    ['a link', { attributes: 0o120777 * 0x10000 }, 'foreign-type'],
    ['a named pipe', { attributes: 0o010644 * 0x10000 }, 'foreign-type'],
    ['a device', { attributes: 0o020644 * 0x10000 }, 'foreign-type'],
    ['a folder in place of the log', { attributes: 0x10 }, 'foreign-type'],
    ['a reparse point', { attributes: 0x400 }, 'foreign-type'],
    ['a method nobody knows', { method: 99 }, 'foreign-type'],
    ['encryption', { flags: 0x1 }, 'encrypted'],
    ['strong encryption', { flags: 0x41 }, 'encrypted'],
    ['a patch of another file', { flags: 0x20 }, 'foreign-type'],
    ['a wrong CRC', { crc: 1 }, 'checksum'],
    ['a wrong CRC, packed', { crc: 1, packed: true }, 'checksum'],
    ['2 GB claimed', { size: 2 ** 31, packed: true }, 'too-large'],
    ['2 GB claimed, stored', { size: 2 ** 31, packedSize: 2 ** 31 }, 'too-large'],
    ['10 GB claimed in zip64', { size: 0xffffffff, packed: true }, 'zip64'],
    ['a packed size in zip64', { packedSize: 0xffffffff }, 'zip64'],
    ['a place in zip64', { offset: 0xffffffff }, 'zip64'],
    ['more packed bytes than there are', { packedSize: 10 ** 6, size: 10 ** 6 }, 'overlap'],
    ['a place behind its end', { offset: 10 ** 9 }, 'damaged'],
    ['another name in its own header', { localName: 'incidents/inc2/log.ndjson' }, 'damaged'],
    ['a byte more than it says', { size: log.length - 1, packed: true }, 'damaged'],
    ['a byte less than it says', { size: log.length + 1, packed: true }, 'damaged'],
    ['no packed data at all', { data: 'plain text', method: 8 }, 'damaged'],
  ] as const)('[BUN3] with %s', async (_what, change, reason) => {
    expect(await verdictOn(withLog(change))).toBe(reason);
  });

  it('[BUN3] with two sizes for stored bytes', async () => {
    expect(await verdictOn(withLog({ size: log.length - 1 }))).toBe('damaged');
  });

  it('[BUN3] that would blow up', async () => {
    const zeros = Buffer.alloc(64 * MIB);
    expect(await verdictOn(withLog({ data: zeros, packed: true }))).toBe('too-compressed');
    // The honest size is refused before a byte is unpacked; a small lie while unpacking.
    const before = process.memoryUsage().rss;
    expect(await verdictOn(withLog({ data: zeros, packed: true, size: 1000 }))).toBe('damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(48 * MIB);
  });

  it('[BUN3] whose files together are too much, or too many', async () => {
    const claims = Array.from({ length: 40 }, (_, i) => ({
      name: `attachments/${String(i).padStart(64, '0')}`,
      data: Buffer.alloc(MIB),
      packedSize: 60 * MIB,
      size: 60 * MIB,
    }));
    expect(await verdictOn(forgedBundle(claims))).toBe('too-large');
    const many = Array.from({ length: 20_001 }, (_, i) => ({ name: `x${i}`, data: '' }));
    expect(await verdictOn(forgedZip(many))).toBe('too-many-entries');
  });

  it('[BUN3] whose files share bytes', async () => {
    const twice = forgedZip([
      MANIFEST,
      { name: LOG, data: log },
      {
        name: LOG.replace('inc1', 'inc2'),
        data: log,
        localName: LOG,
        offset: 30 + 13 + MANIFEST.data.length,
      },
    ]);
    expect(await verdictOn(twice)).toBe('damaged');
    const quoted = forgedZip([
      MANIFEST,
      { name: LOG, data: log, packedSize: log.length + 60, size: log.length + 60 },
    ]);
    expect(await verdictOn(quoted)).toBe('overlap');
  });

  it('[BUN3] that is no zip, or says so behind something else', async () => {
    const good = forgedBundle();
    expect(await verdictOn(Buffer.alloc(0))).toBe('not-a-zip');
    expect(await verdictOn(Buffer.from('PK'))).toBe('not-a-zip');
    expect(await verdictOn(Buffer.from('hello'.repeat(100)))).toBe('not-a-zip');
    expect(await verdictOn(Buffer.concat([Buffer.from('#!/bin/sh\n'), good]))).toBe('not-a-zip');
    expect(await verdictOn(Buffer.concat([good, Buffer.from('more')]))).toBe('damaged');
    expect(await verdictOn(Buffer.concat([good, good]))).toBe('damaged');
  });

  it('[BUN3] whose end record lies', async () => {
    const entries = [MANIFEST, { name: LOG, data: log }];
    for (const end of [{ count: 1 }, { count: 3 }, { length: 10 }, { start: 0 }, { comment: 'x' }]) {
      expect(await verdictOn(forgedZip(entries, end))).toBe('damaged');
    }
    for (const end of [{ count: 0xffff }, { length: 0xffffffff }, { start: 0xffffffff }]) {
      expect(await verdictOn(forgedZip(entries, end))).toBe('zip64');
    }
    const locator = Buffer.alloc(20, 0xff);
    locator.writeUInt32LE(0x07064b50, 0);
    expect(await verdictOn(forgedZip(entries, { between: locator }))).toBe('damaged');
  });

  it.each([
    ['another hash', { sha256: sha256('x') }],
    ['another length', { bytes: log.length + 1 }],
    ['another number of rows', { rows: 4 }],
  ])('[BUN4] whose manifest promises %s', async (_what, change) => {
    const good = { path: LOG, sha256: sha256(log), bytes: log.length, rows: 3 };
    const incidents = [{ id: 'inc1', log: { ...good, ...change } }];
    expect(await verdictOn(forgedBundle([], { incidents }))).toBe('checksum');
  });

  it('[BUN4] whose manifest names what is not there, or not what is', async () => {
    const attachment = { path: `attachments/${sha256('x')}.png`, sha256: sha256('x'), bytes: 1 };
    expect(await verdictOn(forgedBundle([], { attachments: [attachment] }))).toBe('missing-entry');
    expect(await verdictOn(forgedBundle([{ name: attachment.path, data: 'x' }]))).toBe('unknown-entry');
    expect(await verdictOn(forgedBundle([{ name: 'run.exe', data: 'x' }]))).toBe('unknown-entry');
    const both = forgedBundle([{ name: attachment.path, data: 'x' }], { attachments: [attachment] });
    expect(await verdictOn(both)).toBe('no-image');
  });

  it.each([
    ['none', []],
    ['no JSON', [{ name: 'manifest.json', data: '{' }]],
    ['a list', [{ name: 'manifest.json', data: '[]' }]],
    ['another format', [{ name: 'manifest.json', data: manifestFor(log, { format: 'x' }) }]],
    ['no incident', [{ name: 'manifest.json', data: manifestFor(log, { incidents: [] }) }]],
    [
      'an incident that leads out',
      [{ name: 'manifest.json', data: manifestFor(log).replaceAll('"inc1"', '"../x"') }],
    ],
    ['a log elsewhere', [{ name: 'manifest.json', data: manifestFor(log).replaceAll(LOG, 'manifest.json') }]],
  ] as const)('[BUN4] whose manifest is %s', async (_what, entries) => {
    expect(await verdictOn(forgedZip([...entries, { name: LOG, data: log }]))).toBe('manifest');
  });

  it('[BUN5] made for a newer reader is named as that, whatever else is in it', async () => {
    expect(await verdictOn(forgedBundle([{ name: 'new/thing', data: '' }], { minReader: 2 }))).toBe('newer');
    expect(await verdictOn(forgedBundle([], { version: 7 } as object))).toBe('opened');
  });
});

describe('a damaged bundle (BUN)', () => {
  it('[BUN6] is refused wherever it was cut off', async () => {
    const good = await goodBundle({
      inc1: log,
      inc2: logOf(notes(400).map((row) => ({ ...row, incidentId: 'inc2' }))),
    });
    for (let twentieth = 0; twentieth < 20; twentieth += 1) {
      const cut = good.subarray(0, Math.floor((good.length * twentieth) / 20));
      expect(await verdictOn(cut)).not.toBe('opened');
    }
    expect(await verdictOn(good)).toBe('opened');
  });

  it('[BUN6] is never opened with other rows than it was made with, in 600 mutations', async () => {
    const good = await goodBundle();
    const change = fc.record({
      at: fc.nat(good.length - 1),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
      cut: fc.nat(8),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let bytes = Buffer.from(good);
        for (const { at, bytes: put, cut } of changes) {
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
        }
        expect(['refused', log]).toContain(await rowsOf(bytes));
      }),
      { numRuns: 600 },
    );
  });

  it('[BUN6] with any one bit turned is refused or holds the same rows', async () => {
    const good = await goodBundle();
    for (let bit = 0; bit < good.length * 8; bit += 3) {
      const bytes = Buffer.from(good);
      const at = Math.floor(bit / 8);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit % 8)), at);
      expect(['refused', log]).toContain(await rowsOf(bytes));
    }
  });
});

describe('what is opened (BUN)', () => {
  it('[BUN3] is a regular file, and nothing is left beside it', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.icbundle');
    writeFileSync(path, forgedBundle([{ name: '../evil', data: 'x' }]));
    await expect(fileSource(path).then(openBundle)).rejects.toMatchObject({ reason: 'bad-name' });
    writeFileSync(path, forgedBundle());
    const bundle = await openBundle(await fileSource(path));
    expect((await bundle.log('inc1')).toString()).toBe(log);
    await expect(bundle.log('inc2')).rejects.toMatchObject({ reason: 'missing-entry' });
    await bundle.close();
    expect(readdirSync(folder)).toEqual(['a.icbundle']);
    mkdirSync(join(folder, 'folder.icbundle'));
    await expect(fileSource(join(folder, 'folder.icbundle'))).rejects.toMatchObject({ reason: 'not-a-file' });
    await expect(fileSource('/dev/zero')).rejects.toMatchObject({ reason: 'not-a-file' });
  });

  it('[BUN4] is checked again when its log is read', async () => {
    const path = join(tempFolder(), 'a.icbundle');
    writeFileSync(path, forgedBundle());
    const bundle = await openBundle(await fileSource(path));
    writeFileSync(path, forgedBundle().toString('latin1').replaceAll('note', 'vote'), 'latin1');
    await expect(bundle.log('inc1')).rejects.toMatchObject({ reason: 'checksum' });
    await bundle.close();
  });
});
