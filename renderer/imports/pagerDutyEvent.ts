import { isRecord } from '../domain/shape';
import type { ImportKind } from './importTypes';
import { shortHash, type ReadingUnderWay } from './readingUnderWay';
import { fieldsOf, firstText, idOf, listIn, shown, textOf, type Fields } from './recordFields';
import { readIso } from './recordTimes';

/** By what is behind the dot of `event_type`; all else is a note. */
const KINDS: ReadonlyMap<string, ImportKind> = new Map([
  ['incident.triggered', 'detection'],
  ['incident.reopened', 'detection'],
  ['incident.escalated', 'escalation'],
  ['incident.responder.added', 'escalation'],
  ['incident.priority_updated', 'decision'],
  ['incident.resolved', 'recovery'],
  ['incident.status_update_published', 'communication'],
]);

/** The event of a PagerDuty V3 webhook, which stands by itself or in a payload; undefined for all else. */
export function pagerDutyEventIn(value: unknown): Fields | undefined {
  if (!isRecord(value)) return undefined;
  const event = isRecord(value['event']) ? value['event'] : value;
  return typeof event['event_type'] === 'string' && 'occurred_at' in event ? event : undefined;
}

/** Reads one event of a V3 webhook: it happened at `occurred_at`, and its id is the same each time it is sent. */
export function readPagerDutyEvent(event: Fields, where: string, into: ReadingUnderWay): void {
  const when = readIso(event['occurred_at']);
  if (!when) {
    return into.refuse(where, `occurred_at is no date and time with a zone: ${shown(event['occurred_at'])}`);
  }
  const type = textOf(event['event_type']);
  const text = eventText(type, fieldsOf(event['data']));
  const id = idOf(event['id']);
  if (id === '') into.warn('Some events have no id and are told apart by time and text', where);
  const agent = fieldsOf(event['agent']);
  into.accept({
    when,
    kind: KINDS.get(type) ?? 'note',
    author: firstText(agent['summary'], agent['name'], fieldsOf(event['client'])['name']),
    text,
    key: id === '' ? `${when.at}:${type}:${shortHash(text)}` : id,
    where,
    noise: type === 'pagey.ping',
  });
}

function eventText(type: string, data: Fields): string {
  const said = firstText(data['content'], data['message']);
  if (said !== '' && /annotated|status_update/.test(type)) return said;
  const words = type.replaceAll(/[._]/g, ' ');
  const about = fieldsOf(data['incident']);
  const assignees = /assigned|escalated|delegated/.test(type)
    ? listIn(data['assignees'])
        .map((one) => textOf(fieldsOf(one)['summary']))
        .filter(Boolean)
        .join(', ')
    : '';
  const priority = type.includes('priority') ? textOf(fieldsOf(data['priority'])['summary']) : '';
  const title = firstText(data['title'], data['summary'], about['summary']);
  const user = firstText(fieldsOf(data['user'])['summary'], fieldsOf(data['escalation_policy'])['summary']);
  return [`${words.slice(0, 1).toUpperCase()}${words.slice(1)}`, title, assignees, user, priority, said]
    .filter((part) => part !== '')
    .join(' · ');
}
