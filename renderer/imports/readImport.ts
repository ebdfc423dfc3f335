import { decoderFor, encodingOf, isBinary, SAMPLE_BYTES, type Encoding } from './decodeText';
import {
  ImportRefused,
  type Breathe,
  type ImportOptions,
  type ImportReading,
  type Pace,
  type SourceFile,
} from './importTypes';
import { JsonFile } from './jsonFile';
import { JsonUnits, LONGEST_UNIT } from './jsonUnits';
import { NO_QUESTIONS, ReadingUnderWay } from './readingUnderWay';
import { readSlackExport } from './slackExport';
import { isOurs, slackLayout } from './slackLayout';
import { plainChunks, zippedChunks, type Chunked } from './sourceChunks';
import { readTable } from './readTable';
import { isZip, zipDirectory } from './zipDirectory';

const NO_EXPORT =
  'This is no Slack export: it has no channel with a file for each day. Other files are imported one by one.';
const MOST_BYTES = 4 * 1024 * 1024 * 1024;

/**
 * Reads a file, or the files of a folder, into rows to be looked at. Nothing is kept anywhere else (IMP3).
 *
 * @throws ImportRefused when nothing can be made of it as a whole, and what `breathe` throws.
 */
export async function readImport(
  files: readonly SourceFile[],
  options: ImportOptions,
  pace: Pace,
): Promise<ImportReading> {
  const [only] = files;
  if (only === undefined) throw new ImportRefused('The folder is empty.');
  if (files.length > 1 || only.path.includes('/')) return readFolder(files, pace);
  if (only.size > MOST_BYTES) throw new ImportRefused('The file is larger than 4 GB.');
  const start = await only.read(0, Math.min(only.size, SAMPLE_BYTES));
  if (start.length === 0) throw new ImportRefused('The file is empty.');
  return isZip(start) ? readZip(only, options, pace) : readText(plainChunks(only), start, options, pace);
}

async function readFolder(files: readonly SourceFile[], { breathe }: Pace): Promise<ImportReading> {
  const layout = slackLayout(files);
  if (!layout) throw new ImportRefused(NO_EXPORT);
  const into = new ReadingUnderWay();
  await readSlackExport(
    {
      users: layout.users.map(plainChunks),
      channels: layout.channels.map(plainChunks),
      days: layout.days.map((day) => ({ ...day, file: plainChunks(day.file) })),
    },
    into,
    breathe,
  );
  return into.finish('slack', breathe);
}

async function readZip(file: SourceFile, options: ImportOptions, pace: Pace): Promise<ImportReading> {
  const entries = await zipDirectory(file);
  const byPath = new Map(entries.map((entry) => [entry.path, zippedChunks(file, entry)]));
  const stubs = entries.map(({ path, size }) => ({ path, size, read: async () => new Uint8Array() }));
  const layout = slackLayout(stubs);
  const chunked = ({ path }: SourceFile): readonly Chunked[] => {
    const found = byPath.get(path);
    return found ? [found] : [];
  };
  if (!layout) return readOnlyFile([...byPath.values()], options, pace);
  const into = new ReadingUnderWay();
  const odd = entries.filter(({ path }) => !isOurs(path)).map(({ path }) => path);
  for (const path of odd)
    into.warn(
      'Some names in the archive lead out of it or are no files of an export; they were left alone',
      path,
    );
  await readSlackExport(
    {
      users: layout.users.flatMap(chunked),
      channels: layout.channels.flatMap(chunked),
      days: layout.days.flatMap((day) => chunked(day.file).map((one) => ({ ...day, file: one }))),
    },
    into,
    pace.breathe,
  );
  return into.finish('slack', pace.breathe);
}

/** An archive around a single file is as good as the file. */
async function readOnlyFile(
  files: readonly Chunked[],
  options: ImportOptions,
  pace: Pace,
): Promise<ImportReading> {
  const [only, ...others] = files.filter(({ path }) => isOurs(path));
  if (!only || others.length > 0) {
    throw new ImportRefused('The archive is no Slack export: it has no channel with a file for each day.');
  }
  for await (const start of only.chunks()) return readText(only, start, options, pace);
  throw new ImportRefused('The file in the archive is empty.');
}

async function readText(
  file: Chunked,
  start: Uint8Array,
  options: ImportOptions,
  pace: Pace,
): Promise<ImportReading> {
  const encoding = encodingOf(start);
  if (isBinary(start, encoding))
    throw new ImportRefused('The file is no text: nothing that can be imported.');
  const head = decoderFor(encoding).decode(start, { stream: true }).replaceAll('\0', '').trimStart();
  if (head === '' && file.size <= SAMPLE_BYTES) throw new ImportRefused('The file holds nothing but blanks.');
  if (
    head.startsWith('{') ||
    (head.startsWith('[') && /^\[\s*(?:[[{"\]]|null|true|false|-?\d+(?:\.\d+)?\s*[,\]]|$)/.test(head))
  ) {
    return readJson(file, encoding, head, pace);
  }
  return readTable(file, encoding, options, pace);
}

async function readJson(
  file: Chunked,
  encoding: Encoding,
  head: string,
  { breathe }: Pace,
): Promise<ImportReading> {
  const into = new ReadingUnderWay();
  const json = new JsonFile(into);
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
  if (json.format === undefined) {
    throw new ImportRefused(
      into.count > 0
        ? `The file is no JSON this version can read, or is cut off before its first record.`
        : 'The file is JSON, but none of the formats that can be imported: Slack, PagerDuty, Opsgenie, Alertmanager, Grafana.',
    );
  }
  return into.finish(json.format, breathe, NO_QUESTIONS);
}

/** A document on each line: the first that starts like an object is one, and another line follows. */
function isOneALine(head: string): boolean {
  const [first = '', second = ''] = head.split('\n').filter((line) => line.trim() !== '');
  return second.startsWith('{') && (isObject(first) || (first.startsWith('{"') && isObject(second)));
}

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
  const take = (text: string): void => {
    line += 1;
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
