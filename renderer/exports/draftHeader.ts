import { incidentName } from '../domain/incident';
import { PHASE_NAMES } from '../domain/lifecycle';
import { SEVERITY_RULES, severityName } from '../domain/severity';
import { HOUR } from '../domain/time';
import { laterWithin, lengthBetween, type DraftContext } from './draftContext';
import type { Moment } from './moment';
import { counted, fact, guess, prompt, type Statement } from './statement';

/** The first words of every text about a drill that leaves the console (EXP8). */
export const DRILL_NOTICE = 'THIS IS A DRILL';

/** Hours between resolving and the review, when the severity asks for one. Source: product rules, LIF. */
const REVIEW_WITHIN_HOURS = 48;

export interface HeaderSection {
  readonly drill: boolean;
  /** `INC-0142` or `DR-3`. */
  readonly name: string;
  readonly title: string;
  /** The document's heading; a drill's starts with the notice. */
  readonly heading: string;
  readonly peakSeverity: { readonly name: string; readonly definition: string };
  readonly finalSeverity: { readonly name: string; readonly definition: string };
  readonly service?: string;
  readonly bridge?: string;
  readonly status: string;
  readonly owner: readonly Statement[];
  readonly review: Statement;
  readonly writtenAt: Moment;
  readonly timeZone: string;
}

export function draftHeader(context: DraftContext): HeaderSection {
  const { incident, clock, now, definition } = context;
  const name = incidentName(incident);
  const title = incident.title.trim() === '' ? 'Untitled incident' : incident.title;
  const drill = incident.drill ? `${DRILL_NOTICE} · ` : '';
  const grade = (severity: typeof incident.severity): HeaderSection['peakSeverity'] => ({
    name: severityName(severity),
    definition: definition(severity),
  });
  return {
    drill: incident.drill,
    name,
    title,
    heading: `${drill}Post-mortem ${name}: ${title}`,
    peakSeverity: grade(incident.peakSeverity),
    finalSeverity: grade(incident.severity),
    ...(incident.service === undefined ? {} : { service: incident.service }),
    ...(incident.bridge === undefined ? {} : { bridge: incident.bridge }),
    status: status(context),
    owner: owner(context),
    review: review(context),
    writtenAt: clock.moment(now),
    timeZone: clock.timeZone,
  };
}

function status({ incident, say, stampAt }: DraftContext): string {
  const resolved = stampAt('resolved');
  const reopened = incident.reopenings === 0 ? '' : `, reopened ${counted(incident.reopenings, 'time')}`;
  return `Draft, not yet reviewed. The incident is ${state(incident)}${reopened}.`;

  /** A time of resolution can be set by hand; the incident is live until somebody resolves it. */
  function state({ isResolved, phase }: DraftContext['incident']): string {
    if (isResolved)
      return resolved === undefined ? 'resolved, but the time is missing' : `resolved ${say(resolved)}`;
    const open = `still open, in phase ${PHASE_NAMES[phase]}`;
    return resolved === undefined
      ? open
      : `${open}, though its time of resolution is given as ${say(resolved)}`;
  }
}

function owner({ incident }: DraftContext): readonly Statement[] {
  const commander = incident.holders.commander?.person;
  const question = prompt('Who owns this post-mortem until it is published?');
  return commander === undefined ? [question] : [guess(`${commander}, who held command last.`), question];
}

function review({ incident, now, say, stampAt }: DraftContext): Statement {
  const peak = incident.peakSeverity;
  if (!SEVERITY_RULES[peak].postMortemDue) {
    return fact(`${severityName(peak)} asks for no review; one is welcome all the same.`);
  }
  const resolved = stampAt('resolved');
  if (resolved === undefined) return fact(`${REVIEW_WITHIN_HOURS} h after the incident is resolved.`);
  const due = laterWithin(resolved, REVIEW_WITHIN_HOURS * HOUR);
  const passed = now > due ? `; that was ${lengthBetween(due, now)} before this draft` : '';
  return fact(`${say(due)}, ${REVIEW_WITHIN_HOURS} h after it was resolved${passed}.`);
}
