/**
 * The texts a log file is made of: a `log.ndjson`, a bundle's log, or all segments of a journal.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { bundleLog, isZip } from './bundleLog';

export interface LogSource {
  readonly name: string;
  readonly text: string;
}

/** A path as it was typed: npm runs scripts in the project's folder, wherever the person stands. */
export const asTyped = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  ENOTDIR: 'There is no such file.',
  EISDIR: 'It is a folder; name a file in it.',
  EACCES: 'It may not be read by you.',
  EPERM: 'It may not be read by you.',
};

/** What is wrong with a file, as a sentence: the system's own words only where there is no better one. */
export function readingProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ('code' in error && SENTENCES[String(error.code)]) || error.message;
}

const MOST_FILE_BYTES = 512 * 1024 * 1024;

/** `<incident>.<segment>.ndjson`, the name of a journal file. */
const SEGMENT = /^(.+)\.(\d{4,9})\.ndjson$/;

/**
 * Reads FILE, and when it is a segment of a journal, the journal's other segments beside it: a
 * journal that went on in a second file is still one log.
 *
 * @throws Error with a sentence, or the system's error, when a file can't be read.
 */
export async function logSources(file: string): Promise<readonly LogSource[]> {
  const sources: LogSource[] = [];
  for (const path of await segmentsOf(file)) {
    const bytes = await readWhole(path);
    const text = isZip(bytes) ? await bundleLog(bytes) : bytes.toString('utf8');
    sources.push({ name: basename(path), text });
  }
  return sources;
}

/** FILE, or when its name is that of a journal file, all files of that journal in their order. */
export async function segmentsOf(file: string): Promise<readonly string[]> {
  const incident = SEGMENT.exec(basename(file))?.[1];
  if (incident === undefined) return [file];
  const folder = dirname(file);
  const numbered = (await readdir(folder)).flatMap((name) => {
    const [, of, segment] = SEGMENT.exec(name) ?? [];
    return of === incident ? [{ name, segment: Number(segment) }] : [];
  });
  return numbered.toSorted((a, b) => a.segment - b.segment).map(({ name }) => join(folder, name));
}

async function readWhole(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > MOST_FILE_BYTES) throw new Error(`It is larger than ${MOST_FILE_BYTES} bytes.`);
  return readFile(path);
}
