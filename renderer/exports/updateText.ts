import { UPDATE_STATE_NAMES } from '../domain/describe';
import type { UpdateState } from '../domain/events';
import { incidentName, type Incident } from '../domain/incident';
import { severityName } from '../domain/severity';
import { iso, type EpochMs } from '../domain/time';

/** What a stakeholder update says, before or after it is sent. */
export interface UpdateContent {
  readonly number: number;
  readonly state: UpdateState;
  readonly impact: string;
  readonly known: string;
  readonly doing: string;
  readonly workaround?: string;
  readonly nextDueAt: EpochMs | null;
}

/** Prints an instant for the reader's zone, e.g. `03:45`. */
export type PrintTime = (at: EpochMs) => string;

/** Prints an instant for the reader's zone and in UTC, once where they are the same: `03:45 (02:45 UTC)`. */
export const inBoth =
  (print: PrintTime): PrintTime =>
  (at) => {
    const [here, utc] = [print(at), iso(at).slice(11, 16)];
    return here.endsWith(utc) ? `${here} UTC` : `${here} (${utc} UTC)`;
  };

/**
 * An update as plain text, for any place that takes text. Times stand in the sender's zone and in
 * UTC, once where they are the same; a line nobody filled in is left out; a drill says so first (EXP: every text of a drill does).
 */
export function updateText(
  incident: Pick<Incident, 'title' | 'number' | 'drill' | 'severity'>,
  update: UpdateContent,
  asOf: EpochMs,
  print: PrintTime,
): string {
  const both = inBoth(print);
  const line = (label: string, text: string | undefined): readonly string[] =>
    text === undefined || text.trim() === '' ? [] : [`${label}: ${text.trim()}`];
  return [
    ...(incident.drill ? ['THIS IS A DRILL'] : []),
    `${severityName(incident.severity)} · ${incidentName(incident)} ${incident.title}`,
    `Update ${update.number}, ${both(asOf)}`,
    `Status: ${UPDATE_STATE_NAMES[update.state]}`,
    ...line('Impact', update.impact),
    ...line('What we know', update.known),
    ...line('What we are doing', update.doing),
    ...line('Workaround', update.workaround),
    update.nextDueAt === null ? 'This is the last update.' : `Next update: ${both(update.nextDueAt)}`,
  ].join('\n');
}
