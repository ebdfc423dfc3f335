import type { SentUpdate } from '../domain/incident';
import { type EpochMs } from '../domain/time';
import { commandSpan, lengthBetween, type DraftContext } from './draftContext';
import { fact, type Statement } from './statement';

/** How the promised times were kept. */
export interface Cadence {
  /** Promises that came due, answered or not. */
  readonly promises: number;
  readonly late: number;
  /** Whole per cent of promises kept; null when none came due. */
  readonly keptPercent: number | null;
  readonly says: Statement;
}

/** Late from the first millisecond after the promise: what was said outside is the measure. */
export const isLate = (update: Pick<SentUpdate, 'sentAt' | 'promisedAt'>): boolean =>
  update.promisedAt !== null && update.sentAt > update.promisedAt;

export function draftCadence(context: DraftContext): Cadence {
  const answered = context.incident.updates.filter((update) => update.promisedAt !== null);
  const unanswered = unansweredPromise(context);
  const promises = answered.length + (unanswered === undefined ? 0 : 1);
  const late = answered.filter(isLate).length + (unanswered === undefined ? 0 : 1);
  if (promises === 0) {
    return { promises, late, keptPercent: null, says: fact('No promised update came due.') };
  }
  const keptPercent = Math.floor(((promises - late) / promises) * 100);
  const open =
    unanswered === undefined
      ? ''
      : ` The update promised for ${context.say(unanswered)} was never marked sent.`;
  const says = fact(`${promises - late} of ${promises} promised times kept (${keptPercent} %).${open}`);
  return { promises, late, keptPercent, says };
}

/** A promise that had come due when the incident was resolved, or is due now, without an update. */
function unansweredPromise({ incident, now, stampAt }: DraftContext): EpochMs | undefined {
  const promised = incident.isResolved ? incident.updates.at(-1)?.nextDueAt : incident.clock?.promisedAt;
  const end = incident.isResolved ? stampAt('resolved') : now;
  if (promised === undefined || promised === null || end === undefined) return undefined;
  return promised < end ? promised : undefined;
}

/** The longest time without any update between declaring and resolving (or now). */
export function longestSilence(context: DraftContext): Statement {
  const span = commandSpan(context);
  if (!span) {
    return fact('Not known: the times of declaring and resolving are missing or in the wrong order.');
  }
  const { from, to } = span;
  const sent = context.incident.updates.map((update) => update.sentAt).toSorted((a, b) => a - b);
  const marks = [from, ...sent.filter((at) => at > from && at < to), to];
  let longest = { from, to: from };
  marks.forEach((end, i) => {
    const start = marks[i - 1] ?? from;
    if (end - start > longest.to - longest.from) longest = { from: start, to: end };
  });
  const { say } = context;
  return fact(`${lengthBetween(longest.from, longest.to)}, from ${say(longest.from)} to ${say(longest.to)}.`);
}
