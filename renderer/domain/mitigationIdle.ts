import type { Incident } from './incident';
import { between, epochMs, minutes, type EpochMs, type Ms } from './time';

/** Trying nothing for this long is worth saying; shorter pauses are people thinking. */
const WORTH_SAYING = minutes(10);

/**
 * How long nothing has been tried, when that is worth saying (MIT5): since declaring or the last
 * attempt, while none is under way and the impact is not yet mitigated.
 */
export function nothingTriedFor(incident: Incident, now: EpochMs): Ms | undefined {
  const declaredAt = incident.stamps.declared?.at;
  const isOver = incident.isResolved || incident.stamps.mitigated !== undefined;
  const isTrying = incident.attempts.some((attempt) => !attempt.judged);
  if (declaredAt === undefined || isOver || isTrying) return undefined;
  const starts = incident.attempts.map((attempt) => attempt.startedAt);
  const idle = between(epochMs(Math.max(declaredAt, ...starts)), now);
  return idle < WORTH_SAYING ? undefined : idle;
}
