import { crc32 } from 'node:zlib';

/** A file to be put into an archive, with its Unix mode. */
export interface ZippedFile {
  readonly name: string;
  readonly text: string;
  readonly mode: number;
}

/** Makes an uncompressed zip by the book (APPNOTE 4.3), so that any name and mode can be put in. */
export function zipOf(files: readonly ZippedFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, mode } of files) {
    const data = Buffer.from(text);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(data.length, 8);
    sizes.writeUInt16LE(name.length, 12);
    const local = Buffer.concat([Buffer.from('504b03040a000000000000000000', 'hex'), sizes]);
    const body = Buffer.concat([local, Buffer.from(name), data]);
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
