/**
 * Calls that keep the contract's form in all but one thing, as recipes: what can't travel from the test to the
 * page (dates, proxies, typed arrays) is a tag, made into the thing itself by `sendAll` in the page.
 */
import type { Page } from '@playwright/test';
import { GOOD } from '../electron/support/goodArguments';

export interface Recipe {
  readonly channel: string;
  readonly args: readonly unknown[];
}

/** Never valid in any field of any channel. */
const KINDS = [
  'NaN',
  'Infinity',
  'bigint',
  'date',
  'map',
  'set',
  'regexp',
  'buffer',
  'bytes',
  'floats',
  'error',
  'deep',
  'undefined',
  'proxy',
  'function',
  'symbol',
] as const;

/** Never valid where a name is wanted that becomes a file or picks from a list. */
const BAD_NAMES: readonly unknown[] = [
  '',
  '../x',
  '..\\x',
  '/etc/passwd',
  'a/b',
  'a\0b',
  'ä',
  { $bad: 'huge' },
];
const NAMES = new Set(['incidentId', 'incidentIds', 'bundle', 'lane', 'backups:preview', 'backups:restore']);

/** Reproducible: the same seed gives the same calls (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many malformed calls of each channel. */
export function recipes(
  channels: readonly (keyof typeof GOOD)[],
  each: number,
  seed: number,
): readonly Recipe[] {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const bad = (): unknown => ({ $bad: pick(KINDS) });
  return channels.flatMap((channel) =>
    Array.from({ length: each }, (): Recipe => {
      const good: readonly unknown[] = structuredClone(GOOD[channel]);
      const [first] = good;
      if (first === undefined || random() < 0.15) return { channel, args: [...good, bad()] };
      if (random() < 0.15) return { channel, args: [bad()] };
      if (random() < 0.05) return { channel, args: [] };
      if (typeof first === 'string') return { channel, args: [NAMES.has(channel) ? pick(BAD_NAMES) : bad()] };
      return { channel, args: [spoiled(first, bad, pick)] };
    }),
  );
}

type Pick = <T>(from: readonly T[]) => T | undefined;

/** The same value with one field, anywhere in it, made wrong or one too many. */
function spoiled(value: unknown, bad: () => unknown, pick: Pick, key = ''): unknown {
  if (Array.isArray(value) && value.length > 0) {
    const at = pick([...value.keys()]) ?? 0;
    return value.map((one: unknown, i) => (i === at ? spoiled(one, bad, pick, key) : one));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    if (NAMES.has(key) && pick([true, false]) === true) return pick(BAD_NAMES);
    // The text of an export may come as bytes.
    return key === 'text' ? { $bad: pick(KINDS.filter((kind) => kind !== 'bytes')) } : bad();
  }
  const record = value as Readonly<Record<string, unknown>>;
  const field = pick(Object.keys(record));
  if (field === undefined || pick([1, 2, 3, 4, 5]) === 1) return withOneMore(record, key, bad);
  return { ...record, [field]: spoiled(record[field], bad, pick, field) };
}

/** A log's event may have any further field of plain JSON; that one of its own must not be. */
const withOneMore = (record: object, key: string, bad: () => unknown): object =>
  key === 'event' ? { ...record, constructor: { polluted: 1 } } : { ...record, more: bad() };

export type Answers = Readonly<Record<string, number>>;

/** Makes the calls from the page, one after the other; how often each answer came. */
export function sendAll(page: Page, all: readonly Recipe[], by: 'call' | 'send' = 'call'): Promise<Answers> {
  const plain: { readonly calls: readonly object[]; readonly by: string } = { calls: all, by };
  return page.evaluate(async ({ calls, by: how }) => {
    const { bridge } = window as unknown as {
      bridge: {
        call: (channel: string, ...args: unknown[]) => Promise<unknown>;
        send: (channel: string, ...args: unknown[]) => void;
      };
    };
    const nested = (): unknown => Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 0);
    const things: Readonly<Record<string, () => unknown>> = {
      NaN: () => NaN,
      Infinity: () => -Infinity,
      bigint: () => 10n,
      date: () => new Date(0),
      map: () => new Map([[1, 2]]),
      set: () => new Set([1]),
      regexp: () => /x/g,
      buffer: () => new ArrayBuffer(8),
      bytes: () => new Uint8Array(8),
      floats: () => new Float64Array([NaN]),
      error: () => new Error('x'),
      deep: nested,
      undefined: () => undefined,
      proxy: () => new Proxy({ a: new Date(0) }, {}),
      function: () => () => 1,
      symbol: () => Symbol('x'),
      huge: () => 'x'.repeat(5_000_000),
    };
    const revived = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(revived);
      if (typeof value !== 'object' || value === null) return value;
      if ('$bad' in value) return things[String(value.$bad)]?.();
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one)]));
    };
    const heard: Record<string, number> = {};
    for (const { channel, args } of calls as Recipe[]) {
      const late = new Promise((done) => setTimeout(done, 20_000, 'no answer'));
      const answer = await Promise.race([
        late,
        Promise.resolve()
          .then(() => bridge[how === 'send' ? 'send' : 'call'](channel, ...(revived(args) as unknown[])))
          .then(
            () => (how === 'send' ? 'sent' : `answered ${channel} ${JSON.stringify(args).slice(0, 300)}`),
            (error: unknown) =>
              /malformed arguments/.test(String(error)) ? 'turned down by main' : 'never left the page',
          ),
      ]);
      heard[String(answer)] = (heard[String(answer)] ?? 0) + 1;
    }
    return heard;
  }, plain);
}
