import { MITIGATION_NAMES } from '../domain/describe';
import type { Attempt, Incident } from '../domain/incident';
import type { StampName } from '../domain/lifecycle';
import { SEVERITY_RULES, type Severity } from '../domain/severity';
import { epochMs, formatLength, ms, type EpochMs } from '../domain/time';
import { entries, type EntryKind } from '../domain/timeline';
import type { InPieces } from './inPieces';
import { logLine, type LogLine } from './logLine';
import { clockIn, inBothZones, type Clock } from './moment';

/** What the draft is made from; every part of it is handed in, so the same input gives the same bytes. */
export interface DraftInput {
  readonly incident: Incident;
  /** When the draft is written; open lengths count up to here. */
  readonly now: EpochMs;
  /** IANA name of the reader's zone; an unknown one falls back to UTC. */
  readonly timeZone: string;
  /** The team's own wording by severity (`'1'` … `'4'`); missing = the product's. */
  readonly severityDefinitions?: { readonly [severity: string]: string };
}

/** The input, prepared once for all sections. */
export interface DraftContext {
  readonly incident: Incident;
  readonly now: EpochMs;
  readonly clock: Clock;
  /** All entries in the order they happened. */
  readonly log: readonly LogLine[];
  /** Entries of these kinds that still stand, in the order they happened. */
  readonly standing: (...kinds: readonly EntryKind[]) => readonly LogLine[];
  /** The instant in both zones, as it is printed in sentences. */
  readonly say: (at: EpochMs) => string;
  readonly definition: (severity: Severity) => string;
  readonly stampAt: (name: StampName) => EpochMs | undefined;
}

export function* contextInPieces(input: DraftInput): InPieces<DraftContext> {
  const { incident, now } = input;
  const clock = clockIn(input.timeZone);
  const log: LogLine[] = [];
  for (const entry of entries(incident.timeline)) {
    log.push(logLine(entry, clock));
    if (log.length % ENTRIES_A_PIECE === 0) yield;
  }
  return {
    incident,
    now,
    clock,
    log,
    standing: (...kinds) => {
      const wanted = new Set(kinds);
      return log.filter((line) => wanted.has(line.kind) && stands(line));
    },
    say: (at) => inBothZones(clock.moment(at)),
    definition: (severity) => input.severityDefinitions?.[severity] ?? SEVERITY_RULES[severity].definition,
    stampAt: (name) => incident.stamps[name]?.at,
  };
}

const ENTRIES_A_PIECE = 1000;

/** Neither struck out nor standing in another entry. */
export const stands = (line: LogLine): boolean =>
  line.retracted === undefined && line.mergedInto === undefined;

/** From declaring to resolving, or to now while it is live. */
export interface Span {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly isOpen: boolean;
}

/** Undefined when a time is missing, or when an earlier time was given for the end than for the start. */
export function commandSpan(context: DraftContext): Span | undefined {
  const from = context.stampAt('declared');
  const resolved = context.stampAt('resolved');
  const to = resolved ?? (context.incident.isResolved ? undefined : context.now);
  if (from === undefined || to === undefined || to < from) return undefined;
  return { from, to, isOpen: resolved === undefined };
}

/** How long from one instant to another, in words; never negative. */
export const lengthBetween = (from: EpochMs, to: EpochMs): string => formatLength(ms(Math.max(0, to - from)));

/** An instant so much later, held inside what a date can be (a log may claim the year 275760). */
export const laterWithin = (at: EpochMs, by: number): EpochMs => epochMs(Math.min(8.64e15, at + by));

/** An attempt as people call it: `Roll back: web to 2026.11.22.4`. */
export const attemptName = ({ action, what }: Pick<Attempt, 'action' | 'what'>): string =>
  `${MITIGATION_NAMES[action]}: ${what}`;
