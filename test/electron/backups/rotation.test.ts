import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outdated, type Kept } from '../../../electron/backups/rotation';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 1);

const backup = (takenAt: number, rows = 1): Kept => ({ file: `at ${takenAt}`, takenAt, rows });

/** Takes a backup at each instant and rotates after each, as the console does. */
function lived(instants: readonly number[], rows: (n: number) => number = (n) => n): readonly Kept[] {
  return instants.reduce<readonly Kept[]>((kept, at, n) => {
    const all = [...kept, backup(at, rows(n))];
    const gone = new Set(outdated(all, at));
    return all.filter((one) => !gone.has(one));
  }, []);
}

const slots = (length: number, instants: readonly number[]): ReadonlySet<number> =>
  new Set(instants.map((at) => Math.floor(at / length)));

describe('which backups are kept (BAK2)', () => {
  const everyTenMinutes = Array.from({ length: 30 * 24 * 6 }, (_, n) => START + n * 10 * MINUTE);

  it('[BAK2] after 30 days of one every ten minutes: the last 12, the hours of two days, the days', () => {
    const kept = lived(everyTenMinutes);
    const times = kept.map(({ takenAt }) => takenAt);
    const now = everyTenMinutes.at(-1) ?? 0;
    expect(times.slice(-12)).toEqual(everyTenMinutes.slice(-12));
    const recent = everyTenMinutes.filter((at) => at >= now - 48 * HOUR);
    expect(
      slots(
        HOUR,
        times.filter((at) => at >= now - 48 * HOUR),
      ),
    ).toEqual(slots(HOUR, recent));
    expect(slots(DAY, times)).toEqual(slots(DAY, everyTenMinutes));
    expect(kept.length).toBeLessThanOrEqual(12 + 49 + 31);
  });

  it('[BAK2] on every one of those days the newest is there, and nothing is older than 30 days', () => {
    for (let day = 1; day <= 45; day += 1) {
      const instants = Array.from({ length: day * 24 }, (_, n) => START + n * HOUR);
      const kept = lived(instants, () => 1);
      expect(kept.at(-1)?.takenAt).toBe(instants.at(-1));
      expect(Math.min(...kept.map(({ takenAt }) => takenAt))).toBeGreaterThan(
        (instants.at(-1) ?? 0) - 31 * DAY,
      );
    }
  });

  it('[BAK2] the last ones stay however old they are', () => {
    const old = [backup(START), backup(START + HOUR)];
    expect(outdated(old, START + 900 * DAY)).toEqual([]);
  });

  it('[BAK2] the fullest stays: rows were lost since it was taken', () => {
    const full = backup(START, 500);
    const later = Array.from({ length: 100 }, (_, n) => backup(START + (n + 1) * DAY, 3));
    expect(outdated([full, ...later], START + 101 * DAY)).not.toContain(full);
    expect(outdated([{ ...full, rows: 3 }, ...later], START + 101 * DAY).length).toBeGreaterThan(0);
  });

  it('[BAK2] for any times, also after the clock was set back: never the newest, and twice is once', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 60 * 24 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 60 * 24 }), (hours, now) => {
        const all = hours.map((hour, n) => ({ ...backup(START + hour * HOUR), file: `${n}` }));
        const gone = new Set(outdated(all, START + now * HOUR));
        const kept = all.filter((one) => !gone.has(one));
        const newest = Math.max(...all.map(({ takenAt }) => takenAt));
        expect(kept.some(({ takenAt }) => takenAt === newest)).toBe(true);
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(12, all.length));
        expect(outdated(kept, START + now * HOUR)).toEqual([]);
      }),
    );
  });
});
