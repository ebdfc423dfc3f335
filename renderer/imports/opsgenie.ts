import { isRecord } from '../domain/shape';
import type { ImportKind } from './importTypes';
import { shortHash, type ReadingUnderWay } from './readingUnderWay';
import { fieldsOf, firstText, idOf, shown, textOf, type Fields } from './recordFields';
import { readEpoch, readInstant, type FineInstant } from './recordTimes';

/** Soft matches: the log has no stable event codes (formats.md §3a). */
const LOG_KINDS: readonly (readonly [RegExp, ImportKind])[] = [
  [/^alert created\b/i, 'detection'],
  [/^(?:alert )?(?:closed|resolved)\b|^alert (?:is )?(?:closed|resolved)\b/i, 'recovery'],
  [/\bescalat/i, 'escalation'],
];
const LOG_NOISE = /^(?:notified|notification|sent|viewed|alert viewed|started sending|\[?system\]?)\b/i;

/** Reads one row of an alert's log list. */
export function readOpsgenieLog(value: unknown, where: string, into: ReadingUnderWay): void {
  if (!isRecord(value)) return into.refuse(where, `is no row of an alert log but ${shown(value)}`);
  const when = readInstant(value['createdAt']);
  if (!when) return into.refuse(where, `createdAt is no time: ${shown(value['createdAt'])}`);
  if (readEpoch(value['createdAt']))
    into.warn('Some times are written as numbers; their unit was told by their length', where);
  const text = firstText(value['log'], value['note']);
  const author = textOf(value['owner']);
  const offset = textOf(value['offset']);
  into.accept({
    when,
    kind: LOG_KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'note',
    author,
    text,
    key: `${when.at}:${offset === '' ? '' : shortHash(offset)}:${shortHash(`${author}\n${text}`)}`,
    where,
    noise: value['type'] === 'alertRecipient' || LOG_NOISE.test(text),
  });
}

const ACTION_KINDS: ReadonlyMap<string, ImportKind> = new Map([
  ['create', 'detection'],
  ['close', 'recovery'],
  ['resolve', 'recovery'],
  ['escalate', 'escalation'],
  ['escalatenext', 'escalation'],
  ['escalatetonext', 'escalation'],
  ['updatepriority', 'decision'],
]);

/** Reads one webhook payload. An action other than Create happened at `updatedAt` (formats.md §3b). */
export function readOpsgenieWebhook(value: unknown, where: string, into: ReadingUnderWay): void {
  if (!isRecord(value)) return into.refuse(where, `is no webhook payload but ${shown(value)}`);
  const alert = fieldsOf(value['alert']);
  const action = textOf(value['action']);
  if (action === '') return into.refuse(where, `has no action: ${shown(value['action'])}`);
  const when = actionTime(action, alert);
  if (typeof when === 'string') return into.refuse(where, when);
  const text = actionText(action, alert);
  const id = firstText(idOf(alert['alertId']), idOf(alert['tinyId']), alert['alias']);
  into.accept({
    when,
    kind: ACTION_KINDS.get(action.toLowerCase()) ?? 'note',
    author: firstText(alert['username'], fieldsOf(value['source'])['name']),
    text,
    key: `${id}:${action}:${when.at}:${when.micros}:${shortHash(text)}`,
    where,
  });
}

function actionTime(action: string, alert: Fields): FineInstant | string {
  const isCreate = action.toLowerCase() === 'create';
  const field = isCreate ? 'createdAt' : 'updatedAt';
  const read = readInstant(alert[field]);
  if (read) return read;
  if (isCreate && alert['createdAt'] === undefined) {
    const updated = readInstant(alert['updatedAt']);
    if (updated) return updated;
  }
  return `alert.${field} is no time at which an incident may have happened: ${shown(alert[field])}`;
}

function actionText(action: string, alert: Fields): string {
  const note = textOf(alert['note']);
  if (/^addnote$/i.test(action) && note !== '') return note;
  const words = action.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const head = words.slice(0, 1).toUpperCase() + words.slice(1);
  const parts = [head, textOf(alert['message']), textOf(alert['description'])];
  if (/^create$/i.test(action)) parts.push(textOf(alert['priority']));
  else if (note !== '') parts.push(note);
  return parts.filter((one) => one.trim() !== '').join(' · ');
}
