import { lstatSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';

/** Does harm to one file. */
export type Damage = (file: string) => void;

export const cutBy =
  (bytes: number): Damage =>
  (file) =>
    truncateSync(file, Math.max(0, sizeOf(file) - bytes));

export const cutToHalf: Damage = (file) => truncateSync(file, Math.floor(sizeOf(file) / 2));
export const emptied: Damage = (file) => truncateSync(file, 0);
export const deleted: Damage = (file) => rmSync(file);
export const holding =
  (text: string | Buffer): Damage =>
  (file) =>
    writeFileSync(file, text);

/** One bit of the byte at this share of the file is turned. */
export const flippedAt =
  (share: number): Damage =>
  (file) => {
    const bytes = readFileSync(file);
    if (bytes.length === 0) return;
    const at = Math.min(bytes.length - 1, Math.floor(bytes.length * share));
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
    writeFileSync(file, bytes);
  };

export const withZeros =
  (bytes: number): Damage =>
  (file) =>
    writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' });

export const zeroedAtEnd =
  (bytes: number): Damage =>
  (file) => {
    const content = readFileSync(file);
    writeFileSync(file, content.fill(0, Math.max(0, content.length - bytes)));
  };

/** What is done to every file of a profile; what is no regular file is replaced by one. */
export const EVERY_DAMAGE: Readonly<Record<string, Damage>> = {
  'cut to half': regular(cutToHalf),
  'one bit turned': regular(flippedAt(0.5)),
  'all zeros': regular((file) => writeFileSync(file, Buffer.alloc(sizeOf(file)))),
  deleted,
};

function regular(harm: Damage): Damage {
  return (file) => {
    if (lstatSync(file).isFile()) return harm(file);
    rmSync(file);
    harm(made(file));
  };
}

function made(file: string): string {
  writeFileSync(file, 'not a link any more');
  return file;
}

const sizeOf = (file: string): number => lstatSync(file).size;
