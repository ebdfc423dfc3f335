/**
 * Histories for the export tests: commands go through the rules with a fixed clock, rows come out.
 */
import type { Command } from '../../renderer/domain/commands';
import { decide } from '../../renderer/domain/decide';
import type { Row } from '../../renderer/domain/events';
import { evolve } from '../../renderer/domain/evolve';
import type { DeviceId, IncidentId, Stamp } from '../../renderer/domain/ids';
import { NO_INCIDENT, type Incident } from '../../renderer/domain/incident';
import { nextStamp } from '../../renderer/domain/stamp';
import { epochMs, type EpochMs } from '../../renderer/domain/time';

const INCIDENT = 'inc-0142' as IncidentId;
const DEVICE = 'laptop' as DeviceId;

/** An instant from ISO text. */
export const at = (iso: string): EpochMs => epochMs(Date.parse(iso));

/** Collects rows as the console would write them. */
export class History {
  readonly rows: Row[] = [];
  incident: Incident = NO_INCIDENT;

  constructor(
    private now: EpochMs,
    private by = 'Ada',
  ) {}

  /** From here on it is this time, and this person writes. */
  clock(iso: string, by = this.by): this {
    this.now = at(iso);
    this.by = by;
    return this;
  }

  /** Runs a command; a refusal fails the test. Answers the stamp of its first row. */
  run(command: Command): Stamp {
    const decision = decide(this.incident, command, this.now);
    if (!decision.ok) throw new Error(`refused: ${decision.refusal}`);
    const stamps = decision.events.map((one) => this.write(one.event, one.at ?? this.now));
    const [first] = stamps;
    if (first === undefined) throw new Error('no event');
    return first;
  }

  /** Puts a row in as a file might hold it, past the rules. */
  write(event: Row['event'], happened: EpochMs = this.now): Stamp {
    const stamp = nextStamp(this.incident.lastStamp, this.now, DEVICE);
    const row: Row = {
      incidentId: INCIDENT,
      stamp,
      at: happened,
      recordedAt: this.now,
      by: this.by,
      event,
    };
    this.rows.push(row);
    this.incident = evolve(this.incident, row);
    return stamp;
  }
}

/** A Sev 1 declared by Ada at 03:00 UTC, title and all. */
export function declared(over: Partial<Extract<Command, { type: 'declare' }>> = {}): History {
  const history = new History(at('2026-11-23T03:00:00Z'));
  history.run({
    type: 'declare',
    title: 'Checkout is down',
    severity: 1,
    drill: false,
    number: 142,
    commander: 'Ada',
    ...over,
  });
  return history;
}
