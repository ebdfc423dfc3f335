import { severityName } from '../domain/severity';
import { commandGaps } from './commandCover';
import { draftCadence } from './cadenceKept';
import type { DraftContext } from './draftContext';
import { counted, guess, prompts, type Statement } from './statement';

/** Several factors, never one root; what made it hard; why it surprised us. */
export interface CausesSection {
  readonly factors: readonly Statement[];
  readonly hard: readonly Statement[];
  readonly surprised: readonly Statement[];
}

export function draftCauses(context: DraftContext): CausesSection {
  return {
    factors: prompts(
      'Which condition of the system let this start?',
      'Which safeguard, check or limit was expected to hold, and what did it meet instead?',
      'What made the impact this large or this long, and not smaller or shorter?',
      'Which part of how we work (releases, ownership, staffing, priorities) shaped it?',
      'Which tool, dashboard or document showed something else than what was the case?',
      'What else had to be true at the same time?',
    ),
    hard: [
      ...guessedObstacles(context),
      ...prompts(
        'What was hard to see, to reach or to decide during the response, and what made it so?',
        'What did people have to know by heart?',
      ),
    ],
    surprised: [
      ...guessedSurprises(context),
      ...prompts(
        'Why were we surprised: what did we believe about the system that turned out otherwise?',
        'Where would that belief have been tested?',
      ),
    ],
  };
}

function guessedObstacles(context: DraftContext): readonly Statement[] {
  const { attempts, reopenings } = context.incident;
  const fruitless = attempts.filter(
    (attempt) => attempt.judged && attempt.judged.verdict !== 'worked',
  ).length;
  const gaps = commandGaps(context);
  const late = draftCadence(context).late;
  return [
    ...(fruitless > 0
      ? [guess(`${fruitless} of ${counted(attempts.length, 'mitigation attempt')} did not fully work.`)]
      : []),
    ...(gaps.state === 'known' && gaps.gaps.length > 0
      ? [guess(`The response had no Incident Commander for ${gaps.total} in all.`)]
      : []),
    ...(late > 0 ? [guess(`${counted(late, 'promised update')} came late or not at all.`)] : []),
    ...(reopenings > 0 ? [guess(`The incident came back: reopened ${counted(reopenings, 'time')}.`)] : []),
  ];
}

function guessedSurprises({ incident, say }: DraftContext): readonly Statement[] {
  const raised = incident.severityChanges.filter((change) => change.to < change.from);
  const worse = incident.attempts.filter((attempt) => attempt.judged?.verdict === 'worse');
  return [
    ...raised.map((change) =>
      guess(
        `Severity rose from ${severityName(change.from)} to ${severityName(change.to)}, ${say(change.at)}: ${change.reason}`,
      ),
    ),
    ...worse.map((attempt) => guess(`An attempt made it worse: ${attempt.what}`)),
  ];
}
