import { lengthBetween, type DraftContext } from './draftContext';
import type { LogLine } from './logLine';
import type { Moment } from './moment';
import { fact, prompts, type Statement } from './statement';

export interface ImpactSection {
  readonly window: Statement;
  /** Impact notes that still stand. */
  readonly notes: readonly LogLine[];
  /** Impact as it was told in updates. */
  readonly told: readonly { readonly at: Moment; readonly audience: string; readonly text: string }[];
  readonly prompts: readonly Statement[];
}

export function draftImpact(context: DraftContext): ImpactSection {
  const { incident, clock, standing } = context;
  return {
    window: window(context),
    notes: standing('impact'),
    told: incident.updates
      .filter((update) => update.impact.trim() !== '')
      .map((update) => ({
        at: clock.moment(update.sentAt),
        audience: update.audience,
        text: update.impact,
      })),
    prompts: prompts(
      'Who was affected (customers, regions, teams), how many, and what did they see?',
      'Was data lost or shown to others? How do we know?',
      'How much of the error budget, and which agreements, did it cost?',
    ),
  };
}

/** Impact ends when somebody said so; resolving is only the next best known end. */
function window({ say, stampAt }: DraftContext): Statement {
  const from = stampAt('impactStart');
  const ended = stampAt('impactEnd');
  const to = ended ?? stampAt('resolved');
  const end = ended === undefined ? 'resolved (no end of impact is in the log)' : 'end of impact';
  if (from === undefined) return fact('The start of impact is missing, so its length is not known.');
  if (to === undefined) return fact(`Impact began ${say(from)}; its end is not in the log.`);
  if (to < from) {
    return fact(`Impact start ${say(from)} lies after ${end} ${say(to)}: one of the two is wrong.`);
  }
  return fact(`From ${say(from)} to ${say(to)}, ${end}: ${lengthBetween(from, to)}.`);
}
