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
  /** The same as of now: an update may be sent minutes after it was last drawn. */
  readonly current: () => Next;
  /** What stands in the field. */
  readonly text: string;
  /** This update may be the last one: no next is owed. */
  readonly mayEnd: boolean;
  readonly type: (text: string) => void;
  /** Back to what the cadence offers. */
  readonly offer: () => void;
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
  // Untouched, the offer keeps the whole interval ahead, however long one writes.
  const current = (): Next =>
    typed === null ? { ok: true, at: offered(console, state) } : read(typed, console.ports.now(), timeZone);
  const at = offered(console, state);
  return {
    next: current(),
    current,
    text: typed ?? (at === null ? '' : formatLocal(at, timeZone).slice(0, 16)),
    mayEnd: at === null,
    type: setTyped,
    offer: () => setTyped(null),
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
