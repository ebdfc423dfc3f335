import type { Stamp } from './ids';
import type { Incident, LifecycleStamp, Tenure } from './incident';
import type { EpochMs } from './time';

/**
 * Moves what the row `id` caused to another time, after its entry was edited (TML6): a mitigation
 * logged late counts from when it began, and a role from when it was taken. What a person set in
 * Edit times stays.
 */
export function retimed(state: Incident, id: Stamp, at: EpochMs): Incident {
  return {
    ...state,
    attempts: retimedAttempts(state.attempts, id, at),
    withdrawnAttempts: retimedAttempts(state.withdrawnAttempts, id, at),
    updates: changed(state.updates, (one) => one.id === id, { sentAt: at }),
    actionItems: changed(state.actionItems, (one) => one.id === id, { addedAt: at }),
    severityChanges: changed(state.severityChanges, (one) => one.id === id, { at }),
    holders: retimedHolders(state.holders, id, at),
    experts: retimedTenures(state.experts, id, at),
    formerTenures: retimedTenures(state.formerTenures, id, at),
    stamps: retimedStamps(state.stamps, id, at),
  };
}

function retimedAttempts(attempts: Incident['attempts'], id: Stamp, at: EpochMs): Incident['attempts'] {
  const started = changed(attempts, (one) => one.id === id, { startedAt: at });
  if (!started.some((one) => one.judged?.id === id)) return started;
  return started.map((one) => (one.judged?.id === id ? { ...one, judged: { ...one.judged, at } } : one));
}

function retimedTenures(tenures: readonly Tenure[], id: Stamp, at: EpochMs): readonly Tenure[] {
  const begun = changed(tenures, (one) => one.id === id, { since: at });
  return changed(begun, (one) => one.endedBy === id, { until: at });
}

function retimedHolders(holders: Incident['holders'], id: Stamp, at: EpochMs): Incident['holders'] {
  const found = Object.values(holders).find((tenure) => tenure.id === id);
  return found ? { ...holders, [found.role]: { ...found, since: at } } : holders;
}

function retimedStamps(stamps: Incident['stamps'], id: Stamp, at: EpochMs): Incident['stamps'] {
  const given = Object.entries(stamps) as [keyof Incident['stamps'], LifecycleStamp][];
  const found = given.find(([, stamp]) => stamp.id === id && !stamp.byHand);
  return found ? { ...stamps, [found[0]]: { ...found[1], at } } : stamps;
}

/** The list with a change to those that match; the same list if none does (LOG6). */
function changed<T extends object>(
  list: readonly T[],
  matches: (one: T) => boolean,
  change: Partial<T>,
): readonly T[] {
  return list.some(matches) ? list.map((one) => (matches(one) ? { ...one, ...change } : one)) : list;
}
