import type { DeviceId, Stamp } from './ids';
import { epochMs, iso, type EpochMs } from './time';

/**
 * Hybrid logical clock (Kulkarni et al., 2014): wall time, a counter for the same millisecond,
 * and the device, written so that plain text order is log order:
 * `2026-11-23T03:14:05.123Z_0001_k3f9a2`.
 *
 * Two devices never make the same stamp, so merging two logs is a set union (LOG1).
 */
export interface StampParts {
  readonly wall: EpochMs;
  readonly counter: number;
  readonly device: DeviceId;
}

const SHAPE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{4})_([a-z0-9]{4,32})$/;
const MOST_IN_A_MILLISECOND = 0xffff;
const FIRST = epochMs(0);
/** 9999-12-31T23:59:59.999Z: later years get a sign in ISO form and would sort wrongly. */
const LAST = epochMs(253_402_300_799_999);

/** Reads a stamp; undefined when the text isn't one. */
export function readStamp(text: string): StampParts | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, wall = '', counter = '', device = ''] = match;
  const at = Date.parse(wall);
  if (Number.isNaN(at)) return undefined;
  return { wall: epochMs(at), counter: Number.parseInt(counter, 16), device: device as DeviceId };
}

/** True for a text that `readStamp` can read. */
export function isStamp(value: unknown): value is Stamp {
  return typeof value === 'string' && readStamp(value) !== undefined;
}

/**
 * The next stamp after `last` (null for the first one of a log).
 *
 * Never goes back: when the wall clock was set back, the last stamp's time is kept and the counter
 * grows; past 65,535 the time moves on by a millisecond instead.
 */
export function nextStamp(last: Stamp | null, now: EpochMs, device: DeviceId): Stamp {
  const before = last === null ? undefined : readStamp(last);
  const wall = Math.min(LAST, Math.max(FIRST, now));
  if (!before || wall > before.wall) return write(epochMs(wall), 0, device);
  if (before.counter < MOST_IN_A_MILLISECOND) {
    return write(before.wall, before.counter + 1, device);
  }
  return write(epochMs(before.wall + 1), 0, device);
}

function write(wall: EpochMs, counter: number, device: DeviceId): Stamp {
  return `${iso(wall)}_${counter.toString(16).padStart(4, '0')}_${device}` as Stamp;
}

/** Log order: negative when `a` was written before `b`. Plain code-unit order, not a locale's. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
