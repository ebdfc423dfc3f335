import { useState } from 'react';
import type { UpdateState } from '../../domain/events';
import { nextDue } from '../../domain/evolveUpdates';
import { epochMs, MINUTE, type EpochMs } from '../../domain/time';
import { cadence } from '../../domain/updateClock';
import { formatLocal } from '../../language/formatLocal';
import { readComingTime } from '../../language/readComingTime';
import type { TimeProblem } from '../../language/timeProblems';
import type { Console } from '../../store/console';

export type Next =
  { readonly ok: true; readonly at: EpochMs | null } | { readonly ok: false; readonly problem: TimeProblem };

export interface NextUpdate {
  readonly next: Next;
  /** What stands in the field. */
  readonly text: string;
  /** This update may be the last one: no next is owed. */
  readonly mayEnd: boolean;
  readonly type: (text: string) => void;
  /** Back to what the cadence of that state offers. */
  readonly offer: (state: UpdateState) => void;
}

/**
 * The promise of the next update: what the cadence offers until somebody types another time. An
 * offer is an instant, so it means the same in whatever zone it is shown.
 */
export function useNextUpdate(
  console: Console,
  state: UpdateState,
  draft: string,
  timeZone: string,
): NextUpdate {
  const [typed, setTyped] = useState(() => (draft === '' ? null : draft));
  const [first, setFirst] = useState(() => offered(console, state));
  const now = console.ports.now();
  // An offer that has passed while one wrote is made anew.
  const at = first !== null && first <= now ? offered(console, state) : first;
  return {
    next: typed === null ? { ok: true, at } : read(typed, now, timeZone),
    text: typed ?? (at === null ? '' : formatLocal(at, timeZone).slice(0, 16)),
    mayEnd: at === null,
    type: setTyped,
    offer: (changed) => {
      setTyped(null);
      setFirst(offered(console, changed));
    },
  };
}

/** The next promise by the cadence of that state, to the minute; null when none is owed. */
function offered(console: Console, state: UpdateState): EpochMs | null {
  const { incident } = console.session.store.getState();
  const clock = incident.clock && { ...incident.clock, state };
  if (!clock || cadence(clock, incident.severity) === null) return null;
  const due = nextDue({ ...incident, clock }, console.ports.now());
  return due === null ? null : epochMs(due - (due % MINUTE));
}

function read(text: string, now: EpochMs, timeZone: string): Next {
  if (text.trim() === '') return { ok: true, at: null };
  const coming = readComingTime(text, { now, timeZone });
  return coming.ok ? { ok: true, at: coming.at } : { ok: false, problem: coming.problem };
}
