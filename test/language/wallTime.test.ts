import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs } from '../../renderer/domain/time';
import { wallTimeAt } from '../../renderer/language/wallTime';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Monrovia',
];

/** As the runtime's own calendar has it, asked for this one instant. */
function asked(at: number, timeZone: string): readonly number[] {
  const parts = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const year = of('era') === 'BC' ? 1 - Number(of('year')) : Number(of('year'));
  return [year, ...['month', 'day', 'hour', 'minute', 'second'].map((type) => Number(of(type)))];
}

function shown(at: number, timeZone: string): readonly number[] {
  const { year, month, day, hour, minute, second } = wallTimeAt(epochMs(at), timeZone);
  return [year, month, day, hour, minute, second];
}

describe('what a wall clock shows (TML8)', () => {
  it('is what the runtime’s calendar says, at any instant in any zone', () => {
    const instants = fc.oneof(
      fc.integer({ min: 0, max: 2_000_000_000_000 }),
      fc.integer({ min: -8.64e15, max: 8.64e15 }),
    );
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (at, zone) => {
        expect(shown(at, zone)).toEqual(asked(at, zone));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-10-25T01:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['Africa/Monrovia', '1972-01-07T00:44:30Z'],
  ])('is right on both sides of a change of the clocks: %s, %s', (zone, change) => {
    const at = Date.parse(change);
    for (const off of [-900_001, -900_000, -30_001, -1, 0, 1, 29_999, 899_999, 900_000]) {
      expect(shown(at + off, zone)).toEqual(asked(at + off, zone));
    }
  });
});
