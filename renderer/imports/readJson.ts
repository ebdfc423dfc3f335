import { formatName } from '../domain/imports';
import { decoderFor, type Encoding } from './decodeText';
import { ImportRefused, type Breathe, type ImportReading, type Pace } from './importTypes';
import { JsonFile, type JsonReading } from './jsonFile';
import { JsonUnits, LONGEST_UNIT } from './jsonUnits';
import { MorePages } from './morePages';
import { ReadingUnderWay } from './readingUnderWay';
import type { Chunked } from './sourceChunks';

const NONE_OF_OURS =
  'The file is JSON, but none of the formats that can be imported: Slack, PagerDuty, Opsgenie, Alertmanager, Grafana.';

/** A file that begins like JSON. */
interface JsonText {
  readonly file: Chunked;
  readonly encoding: Encoding;
  readonly head: string;
}

/** Reads JSON, one document or many, of one file or of several with the same format. */
export async function readJson(texts: readonly JsonText[], { breathe }: Pace): Promise<ImportReading> {
  const into = new ReadingUnderWay();
  const shared = { into, seen: new Map<string, string>(), pages: new MorePages() };
  let known: JsonFile['format'];
  let first = '';
  for (const text of texts) {
    const { path } = text.file;
    const before = into.count;
    const format = await readOne(text, { ...shared, name: texts.length > 1 ? path : '' }, breathe);
    if (format === undefined && texts.length > 1 && into.count === before)
      into.refuse(path, 'is JSON, but none of the formats that can be imported');
    if (format !== undefined && known !== undefined && format !== known) {
      throw new ImportRefused(
        `“${first}” is from ${formatName(known)}, “${path}” from ${formatName(format)}. Import them one by one.`,
      );
    }
    if (known === undefined && format !== undefined) [known, first] = [format, path];
  }
  if (known === undefined) {
    throw new ImportRefused(
      texts.length === 1 && into.count > 0
        ? 'The file is no JSON this version can read, or is cut off before its first record.'
        : NONE_OF_OURS,
    );
  }
  shared.pages.tell(into);
  return into.finish(known, breathe);
}

async function readOne(
  { file, encoding, head }: JsonText,
  reading: JsonReading,
  breathe: Breathe,
): Promise<JsonFile['format']> {
  const json = new JsonFile(reading);
  const decoder = decoderFor(encoding);
  if (isOneALine(head)) await readLines(file, decoder, json, breathe);
  else {
    const units = new JsonUnits((unit) => json.unit(unit));
    for await (const chunk of file.chunks()) {
      units.push(decoder.decode(chunk, { stream: true }));
      await breathe();
    }
    json.end(units.end());
  }
  return json.format;
}

/** A document on each line: the first that starts like an object is one, and another line follows. */
function isOneALine(head: string): boolean {
  const [first = '', second = ''] = head
    .split('\n')
    .map(unmarked)
    .filter((line) => line.trim() !== '');
  return second.startsWith('{') && (isObject(first) || (first.startsWith('{"') && isObject(second)));
}

/** Files that were put behind each other each begin with their mark, and in some logs each document does. */
const unmarked = (line: string): string => line.replace(MARKS, '');
const MARKS = new RegExp(String.raw`^[\ufeff\u001e]+`);

function isObject(line: string): boolean {
  try {
    return line.startsWith('{') && JSON.parse(line) !== null;
  } catch {
    return false;
  }
}

async function readLines(
  file: Chunked,
  decoder: TextDecoder,
  json: JsonFile,
  breathe: Breathe,
): Promise<void> {
  let rest = '';
  let line = 0;
  const take = (given: string): void => {
    line += 1;
    const text = unmarked(given);
    if (text.trim() !== '') json.line(text.length > LONGEST_UNIT ? null : text, line);
  };
  for await (const chunk of file.chunks()) {
    const [end = '', ...lines] = decoder.decode(chunk, { stream: true }).split('\n');
    // Of a line that is too long no more is kept than tells so.
    if (rest.length <= LONGEST_UNIT) rest += end;
    for (const one of lines) {
      take(rest);
      rest = one;
    }
    await breathe();
  }
  take(rest);
  json.end(undefined);
}
