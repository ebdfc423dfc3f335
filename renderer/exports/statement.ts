/**
 * A sentence of the draft and how far it can be trusted (EXP3): `log` = the log says so, `guess` =
 * put together from the log and marked as such, `prompt` = a question only people can answer.
 */
export interface Statement {
  readonly from: 'log' | 'guess' | 'prompt';
  readonly text: string;
}

export const fact = (text: string): Statement => ({ from: 'log', text });
export const guess = (text: string): Statement => ({ from: 'guess', text });
export const prompt = (text: string): Statement => ({ from: 'prompt', text });
export const prompts = (...texts: readonly string[]): readonly Statement[] => texts.map(prompt);

/** `1 entry`, `2 entries`; plurals that only add an s need no second word. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
