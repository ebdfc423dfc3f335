import { isRecord } from '../domain/shape';
import type { ImportKind } from './importTypes';
import { shortHash, type ReadingUnderWay } from './readingUnderWay';
import { fieldsOf, firstText, idOf, listIn, shown, textOf, type Fields } from './recordFields';
import { readIso } from './recordTimes';

/** formats.md §2; both spellings of acknowledge occur. All else is a note. */
const KINDS: { readonly [type: string]: ImportKind } = {
  trigger: 'detection',
  escalate: 'escalation',
  exhaust_escalation_path: 'escalation',
  repeat_escalation_path: 'escalation',
  urgency_change: 'decision',
  resolve: 'recovery',
};

/** Pages that went out, and bookkeeping: seldom wanted one by one. */
const NOISE = new Set(['notify', 'snooze', 'reach_ack_limit', 'reach_trigger_limit']);

/** Reads one PagerDuty log entry. Service keys and addresses are never looked at (IMP5). */
export function readPagerDutyEntry(value: unknown, where: string, into: ReadingUnderWay): void {
  if (!isRecord(value)) return into.refuse(where, `is no log entry but ${shown(value)}`);
  const when = readIso(value['created_at']);
  if (!when) {
    return into.refuse(where, `created_at is no date and time with a zone: ${shown(value['created_at'])}`);
  }
  const type = textOf(value['type']).replace(/_log_entry$/, '');
  const text = entryText(value, type);
  const id = idOf(value['id']);
  if (id === '') into.warn('Some entries have no id and are told apart by time and text', where);
  const kind = Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'note') : 'note';
  into.accept({
    when,
    kind,
    author: firstText(fieldsOf(value['agent'])['summary'], fieldsOf(value['agent'])['name']),
    text,
    key: id === '' ? `${when.at}:${type}:${shortHash(text)}` : id,
    where,
    noise: NOISE.has(type),
  });
}

function entryText(entry: { readonly [field: string]: unknown }, type: string): string {
  const channel = fieldsOf(entry['channel']);
  const incident = fieldsOf(entry['incident']);
  const note = firstText(
    entry['note'],
    ...(type === 'annotate' ? [channel['content'], noteIn(channel)] : []),
  );
  if (note !== '') return note;
  const head = firstText(entry['summary'], type.replaceAll('_', ' '));
  const description = firstText(
    fieldsOf(entry['event_details'])['description'],
    channel['description'],
    channel['subject'],
    fieldsOf(channel['details'])['description'],
  );
  const details =
    type === 'trigger'
      ? [firstText(description, incident['summary'], incident['title'])]
      : changes(entry, type);
  return [head, ...details.filter((one) => one !== '' && !head.includes(one))].join(' · ');
}

/** A note's own words; the summary of another channel is that of what it sent. */
const noteIn = (channel: Fields): unknown => (channel['type'] === 'note' ? channel['summary'] : undefined);

function changes(entry: { readonly [field: string]: unknown }, type: string): readonly string[] {
  if (type === 'assign' || type === 'escalate' || type === 'delegate') {
    return [
      listIn(entry['assignees'])
        .map((one) => textOf(fieldsOf(one)['summary']))
        .filter(Boolean)
        .join(', '),
    ];
  }
  if (type === 'notify') return [textOf(fieldsOf(entry['user'])['summary'])];
  return listIn(entry['changeset']).map(textOf);
}
