import type { EpochMs } from '../domain/time';
import { lengthBetween, stands, type DraftContext } from './draftContext';
import { excerpt } from './excerpt';
import { authorOf, type LogLine } from './logLine';
import { fact, prompts, type Statement } from './statement';

export interface DetectionSection {
  readonly facts: readonly Statement[];
  readonly prompts: readonly Statement[];
}

export interface LeadUpSection {
  /** A guess: what the log places before detection, the last few of it. */
  readonly before: readonly LogLine[];
  readonly prompts: readonly Statement[];
}

const LONGEST_LINE = 300;
const MOST_LEAD_UP_ENTRIES = 10;

export function draftDetection(context: DraftContext): DetectionSection {
  const { log, say, stampAt } = context;
  const detected = stampAt('detected');
  const declared = stampAt('declared');
  const first = log.find(stands);
  const declaring = log.find((line) => line.kind === 'declared');
  const facts = [
    fact(detected === undefined ? 'The time of detection is missing.' : `Detected ${say(detected)}.`),
    ...(declared === undefined
      ? []
      : [fact(`Declared ${say(declared)}${afterDetection(detected, declared)}, ${byWhom(declaring)}.`)]),
    ...(first
      ? [fact(`First entry of the log: ${first.at.utc}, ${excerpt(first.readable, LONGEST_LINE)}`)]
      : []),
  ];
  return {
    facts,
    prompts: prompts(
      'How was it noticed: an alert, a customer, a colleague, by chance?',
      'Which signal showed it first, and where was that signal to be seen?',
      'Which signal would show the same earlier next time?',
    ),
  };
}

export function draftLeadUp({ log, stampAt }: DraftContext): LeadUpSection {
  const noticed = stampAt('detected') ?? stampAt('declared');
  const before = log.filter((line) => stands(line) && noticed !== undefined && line.at.epochMs < noticed);
  return {
    before: before.slice(-MOST_LEAD_UP_ENTRIES),
    prompts: prompts(
      'What was going on before: releases, migrations, traffic, maintenance, a change elsewhere?',
      'What set it off, and why then and not a day earlier?',
    ),
  };
}

function afterDetection(detected: EpochMs | undefined, declared: EpochMs): string {
  if (detected === undefined || detected > declared) return '';
  return `, ${lengthBetween(detected, declared)} after detection`;
}

const byWhom = (line: LogLine | undefined): string =>
  line === undefined ? 'by whom is not in the log' : `by ${authorOf(line)}`;
