import { LIMITS, size } from './limits';
import { BundleRefused } from './refused';
import type { ZipEntry } from './zipDirectory';

export const MANIFEST_NAME = 'manifest.json';

const FLAGS = { encrypted: 0x1, strong: 0x40, masked: 0x2000 };
/** Speed of compression, sizes behind the data, name in UTF-8. */
const HARMLESS_FLAGS = 0x2 | 0x4 | 0x8 | 0x800;
const DOS = { label: 0x8, folder: 0x10, device: 0x40, reparsePoint: 0x400 };
const UNIX = { typeBits: 0o170000, file: 0o100000, folder: 0o040000 };

export const isFolder = ({ name }: Pick<ZipEntry, 'name'>): boolean => name.endsWith('/');

/**
 * Refuses what has no place in a bundle, before a byte of it is unpacked. Nothing is ever written
 * under a name from the archive; names are checked so that a bundle another program would be harmed
 * by is not passed on either.
 */
export function checkEntries(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    checkName(entry.name);
    const folded = entry.name.toLowerCase().replace(/\/$/, '');
    if (seen.has(folded)) {
      throw new BundleRefused('duplicate-name', `It has two files named ${shown(entry.name)}.`);
    }
    seen.add(folded);
    checkKind(entry);
    checkSize(entry);
    total += entry.size;
    if (total > LIMITS.total) {
      throw new BundleRefused('too-large', `Unpacked it would be larger than ${size(LIMITS.total)}.`);
    }
  }
}

function checkName(name: string): void {
  const bad =
    name === '' ||
    name.length > 300 ||
    /[\\:]|[^\x20-\xff]/.test(name) ||
    name.startsWith('/') ||
    name
      .replace(/\/$/, '')
      .split('/')
      .some((part) => part === '' || part === '.' || part === '..');
  if (!bad) return;
  throw new BundleRefused('bad-name', `A file in it is named ${shown(name)}, which leads out of the bundle.`);
}

function checkKind(entry: ZipEntry): void {
  const { flags, method, attributes, name } = entry;
  if ((flags & (FLAGS.encrypted | FLAGS.strong | FLAGS.masked)) !== 0) {
    throw new BundleRefused('encrypted', `${shown(name)} in it is encrypted.`);
  }
  const type = (attributes >>> 16) & UNIX.typeBits;
  const plain = isFolder(entry)
    ? (type === 0 || type === UNIX.folder) && entry.size === 0 && entry.packedSize === 0
    : (type === 0 || type === UNIX.file) && (attributes & DOS.folder) === 0;
  const special = (attributes & (DOS.label | DOS.device | DOS.reparsePoint)) !== 0;
  const known = (method === 0 || method === 8) && (flags & ~HARMLESS_FLAGS) === 0;
  if (plain && !special && known) return;
  throw new BundleRefused('foreign-type', `${shown(name)} in it is a link or of another foreign kind.`);
}

function checkSize({ name, size: unpacked, packedSize, method }: ZipEntry): void {
  const most =
    name === MANIFEST_NAME
      ? LIMITS.manifest
      : name.startsWith('attachments/')
        ? LIMITS.attachment
        : LIMITS.log;
  if (unpacked > most) {
    throw new BundleRefused('too-large', `${shown(name)} in it says that it is larger than ${size(most)}.`);
  }
  if (method === 0 && unpacked !== packedSize) {
    throw new BundleRefused('damaged', `${shown(name)} in it has two different sizes.`);
  }
  if (unpacked > LIMITS.ratioFrom && unpacked > packedSize * LIMITS.ratio) {
    throw new BundleRefused(
      'too-compressed',
      `${shown(name)} in it would blow up to ${size(unpacked)} from almost nothing.`,
    );
  }
}

/** A name from the archive as it may stand in a sentence: short, and without anything invisible. */
export function shown(name: string): string {
  const short = name.length > 60 ? `${name.slice(0, 60)}…` : name;
  return `“${short.replaceAll(/[^\x20-\x7e…]/g, '?')}”`;
}
