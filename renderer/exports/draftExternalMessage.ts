import type { DraftContext } from './draftContext';
import { DRILL_NOTICE } from './draftHeader';
import { guess, prompt, prompts, type Statement } from './statement';

export interface ExternalMessageSection {
  readonly message: Statement;
  readonly prompts: readonly Statement[];
}

export function draftExternalMessage(context: DraftContext): ExternalMessageSection {
  return {
    message: message(context),
    prompts: prompts('Who approves what is said outside, and where is it published?'),
  };
}

/** Starts from the last thing told, which was already written for others to read. */
function message({ incident }: DraftContext): Statement {
  const drill = incident.drill ? `${DRILL_NOTICE}. ` : '';
  const last = incident.updates.at(-1);
  const said = last
    ? [last.impact, last.known, last.doing]
        .filter((part) => part.trim() !== '')
        .map(asSentence)
        .join(' ')
    : '';
  if (said === '') {
    return prompt(
      `${drill}What do we tell customers: what happened, who was affected, what we did, what we change?`,
    );
  }
  return guess(`${drill}${said}`);
}

/** Fields are filled in as people do, without a full stop. */
const asSentence = (part: string): string => (/[.!?…]$/.test(part.trim()) ? part.trim() : `${part.trim()}.`);
