import { decoderFor, encodingOf, SAMPLE_BYTES } from './decodeText';
import { ImportRefused, type Breathe } from './importTypes';
import { JsonUnits, type JsonUnit } from './jsonUnits';
import { parseLossless } from './losslessJson';
import type { ReadingUnderWay } from './readingUnderWay';
import { fieldsOf, firstText, textOf } from './recordFields';
import { readSlackMessage, readSlackUser } from './slackMessage';
import type { SlackNames } from './slackText';
import type { Chunked } from './sourceChunks';

/** The files of an export, by what they are for. */
export interface SlackFiles {
  readonly users: readonly Chunked[];
  readonly channels: readonly Chunked[];
  readonly days: readonly { readonly file: Chunked; readonly channel: string; readonly name: string }[];
}

/** Reads a whole export: the people first, then day after day, no more than a piece of a file at a time. */
export async function readSlackExport(
  files: SlackFiles,
  into: ReadingUnderWay,
  breathe: Breathe,
): Promise<void> {
  const names = await namesIn(files, into, breathe);
  for (const { file, channel, name } of files.days) {
    let messages = 0;
    let stray = false;
    await readList(name, file, { into, breathe }, (unit, value) => {
      if (unit.list === 'messages' || (unit.list === '' && !stray)) {
        messages += 1;
        readSlackMessage(value, {
          where: [name, ', message ', unit.index + 1, ', line ', unit.line].join(''),
          channel,
          names,
          into,
        });
      } else if (unit.list === null) stray = true;
    });
    if (stray && messages === 0) into.refuse(name, 'is no list of messages');
  }
}

async function namesIn(files: SlackFiles, into: ReadingUnderWay, breathe: Breathe): Promise<SlackNames> {
  const users = new Map<string, string>();
  const channels = new Map<string, string>();
  for (const file of files.users) {
    await readList(file.path, file, { into, breathe }, ({ line }, value) => {
      const user = readSlackUser(value);
      if (!user) into.warn('Some people in the list of users have no id', `${file.path}, line ${line}`);
      else if (users.has(user[0]))
        into.warn('Some ids stand twice in the list of users; the first name counts', user[0]);
      else users.set(...user);
    });
  }
  for (const file of files.channels) {
    await readList(file.path, file, { into, breathe }, (_unit, value) => {
      const { id, name } = fieldsOf(value);
      if (textOf(id) !== '') channels.set(textOf(id), firstText(name, id));
    });
  }
  return { users, channels };
}

interface Way {
  readonly into: ReadingUnderWay;
  readonly breathe: Breathe;
}

/** Reads one file's list, item by item; what is wrong with it is listed. */
async function readList(
  name: string,
  file: Chunked,
  { into, breathe }: Way,
  take: (unit: JsonUnit, value: unknown) => void,
): Promise<void> {
  const units = new JsonUnits((unit) => {
    const value = parsed(unit, name, into);
    if (value !== undefined) take(unit, value);
  });
  const torn = await pushAll(name, file, units, { into, breathe });
  if (torn)
    into.refuse(
      `${name}, line ${torn.line}, character ${torn.offset}`,
      'the file is cut off here; what stands before was read',
    );
}

function parsed({ text, line, index }: JsonUnit, name: string, into: ReadingUnderWay): unknown {
  const where = `${name}, message ${index + 1}, line ${line}`;
  if (text === null) {
    into.refuse(where, 'is longer than four million characters');
    return undefined;
  }
  try {
    return parseLossless(text);
  } catch {
    into.refuse(where, 'is no JSON');
    return undefined;
  }
}

async function pushAll(name: string, file: Chunked, units: JsonUnits, { into, breathe }: Way) {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of file.chunks()) {
      decoder ??= decoderFor(encodingOf(chunk.subarray(0, SAMPLE_BYTES)));
      units.push(decoder.decode(chunk, { stream: true }));
      await breathe();
    }
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    into.refuse(name, error.message.replace(/\.$/, ''));
    return undefined;
  }
  if (!decoder) into.refuse(name, 'is empty');
  return units.end();
}
