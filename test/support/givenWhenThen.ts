import { expect } from 'vitest';
import type { Command } from '../../renderer/domain/commands';
import { decide } from '../../renderer/domain/decide';
import type { Accepted, Decision } from '../../renderer/domain/decision';
import type { IncidentEvent, Row } from '../../renderer/domain/events';
import { fold } from '../../renderer/domain/fold';
import type { Incident } from '../../renderer/domain/incident';
import { REFUSAL_SENTENCES, type Refusal } from '../../renderer/domain/refusals';
import { later, minutes, type EpochMs } from '../../renderer/domain/time';
import { clock, history, T0, type Happening } from './histories';

type Asked = Command | ((rows: readonly Row[]) => Command);

interface Outcome {
  /** The command is accepted with exactly these events. Not `then`: lint forbids what `await` would call. */
  readonly thenLogged: (...events: readonly (IncidentEvent | Accepted)[]) => void;
  readonly thenRefused: (refusal: Refusal) => void;
  readonly decision: Decision;
}

interface Given {
  readonly state: Incident;
  readonly rows: readonly Row[];
  readonly when: (command: Asked) => Outcome;
  /** The same history, looked at this time of the night; without it, a minute after its last row. */
  readonly at: (time: string) => Given;
}

/** A history, for a command to be decided on: `given(declared(2)).when({…}).thenRefused('reason-missing')`. */
export function given(...happenings: readonly Happening[]): Given {
  const rows = history(...happenings);
  return givenRows(rows, later(rows.at(-1)?.recordedAt ?? T0, minutes(1)));
}

function givenRows(rows: readonly Row[], now: EpochMs): Given {
  const state = fold(rows);
  return {
    state,
    rows,
    at: (time) => givenRows(rows, clock(time)),
    when: (asked) => outcome(decide(state, typeof asked === 'function' ? asked(rows) : asked, now)),
  };
}

function outcome(decision: Decision): Outcome {
  return {
    decision,
    thenLogged: (...events) => {
      const expected = events.map((one) => ('event' in one ? one : { event: one }));
      expect(decision).toEqual({ ok: true, events: expected });
    },
    thenRefused: (refusal) => {
      expect(decision).toEqual({ ok: false, refusal });
      expect(REFUSAL_SENTENCES[refusal]).toMatch(/^[A-Z].*\.$/);
    },
  };
}

/** The incident after a history. */
export const after = (...happenings: readonly Happening[]): Incident => fold(history(...happenings));
