import type { Command, CommandType } from './commands';
import type { IncidentEvent } from './events';
import type { Refusal } from './refusals';
import { later, minutes, type EpochMs } from './time';

/** An event to be stamped and written; without `at` it happened when it is written. */
export interface Accepted {
  readonly event: IncidentEvent;
  readonly at?: EpochMs;
}

/** What `decide` answers: the events to log, or why there are none. */
export type Decision =
  | { readonly ok: true; readonly events: readonly Accepted[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** The command of one of the given types. */
export type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>;

/** The command is granted; these events are to be logged, in this order. */
export const accept = (...events: readonly (IncidentEvent | Accepted)[]): Decision => ({
  ok: true,
  events: events.map((one) => ('event' in one ? one : { event: one })),
});

/** The command is turned down; nothing is logged. */
export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** True for a text without anything to see in it but blanks. */
export const isBlank = (text: string): boolean => text.trim() === '';

/** One line of it: a title or a name never carries a line break. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const LONGEST_NAME = 200;

/** True for what is no name of a person any more but something pasted into its field (ROL7). */
export const isTooLongName = (person: string | undefined): boolean =>
  person !== undefined && oneLine(person).length > LONGEST_NAME;

/** `{ [key]: text }` trimmed, or nothing at all when blank: optional fields are absent, not ''. */
export function optional<K extends string>(key: K, text: string | undefined): { readonly [P in K]?: string } {
  if (text === undefined || isBlank(text)) return {};
  return { [key]: text.trim() } as { readonly [P in K]?: string };
}

/** Clocks of two laptops and a fast typist may differ by this much without anybody meaning "later". */
export const FUTURE_SLACK = minutes(2);

/** True when a time that should have happened lies ahead by more than the slack (TML5). */
export const isFuture = (at: EpochMs, now: EpochMs): boolean => at > later(now, FUTURE_SLACK);
