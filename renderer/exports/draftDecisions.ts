import type { DraftContext } from './draftContext';
import type { LogLine } from './logLine';
import { prompts, type Statement } from './statement';

export interface DecisionsSection {
  /** Decisions that still stand, in the order they were taken. */
  readonly taken: readonly LogLine[];
  readonly prompts: readonly Statement[];
}

export function draftDecisions({ standing }: DraftContext): DecisionsSection {
  return {
    taken: standing('decision'),
    prompts: prompts('For the decisions that mattered: what was known then, and which other ways were open?'),
  };
}
