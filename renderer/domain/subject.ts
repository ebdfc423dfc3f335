import { MITIGATION_NAMES } from './describe';
import type { IncidentEvent, Unrecognised } from './events';
import type { Incident } from './incident';

/**
 * What an event is about when it only points at something: the attempt a verdict judges, the action
 * item that moved. "Worked" alone says nothing to who reads the log next week (TML9).
 */
export function subjectOf(state: Incident, event: IncidentEvent | Unrecognised): string | undefined {
  switch (event.type) {
    case 'mitigation-judged':
    case 'mitigation-check-moved': {
      const attempt = state.attempts.find((one) => one.id === event.attempt);
      return attempt && `${MITIGATION_NAMES[attempt.action]}: ${attempt.what}`;
    }
    case 'action-item-moved':
      return state.actionItems.find((one) => one.id === event.item)?.text;
    default:
      return undefined;
  }
}
