import { formatLength, ms } from '../domain/time';
import { tenuresOf } from './commandCover';
import { commandSpan, type DraftContext } from './draftContext';
import { fact, prompts, type Statement } from './statement';

export interface CostSection {
  readonly known: Statement;
  readonly prompts: readonly Statement[];
}

/** The log knows who held a role for how long, and nothing of anybody else's time: it says so. */
export function draftCost(context: DraftContext): CostSection {
  return {
    known: fact(knownTime(context)),
    prompts: prompts(
      'How many people worked on it, and for how many hours in all, the follow-up included?',
      'What did it cost outside engineering: support, sales, credits, agreements?',
    ),
  };
}

function knownTime(context: DraftContext): string {
  const span = commandSpan(context);
  const tenures = tenuresOf(context.incident);
  if (!span || tenures.length === 0) return 'Engineer time is not in the log.';
  const held = new Map<string, number>();
  for (const { person, since, until } of tenures) {
    const to = Math.min(until ?? span.to, span.to);
    held.set(person, Math.max(held.get(person) ?? 0, to - Math.max(since, span.from), 0));
  }
  const total = [...held.values()].reduce((sum, length) => sum + length, 0);
  return (
    `At least ${formatLength(ms(total))} of engineer time: each person’s longest time in one role ` +
    'between declaring and resolving. Everybody else’s time, and all work afterwards, comes on top.'
  );
}
