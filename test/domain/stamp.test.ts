import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeviceId, isIncidentId, type DeviceId, type Stamp } from '../../renderer/domain/ids';
import { compareStamps, isStamp, nextStamp, readStamp } from '../../renderer/domain/stamp';
import { epochMs, later, ms } from '../../renderer/domain/time';
import { anyInstant } from '../support/arbitraryRows';
import { DEVICE, T0 } from '../support/histories';

const wall = fc.oneof(fc.integer({ min: T0 - 50, max: T0 + 50 }).map(epochMs), anyInstant);
const device = fc.constantFrom('aaaa', 'bbbb', 'zzzz0000') as fc.Arbitrary<DeviceId>;

describe('stamps (LOG)', () => {
  it('[LOG9] is wall time, counter and device, written so that text order is log order', () => {
    expect(nextStamp(null, T0, DEVICE)).toBe('2026-11-23T03:00:00.000Z_0000_aaaa');
    expect(readStamp('2026-11-23T03:00:00.000Z_00ff_k3f9a2')).toEqual({
      wall: T0,
      counter: 255,
      device: 'k3f9a2',
    });
  });

  it('[LOG9] counts on within a millisecond', () => {
    const first = nextStamp(null, T0, DEVICE);
    expect(nextStamp(first, T0, DEVICE)).toBe('2026-11-23T03:00:00.000Z_0001_aaaa');
    expect(nextStamp(first, later(T0, ms(1)), DEVICE)).toBe('2026-11-23T03:00:00.001Z_0000_aaaa');
  });

  it('[LOG9] keeps its time when the clock is set back', () => {
    const first = nextStamp(null, T0, DEVICE);
    expect(nextStamp(first, later(T0, ms(-3_600_000)), DEVICE)).toBe('2026-11-23T03:00:00.000Z_0001_aaaa');
  });

  it('[LOG9] moves on by a millisecond after 65,536 in one', () => {
    const full = '2026-11-23T03:00:00.000Z_ffff_aaaa' as Stamp;
    expect(nextStamp(full, T0, DEVICE)).toBe('2026-11-23T03:00:00.001Z_0000_aaaa');
  });

  it('[LOG9] stays within the years that sort as text', () => {
    expect(nextStamp(null, epochMs(8.64e15), DEVICE)).toBe('9999-12-31T23:59:59.999Z_0000_aaaa');
    expect(nextStamp(null, epochMs(-1), DEVICE)).toBe('1970-01-01T00:00:00.000Z_0000_aaaa');
  });

  it('[LOG9] a chain of stamps rises, as text too, whatever the clocks do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(wall, device), { minLength: 2, maxLength: 30 }), (steps) => {
        let last: Stamp | null = null;
        for (const [now, on] of steps) {
          const next = nextStamp(last, now, on);
          if (last !== null && (compareStamps(last, next) >= 0 || !(last < next))) return false;
          if (!isStamp(next) || readStamp(next)?.device !== on) return false;
          last = next;
        }
        return true;
      }),
      { numRuns: 500 },
    );
  });

  it('[LOG1] two devices never make the same stamp', () => {
    expect(nextStamp(null, T0, 'aaaa' as DeviceId)).not.toBe(nextStamp(null, T0, 'bbbb' as DeviceId));
  });

  it.each([
    '',
    'x',
    '2026-11-23T03:00:00Z_0000_aaaa',
    '2026-11-23T03:00:00.000Z_0000_AAAA',
    '2026-11-23T03:00:00.000Z_0000_aaa',
    '2026-13-23T03:00:00.000Z_0000_aaaa',
    '+012026-11-23T03:00:00.000Z_0000_aaaa',
    '2026-11-23T03:00:00.000Z_0000_aaaa\n',
    null,
    7,
  ])('[LOG9] %j is no stamp', (value) => {
    expect(isStamp(value)).toBe(false);
  });

  it('[LOG1] names that become file names are plain', () => {
    expect(['inc-1_A', 'x'.repeat(64)].every(isIncidentId)).toBe(true);
    expect(['', '../x', 'a b', 'x'.repeat(65), 'a.b', 'ä', 7].some(isIncidentId)).toBe(false);
    expect(['aaaa', 'a1b2c3'].every(isDeviceId)).toBe(true);
    expect(['aaa', 'AAAA', 'a_aa', 'x'.repeat(33), null].some(isDeviceId)).toBe(false);
  });
});
