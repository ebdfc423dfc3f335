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

/** A file of a table, and how its bytes are read as far as its start tells. */
export interface TableFile {
  readonly file: Chunked;
  readonly encoding: Encoding;
}

/**
 * Reads a table of one file or of several, whatever their encodings. Throws ImportRefused when no column is one of
 * times by itself; once somebody said what the columns are, the rows just have none, and another answer may follow.
 */
export async function readTable(
  files: readonly TableFile[],
  options: ImportOptions,
  pace: Pace,
): Promise<ImportReading> {
  if (files.reduce((sum, { file }) => sum + file.size, 0) > MOST_TABLE_BYTES)
    throw new ImportRefused('The table is larger than 64 MB; cut it into smaller files.');
  pace.readTwice?.();
  const { into, questions } = await readAs(files, options, pace);
  if (options.columns === undefined && !questions.columns.some(({ role }) => role === 'time')) {
    throw new ImportRefused(
      'The file is no table with a column of times, and none of the other formats that can be imported.',
    );
  }
  return into.finish('csv', pace.breathe, questions);
}

class NotUtf8 extends Error {
  readonly file: Chunked;

  constructor(file: Chunked) {
    super();
    this.file = file;
  }
}

async function readAs(
  files: readonly TableFile[],
  options: ImportOptions,
  pace: Pace,
): Promise<{ readonly into: ReadingUnderWay; readonly questions: ImportQuestions }> {
  const into = new ReadingUnderWay();
  const parts = files.map(({ file, encoding }) => ({
    name: files.length > 1 ? file.path : '',
    text: encoding === 'utf-8' ? strictTextOf(file) : textOf(file, () => decoderFor(encoding)),
  }));
  try {
    return { into, questions: await readCsv(parts, options, { into, breathe: pace.breathe }) };
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    // A letter outside ASCII may come late in the file.
    const told = files.map((one) =>
      one.file === error.file ? { ...one, encoding: 'windows-1252' as const } : one,
    );
    return readAs(told, options, pace);
  }
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
    for await (const chunk of file.chunks()) yield decodedStrictly(decoder, chunk, file);
    yield endOf(decoder);
  };

function decodedStrictly(decoder: TextDecoder, chunk: Uint8Array, file: Chunked): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new NotUtf8(file);
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
