import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive in which every field can lie. */
export interface ForgedEntry {
  readonly name: string;
  readonly data: string | Buffer;
  /** Deflated; stored otherwise. */
  readonly packed?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** What header and directory say the unpacked size is. */
  readonly size?: number;
  readonly packedSize?: number;
  /** Unix mode in the upper half. */
  readonly attributes?: number;
  /** The name in the local header. */
  readonly localName?: string;
  /** Where the directory says its local header is. */
  readonly offset?: number;
}

export interface ForgedEnd {
  readonly count?: number;
  readonly length?: number;
  readonly start?: number;
  readonly comment?: string;
  /** Put between directory and end record. */
  readonly between?: Buffer;
}

/** Makes a zip by the book (APPNOTE 4.3) with any lie in it. */
export function forgedZip(entries: readonly ForgedEntry[], end: ForgedEnd = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = entry.packed === true ? deflateRawSync(entry.data) : Buffer.from(entry.data);
    const body = Buffer.concat([localHeader(entry, content), content]);
    directory.push(centralHeader(entry, content, entry.offset ?? offset));
    bodies.push(body);
    offset += body.length;
  }
  const listed = Buffer.concat(directory);
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(end.count ?? entries.length, 8);
  record.writeUInt16LE(end.count ?? entries.length, 10);
  record.writeUInt32LE(end.length ?? listed.length, 12);
  record.writeUInt32LE(end.start ?? offset, 16);
  const comment = Buffer.from(end.comment ?? '');
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, listed, end.between ?? Buffer.alloc(0), record, comment]);
}

function facts(entry: ForgedEntry, content: Buffer, nameLength: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.writeUInt16LE(entry.flags ?? 0, 0);
  bytes.writeUInt16LE(entry.method ?? (entry.packed === true ? 8 : 0), 2);
  bytes.writeUInt32LE(0x00210000, 4);
  bytes.writeUInt32LE(entry.crc ?? crc32(entry.data), 8);
  bytes.writeUInt32LE(entry.packedSize ?? content.length, 12);
  bytes.writeUInt32LE(entry.size ?? Buffer.byteLength(entry.data), 16);
  bytes.writeUInt16LE(nameLength, 20);
  return bytes;
}

function localHeader(entry: ForgedEntry, content: Buffer): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name, 'latin1');
  const start = Buffer.from('504b03041400', 'hex');
  return Buffer.concat([start, facts(entry, content, name.length), name]);
}

function centralHeader(entry: ForgedEntry, content: Buffer, offset: number): Buffer {
  const name = Buffer.from(entry.name, 'latin1');
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.attributes ?? 0, 6);
  rest.writeUInt32LE(offset, 10);
  const start = Buffer.from('504b010214031400', 'hex');
  return Buffer.concat([start, facts(entry, content, name.length), rest, name]);
}
