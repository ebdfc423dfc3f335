import { severityName } from '../domain/severity';
import { attemptName, lengthBetween, type DraftContext } from './draftContext';
import { excerpt } from './excerpt';
import { counted, fact, guess, prompt, type Statement } from './statement';

/** A line of a summary is read at a glance. */
const LONGEST_LINE = 300;

export interface SummarySection {
  /** Four lines: what happened, who was affected, how it went and ended, what changes. */
  readonly lines: readonly { readonly label: string; readonly says: Statement }[];
}

export function draftSummary(context: DraftContext): SummarySection {
  return {
    lines: [
      { label: 'What happened', says: whatHappened(context) },
      { label: 'Who was affected', says: whoWasAffected(context) },
      { label: 'How it ended', says: howItEnded(context) },
      { label: 'What changes', says: whatChanges(context) },
    ],
  };
}

function whatHappened({ incident }: DraftContext): Statement {
  if (incident.title.trim() === '') return prompt('What happened, in one sentence?');
  const service = incident.service === undefined ? '' : ` Service: ${incident.service}.`;
  const { severity, peakSeverity } = incident;
  const grade =
    severity === peakSeverity
      ? severityName(peakSeverity)
      : `${severityName(peakSeverity)} at its worst, ${severityName(severity)} in the end`;
  return fact(`${incident.title} (${grade}).${service}`);
}

function whoWasAffected({ incident, standing }: DraftContext): Statement {
  const noted = standing('impact').at(-1)?.text;
  const told = incident.updates.findLast((update) => update.impact.trim() !== '')?.impact;
  const known = noted ?? told;
  return known === undefined
    ? prompt('Who noticed what, and how many of them?')
    : guess(
        `${excerpt(known, LONGEST_LINE)} (${noted === undefined ? 'the last update' : 'the last impact note'}).`,
      );
}

function howItEnded({ incident, say, stampAt }: DraftContext): Statement {
  const helped = incident.attempts.filter((attempt) => attempt.judged?.verdict === 'worked');
  const by = helped.length === 0 ? '' : ` What worked: ${helped.map(attemptName).join('; ')}.`;
  const start = stampAt('impactStart') ?? stampAt('detected');
  const resolved = stampAt('resolved');
  if (resolved === undefined) {
    const mitigated = stampAt('mitigated');
    const so = mitigated === undefined ? '' : `Mitigated ${say(mitigated)}. `;
    return fact(`${so}No time of resolution is in the log.${by}`);
  }
  const took =
    start === undefined || start > resolved
      ? ''
      : `, ${lengthBetween(start, resolved)} after ${stampAt('impactStart') === undefined ? 'detection' : 'impact began'}`;
  return fact(`Resolved ${say(resolved)}${took}.${by}`);
}

function whatChanges({ incident }: DraftContext): Statement {
  const live = incident.actionItems.filter((item) => item.state !== 'dropped');
  if (live.length === 0) return prompt('What will be different next time?');
  const done = live.filter((item) => item.state === 'done').length;
  return fact(`${counted(live.length, 'action item')}, ${done} done.`);
}
