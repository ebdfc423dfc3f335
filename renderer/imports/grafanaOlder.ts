import { isRecord } from '../domain/shape';
import type { ImportKind } from './importTypes';
import { shortHash, type ReadingUnderWay } from './readingUnderWay';
import { fieldsOf, firstText, idOf, listIn, shown, textOf, type Fields } from './recordFields';
import { isoFine, readInstant, type FineInstant } from './recordTimes';

/** States of a rule; all others are notes. */
const KINDS: ReadonlyMap<string, ImportKind> = new Map([
  ['alerting', 'detection'],
  ['ok', 'recovery'],
]);

/** True for the payload of Grafana's alerting before version 8: a rule and its state, no list of alerts. */
export const isLegacyAlert = (value: unknown): boolean =>
  isRecord(value) && 'state' in value && ('ruleId' in value || 'ruleName' in value);

/** True for an entry of `/api/annotations`. */
export const isAnnotation = (value: unknown): boolean =>
  isRecord(value) &&
  'time' in value &&
  'text' in value &&
  ['dashboardId', 'dashboardUID', 'panelId', 'alertId', 'prevState'].some((field) => field in value);

/** What receivers and logs call the time at which they got a payload. */
const RECEIVED = [
  'time',
  'timestamp',
  '@timestamp',
  'receivedAt',
  'received_at',
  'createdAt',
  'created_at',
  'ts',
];

const receivedIn = (fields: Fields): FineInstant | undefined =>
  RECEIVED.map((name) => readInstant(fields[name])).find((when) => when !== undefined);

/** Reads a legacy alert. It says no time itself, so the one at which it came in counts, where that is told. */
export function readLegacyAlert(value: Fields, outer: Fields, where: string, into: ReadingUnderWay): void {
  const when = receivedIn(value) ?? receivedIn(outer);
  if (!when) {
    return into.refuse(
      where,
      'Grafana’s older alerts say no time, and nothing around this one says when it came in',
    );
  }
  const state = textOf(value['state']);
  const matches = listIn(value['evalMatches'])
    .map(fieldsOf)
    .filter(({ metric }) => textOf(metric) !== '')
    .map(({ metric, value: number }) => `${textOf(metric)}=${String(number)}`);
  const text = [
    firstText(value['title'], value['ruleName'], 'Alert without a name'),
    textOf(value['message']),
    matches.length > 0 ? `(${matches.slice(0, 30).join(', ')})` : '',
  ];
  into.accept({
    when,
    kind: KINDS.get(state) ?? 'note',
    author: 'Grafana',
    text: text.filter((part) => part !== '').join(' · '),
    key: `rule ${idOf(value['ruleId']) || shortHash(textOf(value['ruleName']))}:${isoFine(when)}:${state}`,
    where,
  });
}

/** Reads an annotation: a note somebody put on a graph, or a change of an alert's state. */
export function readAnnotation(value: Fields, where: string, into: ReadingUnderWay): void {
  const when = readInstant(value['time']);
  if (!when) return into.refuse(where, `time is no time: ${shown(value['time'])}`);
  const ends = readInstant(value['timeEnd']);
  const state = textOf(value['newState']);
  const tags = listIn(value['tags']).map(textOf).filter(Boolean);
  const said = [
    textOf(value['alertName']),
    state === '' ? '' : [textOf(value['prevState']), state].filter(Boolean).join(' → '),
    textOf(value['text']).replaceAll(/<\/?[a-z][^<>]{0,2000}>/gi, ''),
    tags.length > 0 ? `(${tags.slice(0, 30).join(', ')})` : '',
    ends && ends.at > when.at ? `until ${isoFine(ends)}` : '',
  ];
  const text = said.filter((part) => part.trim() !== '').join(' · ');
  const name = idOf(value['id']);
  into.accept({
    when,
    kind: KINDS.get(state.toLowerCase()) ?? 'note',
    author: firstText(value['login'], value['userName'], 'Grafana'),
    text,
    key: name === '' ? `annotation:${isoFine(when)}:${shortHash(text)}` : `annotation ${name}`,
    where,
  });
}
