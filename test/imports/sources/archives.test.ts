import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../renderer/imports/crc32';
import { isOurs, slackLayout } from '../../../renderer/imports/slackLayout';
import { read, source } from './support';

interface Packed {
  readonly name: string;
  readonly text: string;
  readonly stored?: boolean;
  /** Forged fields of the directory. */
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** A zip as any program writes it, and as one that means harm does. */
function zip(files: readonly Packed[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, stored = false, crc, flags = 0, method } of files) {
    const plain = Buffer.from(text);
    const packed = stored ? plain : deflateRawSync(plain);
    const label = Buffer.from(name);
    const how = method ?? (stored ? 0 : 8);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(how, 4);
    fields.writeUInt32LE(crc ?? crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, label, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, rest, label]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, central, end]);
}

const DAY = JSON.stringify([{ type: 'message', user: 'U1', text: 'hello', ts: '1549662360.000100' }]);
const USERS = JSON.stringify([{ id: 'U1', name: 'noor' }]);
const EXPORT: readonly Packed[] = [
  { name: 'users.json', text: USERS },
  { name: 'ops/2019-02-08.json', text: DAY },
];

describe('archives (IMP1)', () => {
  it.each([
    ['packed', EXPORT],
    ['stored', EXPORT.map((one) => ({ ...one, stored: true }))],
    ['in a folder somebody put around it', EXPORT.map((one) => ({ ...one, name: `my export/${one.name}` }))],
  ])('[IMP1] reads an export that is %s', async (_how, files) => {
    const { rows, unreadable } = await read(zip(files));
    expect(rows).toMatchObject([{ author: 'noor', text: 'hello', key: 'ops/1549662360.000100' }]);
    expect(unreadable).toEqual([]);
  });

  it('[IMP1] reads the only file of an archive', async () => {
    const { format, rows } = await read(
      zip([{ name: 'x.csv', text: 'time,text\n2020-02-20T21:28:00Z,hi\n' }]),
    );
    expect([format, rows.length]).toEqual(['csv', 1]);
  });

  it('[IMP2] lists a file whose checksum is wrong, and reads the others', async () => {
    const files = [
      ...EXPORT,
      { name: 'ops/2019-02-09.json', text: DAY.replace('1549662360', '1549742360'), crc: 1 },
    ];
    const { rows, unreadable } = await read(zip(files));
    expect(rows.length).toBeGreaterThan(0);
    expect(unreadable).toEqual([
      { where: 'ops/2019-02-09.json', reason: '“ops/2019-02-09.json” is damaged in its archive' },
    ]);
  });

  it.each([
    ['encrypted', zip(EXPORT.map((one) => ({ ...one, flags: 1 }))), 'is encrypted'],
    [
      'of other things',
      zip([
        { name: 'a.txt', text: 'x' },
        { name: 'b.txt', text: 'y' },
      ]),
      'no Slack export',
    ],
    ['empty', zip([]), 'no Slack export'],
    ['cut off', zip(EXPORT).subarray(0, 120), 'cut off'],
  ])('[IMP1] refuses an archive that is %s', async (_what, bytes, why) => {
    await expect(read(bytes)).rejects.toThrow(why);
  });

  it('[IMP2] lists a file that is packed in an unknown way', async () => {
    const files = EXPORT.map((one) => (one.name.startsWith('ops') ? { ...one, method: 12 } : one));
    expect((await read(zip(files))).unreadable[0]?.reason).toContain('packed in a way');
  });

  it.each([
    '../x.json',
    '/x.json',
    'C:/x.json',
    'a\\b.json',
    'a/../b.json',
    '.DS_Store',
    '__MACOSX/a.json',
    'a//b.json',
    'a\0b',
  ])('[IMP1] leaves %j alone', (path) => expect(isOurs(path)).toBe(false));

  it('[IMP1] finds channels and days whatever else lies beside them', () => {
    const paths = [
      'users.json',
      'channels.json',
      'ops/2019-02-09.json',
      'ops/2019-02-08.json',
      'ops/x.txt',
      'a/b/c.json',
    ];
    const layout = slackLayout(paths.map((path) => source(path, '')));
    expect(layout?.days.map(({ name }) => name)).toEqual(['ops/2019-02-08.json', 'ops/2019-02-09.json']);
    expect(slackLayout([source('a.json', ''), source('b/c.json', '')])).toBeUndefined();
  });
});
