import { SAMPLE_BYTES } from './decodeText';
import {
  ImportRefused,
  type ImportOptions,
  type ImportReading,
  type Pace,
  type SourceFile,
} from './importTypes';
import { ReadingUnderWay } from './readingUnderWay';
import { readTexts } from './readTexts';
import { readSlackExport } from './slackExport';
import { isOurs, slackLayout } from './slackLayout';
import { plainChunks, zippedChunks, type Chunked } from './sourceChunks';
import { isZip, zipDirectory } from './zipDirectory';

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
  if (files.length > 1 || only.path.includes('/')) return readFolder(files, options, pace);
  if (only.size > MOST_BYTES) throw new ImportRefused('The file is larger than 4 GB.');
  const start = await only.read(0, Math.min(only.size, SAMPLE_BYTES));
  if (start.length === 0) throw new ImportRefused('The file is empty.');
  return isZip(start) ? readZip(only, options, pace) : readTexts([plainChunks(only)], options, pace);
}

async function readFolder(
  files: readonly SourceFile[],
  options: ImportOptions,
  pace: Pace,
): Promise<ImportReading> {
  const { breathe } = pace;
  const layout = slackLayout(files);
  if (!layout) return readTexts(files.filter(({ path }) => isOurs(path)).map(plainChunks), options, pace);
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
  if (!layout) {
    return readTexts(
      [...byPath.values()].filter(({ path }) => isOurs(path)),
      options,
      pace,
    );
  }
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
