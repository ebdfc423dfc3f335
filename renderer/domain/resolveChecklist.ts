import { MITIGATION_NAMES } from './describe';
import type { Incident } from './incident';
import { SEVERITY_RULES } from './severity';

/** One line to look at before resolving. */
export interface ChecklistLine {
  readonly text: string;
  /** What the action item says if the line stays open. */
  readonly todo: string;
  /** What the log has to say about it. */
  readonly detail?: string;
  /** The log already knows it is done. */
  readonly known: boolean;
}

/** What to look at before resolving; nothing of it blocks (RES1, RES2). Source: product.md §1. */
export function resolveChecklist(incident: Incident): readonly ChecklistLine[] {
  const open = incident.attempts.filter((attempt) => !attempt.judged);
  const openNames = open.map(({ action, what }) => `${MITIGATION_NAMES[action]}: ${what}`);
  const finalSent = incident.updates.at(-1)?.state === 'resolved';
  return [
    {
      text: 'Service normal for 10 minutes',
      todo: 'Confirm that the service has been normal for 10 minutes',
      known: false,
    },
    {
      text: 'Mitigations closed',
      todo: 'Judge every mitigation attempt that is still open',
      ...(open.length > 0 ? { detail: `open: ${openNames.join('; ')}` } : {}),
      known: open.length === 0,
    },
    {
      text: 'Temporary changes listed',
      todo: 'List the temporary changes and who reverts them',
      known: incident.attempts.length === 0,
    },
    { text: 'Final update sent', todo: 'Send the final update', known: finalSent },
    ...(SEVERITY_RULES[incident.peakSeverity].postMortemDue
      ? [
          {
            text: 'Post-mortem owner and date agreed',
            todo: 'Agree who writes the post-mortem, to be reviewed within 48 hours',
            known: false,
          },
        ]
      : []),
  ];
}
