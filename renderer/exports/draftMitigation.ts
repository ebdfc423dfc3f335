import { MITIGATION_NAMES, VERDICT_NAMES } from '../domain/describe';
import { lengthBetween, type DraftContext } from './draftContext';
import type { Moment } from './moment';
import { prompts, type Statement } from './statement';

export interface AttemptRow {
  readonly action: string;
  readonly what: string;
  /** '' when nobody was named. */
  readonly owner: string;
  readonly risk?: string;
  readonly started: Moment;
  readonly checkBack: Moment;
  /** Null until somebody said how it went. */
  readonly verdict: string | null;
  readonly note?: string;
  /** From start to verdict, `12 min`; null without a verdict. */
  readonly took: string | null;
}

export interface MitigationSection {
  readonly attempts: readonly AttemptRow[];
  readonly prompts: readonly Statement[];
}

export function draftMitigation({ incident, clock }: DraftContext): MitigationSection {
  return {
    attempts: incident.attempts.map((attempt) => ({
      action: MITIGATION_NAMES[attempt.action],
      what: attempt.what,
      owner: attempt.owner,
      ...(attempt.risk === undefined ? {} : { risk: attempt.risk }),
      started: clock.moment(attempt.startedAt),
      checkBack: clock.moment(attempt.checkBackAt),
      verdict: attempt.judged ? VERDICT_NAMES[attempt.judged.verdict] : null,
      ...(attempt.judged?.note === undefined ? {} : { note: attempt.judged.note }),
      took: attempt.judged ? lengthBetween(attempt.startedAt, attempt.judged.at) : null,
    })),
    prompts: prompts(
      'Which attempt ended the impact, and how do we know it was that one?',
      'Which temporary changes are still in place, and who takes them back when?',
    ),
  };
}
