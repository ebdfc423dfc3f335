/**
 * `npm run --silent import-facts -- FILE`: prints what an import would find in a file, as one JSON document.
 *
 * FILE is anything the console imports, also the folder of a Slack export. Times without a zone are read as UTC
 * and ambiguous dates day first, each with a warning, since nobody can be asked here. A file that can't be read
 * as a whole ends with exit code 1 and a sentence.
 */
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isoFine } from '../renderer/imports/recordTimes';
import { ImportRefused, type ImportReading, type SourceFile } from '../renderer/imports/importTypes';
import { readImport } from '../renderer/imports/readImport';
import { instantsOf } from '../renderer/language/wallTime';
import { asTyped, readingProblem } from './logSources';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

async function sourceOf(file: string, path: string): Promise<SourceFile> {
  const { size } = await stat(file);
  return {
    path,
    size,
    read: async (from, to) => {
      const handle = await open(file);
      try {
        const bytes = new Uint8Array(Math.max(0, to - from));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
        return bytes.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}

async function sourcesOf(file: string): Promise<readonly SourceFile[]> {
  if (!(await stat(file)).isDirectory()) return [await sourceOf(file, basename(file))];
  const inside = await readdir(file, { recursive: true, withFileTypes: true });
  const files = inside.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Promise.all(
    files.map(async (one) => sourceOf(one, one.slice(join(file, '/').length).replaceAll('\\', '/'))),
  );
}

function facts({ format, rows, duplicates, unreadable, warnings, people }: ImportReading): object {
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    format,
    entries: rows.length,
    duplicates: duplicates.length,
    unreadable,
    warnings,
    people,
    firstAt: first ? isoFine(first) : null,
    lastAt: last ? isoFine(last) : null,
    rows: rows.map((row) => ({ at: isoFine(row), kind: row.kind, author: row.author, text: row.text })),
    duplicateRows: duplicates.map(({ row, reason }) => ({ where: row.where, reason })),
  };
}

async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Name a file: npm run --silent import-facts -- FILE');
  const options = {
    timeZone: 'UTC',
    dateOrder: 'day-first',
    baseDate: null,
    overlap: 'earlier',
    instantsOf,
  } as const;
  try {
    const reading = await readImport(await sourcesOf(asTyped(file)), options, {
      breathe: async () => undefined,
    });
    process.stdout.write(`${JSON.stringify(facts(reading), null, 2)}\n`);
  } catch (error) {
    const why = error instanceof ImportRefused ? error.message : readingProblem(error);
    throw new Error(`${file} can’t be imported: ${why}`, { cause: error });
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
