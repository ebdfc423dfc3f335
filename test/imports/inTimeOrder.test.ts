import { array, assert, asyncProperty, integer, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs } from '../../renderer/domain/time';
import { inTimeOrder } from '../../renderer/imports/inTimeOrder';
import type { ImportRow } from '../../renderer/imports/importTypes';

const START = Date.UTC(2026, 10, 22);
const rest = async (): Promise<void> => undefined;

const row = (at: number, micros: number, place: number): ImportRow => ({
  at: epochMs(START + at),
  micros,
  kind: 'note',
  author: '',
  text: '',
  key: String(place),
  where: '',
});

const order = (rows: readonly ImportRow[]): readonly string[] => rows.map(({ key }) => key);
const sorted = (rows: readonly ImportRow[]): readonly ImportRow[] =>
  rows.toSorted((a, b) => a.at - b.at || a.micros - b.micros);

describe('records in order of time (IMP)', () => {
  it('[IMP2] are those that came, by time, and at the same time as they came', async () => {
    const times = array(record({ at: integer({ min: 0, max: 5 }), micros: integer({ min: 0, max: 2 }) }));
    await assert(
      asyncProperty(times, async (found) => {
        const rows = found.map(({ at, micros }, i) => row(at, micros, i));
        expect(order(await inTimeOrder(rows, rest))).toEqual(order(sorted(rows)));
      }),
    );
  });

  it.each([
    ['backwards', (i: number) => -i],
    ['up and down', (i: number) => (i * 7919) % 10_007],
    ['in stretches', (i: number) => i % 3_000],
    ['in order', (i: number) => i],
  ])('[IMP2] come out the same when very many stand %s, with rests in between', async (_how, at) => {
    const rows = Array.from({ length: 9_001 }, (_, i) => row(at(i), 0, i));
    let rests = 0;
    const ordered = await inTimeOrder(rows, async () => void (rests += 1));
    expect(order(ordered)).toEqual(order(sorted(rows)));
    expect(rests).toBeGreaterThanOrEqual(4);
  });
});
