/** Bundles that mean harm or were harmed on their way: every kind of lie in turn, and random damage. */
import { forgedZip, type ForgedEntry } from '../support/forgedZip';
import { forgedBundle, goodBundle, logOf, manifestFor, rowsOf } from '../electron/bundle/bundles';
import { notes } from '../electron/support/rows';

const LOG = 'incidents/inc1/log.ndjson';
const log = logOf(notes(3));
const MANIFEST: ForgedEntry = { name: 'manifest.json', data: manifestFor(log) };
const MIB = 1024 * 1024;

const withLog = (change: Partial<ForgedEntry>): Buffer =>
  forgedZip([MANIFEST, { name: LOG, data: log, ...change }]);
const named = (name: string): Buffer => forgedBundle([{ name, data: 'x' }]);

const up = (levels: number, to: string): string => `${'../'.repeat(levels)}${to}`;

/** One of each kind, made anew for every `n`. */
const LIES: readonly ((n: number) => Buffer)[] = [
  (n) => named(up((n % 12) + 1, 'journal/checkpoint.json')),
  (n) => named(`/tmp/malformed-bundle-${n}`),
  (n) => named(`C:\\malformed-${n}`),
  (n) => named(`incidents/inc1/log.ndjson${' '.repeat((n % 3) + 1)}/..`),
  () => forgedBundle([{ name: LOG.toUpperCase(), data: '' }]),
  (n) => withLog({ attributes: (0o120777 - (n % 2)) * 0x10000 }),
  (n) => withLog({ attributes: 0o020644 * 0x10000, data: `${log}${n}` }),
  (n) => withLog({ crc: n }),
  (n) => withLog({ size: 2 ** 31 + n, packed: true }),
  (n) => withLog({ size: 2 ** 31 + n, packedSize: 2 ** 31 + n }),
  () => withLog({ size: 0xffffffff, packed: true }),
  (n) => withLog({ data: Buffer.alloc(MIB * ((n % 16) + 1)), packed: true }),
  (n) => withLog({ data: Buffer.alloc(MIB * ((n % 16) + 1)), packed: true, size: 1_000 }),
  (n) => withLog({ offset: 10 ** 6 + n }),
  (n) => withLog({ method: 90 + (n % 9) }),
  (n) => withLog({ flags: 1 + 2 * (n % 4) }),
  (n) => withLog({ localName: `incidents/inc${n + 2}/log.ndjson` }),
  (n) => withLog({ data: log.replace('note 2', `vote ${n}`) }),
  (n) => forgedZip([MANIFEST, { name: LOG, data: log }], { count: 3 + n }),
  (n) => forgedZip([MANIFEST, { name: LOG, data: log }], { start: 10 ** 6 + n }),
  (n) => forgedBundle([], { incidents: [{ id: `inc${n + 2}`, log: { path: '../../etc/passwd' } }] }),
  (n) => forgedBundle([], { format: `not-a-bundle-${n}` }),
  (n) => forgedZip([{ name: 'manifest.json', data: '['.repeat(10_000 + n) }]),
  (n) => Buffer.alloc(n % 5_000, 'PK'),
];

/**
 * So many different malformed bundles, the same for the same seed: a lie and a damaged copy in turn. What
 * damage left as it was made is none, and left out.
 */
export async function malformedBundles(count: number, seed = 1): Promise<readonly Buffer[]> {
  const good = await goodBundle();
  const random = randomFrom(seed);
  const bundles: Buffer[] = [];
  for (let n = 0; bundles.length < count; n += 1) {
    const lie = n % 2 === 0 ? LIES[(n / 2) % LIES.length] : undefined;
    const bytes = lie ? lie(n) : damagedCopy(good, random);
    if (lie || (await rowsOf(bytes)) !== log) bundles.push(bytes);
  }
  return bundles;
}

/** Cut off, or with up to eight bytes changed. */
function damagedCopy(good: Buffer, random: () => number): Buffer {
  const at = (): number => Math.floor(random() * good.length);
  if (random() < 0.3) return good.subarray(0, at());
  const bytes = Buffer.from(good);
  for (let flips = 1 + Math.floor(random() * 8); flips > 0; flips -= 1) {
    bytes.writeUInt8(Math.floor(random() * 256), at());
  }
  return bytes;
}

/** Numbers from 0 to 1 that look random and come again (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
