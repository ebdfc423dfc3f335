import { isRecord } from '../domain/shape';
import type { ReadingUnderWay } from './readingUnderWay';
import { fieldsOf, firstText, shown, textOf, type Fields } from './recordFields';
import { plausible, type FineInstant } from './recordTimes';
import { richText, type SlackNames } from './slackText';

/** What a channel says about itself (formats.md §1). */
const NOISE = new Set([
  'channel_join',
  'channel_leave',
  'channel_topic',
  'channel_purpose',
  'channel_name',
  'channel_archive',
  'channel_unarchive',
  'group_join',
  'group_leave',
  'group_topic',
  'group_purpose',
  'group_name',
  'group_archive',
  'huddle_thread',
  'tombstone',
  'message_deleted',
  'reminder_add',
  'bot_add',
  'bot_remove',
  'pinned_item',
  'channel_convert_to_private',
  'channel_convert_to_public',
  'channel_posting_permissions',
  'channel_canvas_updated',
  'sh_room_created',
  'sh_room_shared',
  'app_conversation_join',
  'bot_enable',
  'bot_disable',
]);

/** Six digits behind the point as Slack writes it; other tools cut off zeros or count on. */
const TS = /^(\d{9,11})(?:\.(\d{1,9}))?$/;

/**
 * Slack's `ts`, seconds and microseconds as text. It is the message's id in its channel and loses digits as a
 * number, so one that was written as a number is none any more.
 */
function readTs(value: unknown): FineInstant | undefined {
  const match = typeof value === 'string' ? TS.exec(value) : null;
  if (!match) return undefined;
  const fraction = (match[2] ?? '').padEnd(6, '0').slice(0, 6);
  return plausible(Number(match[1]) * 1000 + Number(fraction.slice(0, 3)), Number(fraction.slice(3)));
}

/** Where a message stands. */
export interface SlackPlace {
  readonly where: string;
  /** The folder of the export; '' for a single file. */
  readonly channel: string;
  readonly names: SlackNames;
  readonly into: ReadingUnderWay;
}

/** Reads one message. */
export function readSlackMessage(value: unknown, { where, channel, names, into }: SlackPlace): void {
  if (!isRecord(value)) return into.refuse(where, `is no message but ${shown(value)}`);
  // As a listener gets it, an edit is wrapped around the message it changed.
  if (value['subtype'] === 'message_changed' && isRecord(value['message']) && value['text'] === undefined) {
    return readSlackMessage(value['message'], { where, channel, names, into });
  }
  const when = readTs(value['ts']);
  if (!when) return into.refuse(where, `ts is none of Slack’s times: ${shown(value['ts'])}`);
  const text = richText(value, names);
  into.accept({
    when,
    kind: 'note',
    author: authorOf(value, names),
    text: `${isReply(value) ? '(in thread) ' : ''}${text}${isRecord(value['edited']) && text !== '' ? ' (edited)' : ''}`,
    key: [channel, '/', sixDigits(textOf(value['ts']))].join(''),
    where,
    noise: NOISE.has(textOf(value['subtype'])) || text.trim() === '',
  });
}

/** The same message has the same id, however its zeros were treated. */
function sixDigits(ts: string): string {
  if (/^\d+\.\d{6}$/.test(ts)) return ts;
  const [seconds = '', fraction = ''] = ts.split('.');
  return `${seconds}.${fraction.padEnd(6, '0').replace(/(?<=.{6})0+$/, '')}`;
}

/** A broadcast reply stands in the channel as well; it is one message all the same. */
const isReply = (message: Fields): boolean =>
  textOf(message['thread_ts']) !== '' &&
  message['thread_ts'] !== message['ts'] &&
  message['subtype'] !== 'thread_broadcast';

function authorOf(message: Fields, names: SlackNames): string {
  const user = textOf(message['user']);
  const known = names.users.get(user);
  if (known !== undefined) return known;
  const profile = fieldsOf(message['user_profile']);
  const bot = fieldsOf(message['bot_profile']);
  const named = firstText(message['username'], bot['name'], profile['display_name'], profile['real_name']);
  if (named !== '') return named;
  return user === 'USLACKBOT' ? 'Slackbot' : firstText(user, message['bot_id']);
}

/** A person of `users.json`: id and the name shown (formats.md §1). */
export function readSlackUser(value: unknown): readonly [id: string, name: string] | undefined {
  const user = fieldsOf(value);
  const id = textOf(user['id']);
  if (id === '') return undefined;
  const profile = fieldsOf(user['profile']);
  return [
    id,
    firstText(profile['display_name'], profile['real_name'], user['real_name'], user['name'], id).trim(),
  ];
}
