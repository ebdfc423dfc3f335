import { MITIGATION_NAMES } from './describe';
import type { UpdateState } from './events';
import type { Incident } from './incident';
import { REDACTED } from './redaction';
import { isStanding, newestEntry, type Entry } from './timeline';

/** The fields of the composer as the log can fill them; '' where it says nothing. */
export interface UpdatePrefill {
  readonly state: UpdateState;
  readonly impact: string;
  readonly known: string;
  readonly doing: string;
}

/**
 * What the log can already say in the next update (UPD8): the last one's words, the newest impact
 * note, and the mitigations under way. A person reads it before it goes out.
 */
export function updatePrefill(incident: Incident): UpdatePrefill {
  const last = incident.updates.at(-1);
  const open = incident.attempts.filter((attempt) => !attempt.judged);
  const doing = open.map(({ action, what }) => `${MITIGATION_NAMES[action]}: ${what}`).join('; ');
  return {
    state: incident.isResolved ? 'resolved' : (last?.state ?? 'investigating'),
    impact: newerImpact(incident) ?? again(last?.impact),
    known: again(last?.known),
    doing: doing === '' ? again(last?.doing) : doing,
  };
}

/** The last update's words, unless they were erased. */
const again = (said: string | undefined): string => (said === undefined || said === REDACTED ? '' : said);

const isImpact = (entry: Entry): boolean => entry.kind === 'impact' && isStanding(entry) && !entry.redacted;

/** An impact note younger than the last update. */
function newerImpact(incident: Incident): string | undefined {
  const since = incident.updates.at(-1)?.sentAt;
  const note = newestEntry(incident.timeline, isImpact);
  return note && (since === undefined || note.at > since) ? note.text : undefined;
}
