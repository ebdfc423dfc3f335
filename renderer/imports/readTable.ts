import { readCsv, type TableText } from './csvFile';
import { decoderFor, type Encoding } from './decodeText';
import {
  ImportRefused,
  type ImportOptions,
  type ImportQuestions,
  type ImportReading,
  type Pace,
} from './importTypes';
import { ReadingUnderWay } from './readingUnderWay';
import type { Chunked } from './sourceChunks';

/** Largest table; more rows than a person looks through, and each is kept until Import. */
const MOST_TABLE_BYTES = 64 * 1024 * 1024;

/**
 * Reads a table, whatever its encoding. Throws ImportRefused when no column is one of times by itself; once somebody
 * said what the columns are, the rows just have none, and another answer may follow.
 */
export async function readTable(
  file: Chunked,
  guess: Encoding,
  options: ImportOptions,
  pace: Pace,
): Promise<ImportReading> {
  if (file.size > MOST_TABLE_BYTES)
    throw new ImportRefused('The table is larger than 64 MB; cut it into smaller files.');
  pace.readTwice?.();
  const { into, questions } = await readAs(file, guess, options, pace).catch((error: unknown) => {
    // A letter outside ASCII may come late in the file.
    if (error instanceof NotUtf8) return readAs(file, 'windows-1252', options, pace);
    throw error;
  });
  if (options.columns === undefined && !questions.columns.some(({ role }) => role === 'time')) {
    throw new ImportRefused(
      'The file is no table with a column of times, and none of the other formats that can be imported.',
    );
  }
  return into.finish('csv', pace.breathe, questions);
}

class NotUtf8 extends Error {}

async function readAs(
  file: Chunked,
  encoding: Encoding,
  options: ImportOptions,
  { breathe }: Pace,
): Promise<{ readonly into: ReadingUnderWay; readonly questions: ImportQuestions }> {
  const into = new ReadingUnderWay();
  const text = encoding === 'utf-8' ? strictTextOf(file) : textOf(file, () => decoderFor(encoding));
  return { into, questions: await readCsv(text, options, { into, breathe }) };
}

const textOf = (file: Chunked, makeDecoder: () => TextDecoder): TableText =>
  async function* () {
    const decoder = makeDecoder();
    for await (const chunk of file.chunks()) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  };

const strictTextOf = (file: Chunked): TableText =>
  async function* () {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of file.chunks()) yield decodedStrictly(decoder, chunk);
    yield endOf(decoder);
  };

function decodedStrictly(decoder: TextDecoder, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new NotUtf8();
  }
}

/** A file may be cut off within a letter, and is UTF-8 all the same. */
function endOf(decoder: TextDecoder): string {
  try {
    return decoder.decode();
  } catch {
    return '\uFFFD';
  }
}
