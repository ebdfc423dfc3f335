import { readCsv } from './csvFile';
import { decoderFor, type Encoding } from './decodeText';
import { ImportRefused, type Breathe, type ImportOptions, type ImportReading } from './importTypes';
import { ReadingUnderWay } from './readingUnderWay';
import type { Chunked } from './sourceChunks';

/** Largest table, which is kept in memory as a whole; chat exports are not. */
const MOST_TABLE_BYTES = 64 * 1024 * 1024;

/**
 * Reads a table, whatever its encoding. Throws ImportRefused when no column is one of times by itself; once somebody
 * said what the columns are, the rows just have none, and another answer may follow.
 */
export async function readTable(
  file: Chunked,
  guess: Encoding,
  options: ImportOptions,
  breathe: Breathe,
): Promise<ImportReading> {
  if (file.size > MOST_TABLE_BYTES)
    throw new ImportRefused('The table is larger than 64 MB; cut it into smaller files.');
  const parts: Uint8Array[] = [];
  for await (const chunk of file.chunks()) {
    parts.push(chunk);
    await breathe();
  }
  const isUtf8 = guess !== 'utf-8' || parts.every(utf8Checker());
  const decoder = decoderFor(isUtf8 ? guess : 'windows-1252');
  const text = parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
  const into = new ReadingUnderWay();
  const questions = await readCsv(text, options, { into, breathe });
  if (options.columns === undefined && !questions.columns.some(({ role }) => role === 'time')) {
    throw new ImportRefused(
      'The file is no table with a column of times, and none of the other formats that can be imported.',
    );
  }
  return into.finish('csv', questions);
}

/** A letter outside ASCII may come late in the file. */
function utf8Checker(): (part: Uint8Array) => boolean {
  const strict = new TextDecoder('utf-8', { fatal: true });
  return (part) => {
    try {
      strict.decode(part, { stream: true });
      return true;
    } catch {
      return false;
    }
  };
}
