import { decoderFor, encodingOf, isBinary, SAMPLE_BYTES, type Encoding } from './decodeText';
import { ImportRefused, type ImportOptions, type ImportReading, type Pace } from './importTypes';
import { readJson } from './readJson';
import { readTable } from './readTable';
import type { Chunked } from './sourceChunks';

/** More than anybody saves one by one; a long export of Slack is read another way. */
const MOST_FILES = 2_000;

/** A document on a line may be as long. */
const LONGEST_HEAD = 1_000_000;
/** Blanks, and the mark some logs put before each document. */
const LEADING = new RegExp(String.raw`^[\s\u001e]+`);

/** A file of text, and what its start tells. */
interface TextFile {
  readonly file: Chunked;
  readonly encoding: Encoding;
  readonly head: string;
}

/**
 * Reads a file, or several of one kind as if they were one: the pages of a list, the payloads a receiver kept one by
 * one, the parts of a table.
 */
export async function readTexts(
  files: readonly Chunked[],
  options: ImportOptions,
  pace: Pace,
): Promise<ImportReading> {
  if (files.length === 0) {
    throw new ImportRefused(
      'It is no Slack export, and no file of another kind that can be imported is in it.',
    );
  }
  if (files.length > MOST_FILES) throw new ImportRefused('These are more files than can be read together.');
  const texts: TextFile[] = [];
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    texts.push(await textFileOf(file, files.length > 1 ? `“${file.path}”` : 'The file'));
    await pace.breathe();
  }
  const json = texts.find(isJson);
  const table = texts.find((one) => !isJson(one));
  if (json && table) {
    throw new ImportRefused(
      `These are no Slack export, and “${json.file.path}” and “${table.file.path}” are of different kinds. Import them one by one.`,
    );
  }
  return json ? readJson(texts, pace) : readTable(texts, options, pace);
}

async function textFileOf(file: Chunked, name: string): Promise<TextFile> {
  let decoder: TextDecoder | undefined;
  let encoding: Encoding = 'utf-8';
  let head = '';
  for await (const chunk of file.chunks()) {
    if (chunk.length === 0) continue;
    if (!decoder) {
      encoding = encodingOf(chunk);
      if (isBinary(chunk, encoding))
        throw new ImportRefused(`${name} is no text: nothing that can be imported.`);
      decoder = decoderFor(encoding);
    }
    head = (head + decoder.decode(chunk, { stream: true })).replaceAll('\0', '').replace(LEADING, '');
    // Whether a document stands on each line is told by the second one.
    if (!head.startsWith('{') || /\n\s*\S/.test(head) || head.length > LONGEST_HEAD) break;
  }
  if (!decoder) throw new ImportRefused(`${name} is empty.`);
  if (head === '' && file.size <= SAMPLE_BYTES) throw new ImportRefused(`${name} holds nothing but blanks.`);
  return { file, encoding, head };
}

const isJson = ({ head }: TextFile): boolean =>
  head.startsWith('{') ||
  (head.startsWith('[') && /^\[\s*(?:[[{"\]]|null|true|false|-?\d+(?:\.\d+)?\s*[,\]]|$)/.test(head));
