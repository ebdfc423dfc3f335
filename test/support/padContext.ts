import type { Stamp } from '../../renderer/domain/ids';
import type { OpenAttempt, PadContext } from '../../renderer/language/padReading';
import { instant } from './instants';

/** A Monday night; Dana writes. */
export const PAD_CONTEXT = {
  now: instant('2026-11-23T03:15:00Z'),
  firstKeystroke: instant('2026-11-23T03:14:05Z'),
  timeZone: 'Europe/London',
  people: ['Ana Lima', 'Sam', 'Sam Lee', 'Priya Nair', 'Kofi Boateng'],
  writer: 'Dana',
} as const satisfies PadContext;

const ID = '2026-11-23T03:01:00.000Z_0000_aaaa' as Stamp;
const OTHER_ID = '2026-11-23T03:02:00.000Z_0000_aaaa' as Stamp;

export const ROLLBACK: OpenAttempt = { id: ID, action: 'rollback', what: 'web to 2.3' };
export const SHIFT: OpenAttempt = { id: OTHER_ID, action: 'shift', what: 'EU to Dublin' };
