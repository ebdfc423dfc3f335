import type { Ring } from './contract';

const MINUTE_MS = 60_000;

/**
 * An alarm in one line, for the notification.
 *
 * @example headline({ level: 'overdue', lateMs: 120_000, … }) // 'Update overdue by 2 min'
 */
export function headline({ level, lateMs, missedAsleep }: Ring): string {
  const minutes = Math.floor(lateMs / MINUTE_MS);
  if (level === 'due-soon') return 'Update due soon';
  if (missedAsleep) return `Update was due ${minutes} min ago, while this computer was away`;
  return level === 'due' ? 'Update due now' : `Update overdue by ${minutes} min`;
}
