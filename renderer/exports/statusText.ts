import { elapsedSpan } from '../domain/elapsed';
import { incidentName, type Incident } from '../domain/incident';
import { PHASE_NAMES } from '../domain/lifecycle';
import { updatePrefill } from '../domain/prefill';
import { severityName } from '../domain/severity';
import { formatLength, ms, type EpochMs } from '../domain/time';
import { inBoth, type PrintTime } from './updateText';
import { visibleLine } from './visibleText';

/**
 * Where the incident stands, in a few lines for a chat channel. Words that would call everybody there are
 * taken apart, since they come out of notes that nobody wrote for that channel.
 */
export function statusText(
  incident: Incident,
  now: EpochMs,
  dueAt: EpochMs | undefined,
  print: PrintTime,
): string {
  const { impact, doing } = updatePrefill(incident);
  const commander = incident.holders.commander?.person;
  const line = (label: string, text: string | undefined): readonly string[] =>
    text === undefined || text === '' ? [] : [`${label}: ${visibleLine(text)}`];
  const both = inBoth(print);
  const text = [
    ...(incident.drill ? ['THIS IS A DRILL'] : []),
    `${severityName(incident.severity)} · ${incidentName(incident)} ${visibleLine(incident.title)}`,
    `${lengthOf(incident, now)} · phase ${PHASE_NAMES[incident.phase]} · as of ${both(now)}`,
    ...line('Impact', impact),
    ...line('Doing', doing),
    ...line('Incident Commander', commander),
    ...line('Next update', dueAt === undefined ? undefined : both(dueAt)),
  ].join('\n');
  return withoutCalls(text);
}

function lengthOf(incident: Incident, now: EpochMs): string {
  const span = elapsedSpan(incident, now);
  const length = span ? formatLength(ms(Math.max(0, span.to - span.from))) : '';
  return incident.isResolved ? `Resolved after ${length}` : `Open for ${length}`;
}

/** @example withoutCalls('@here look') // '@ here look' */
const withoutCalls = (text: string): string => text.replace(/([@!])(here|channel|everyone)\b/gi, '$1 $2');
