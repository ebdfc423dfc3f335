/**
 * `npm run --silent verify -- FILE…`: walks the hash chain of one incident's journal and prints what
 * it found as one JSON document.
 *
 * FILE… are files of one journal, in any order; those that lie beside one of them under the journal's own
 * names are taken in, too. Or FILE is one incident bundle: the chain of every log it carries is walked, and
 * `logDiffers` says where a log is not what its chain vouches for. `redacted` names the rows whose text was erased on
 * purpose, `brokenAt` the first line that is not what was written; then the exit code is 2. Exit code
 * 1, with a sentence, when a file can't be read or is none of a journal.
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { JournalVerification } from '../electron/contract';
import { nodeFiles } from '../electron/files/nodeFiles';
import { decodeLine } from '../electron/journal/lineFormat';
import { readSegmentName, type SegmentName } from '../electron/journal/segmentName';
import { verifyChain } from '../electron/journal/verifyChain';
import type { LogProof } from '../electron/bundle/proof';
import { asTyped, readingProblem, segmentsOf } from './logSources';
import { problemsOf, verifyBundle } from './verifyBundle';

const BROKEN = 2;

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

interface Place {
  readonly folder: string;
  readonly names: readonly SegmentName[];
  readonly incidentId: string;
}

/** @throws Error with a sentence unless the files are those of one journal. */
async function placeOf(given: readonly string[]): Promise<Place> {
  const beside = (await Promise.all(given.map(segmentsOf))).flat();
  const paths = [...new Set([...given, ...beside].map((path) => resolve(path)))];
  const names = await Promise.all(paths.map(nameOf));
  const folders = [...new Set(paths.map((path) => dirname(resolve(path))))];
  const incidents = [...new Set(names.map((name) => name.incidentId))];
  const [folder] = folders;
  const [incidentId] = incidents;
  if (folder === undefined || incidentId === undefined) {
    throw new Error('Name the files of a journal: npm run --silent verify -- FILE…');
  }
  if (incidents.length > 1 || folders.length > 1) {
    throw new Error('These are files of more than one journal; a chain is that of one.');
  }
  const inOrder = names.toSorted((a, b) => a.segment - b.segment);
  return { folder, incidentId, names: inOrder.filter((one, i) => one.file !== inOrder[i - 1]?.file) };
}

async function nameOf(path: string): Promise<SegmentName> {
  const bytes = await readFile(path);
  const name = readSegmentName(basename(path)) ?? nameIn(bytes, basename(path));
  if (!name) throw new Error(`${path} is no journal file: neither its name nor its first line says so.`);
  return name;
}

/** What the header says, for a copy under another name. */
function nameIn(bytes: Buffer, file: string): SegmentName | undefined {
  const decoded = decodeLine(bytes.subarray(0, Math.max(0, bytes.indexOf('\n'))));
  if (decoded.kind !== 'header') return undefined;
  const { incidentId, segment } = decoded.header;
  return { file, incidentId, segment };
}

async function verified(paths: readonly string[]): Promise<JournalVerification & { incidentId: string }> {
  const { folder, names, incidentId } = await placeOf(paths);
  return { incidentId, ...(await verifyChain(nodeFiles, folder, names)) };
}

/** A bundle is verified by the journal files it carries; null for anything else. */
async function bundleProofs(paths: readonly string[]): Promise<readonly LogProof[] | null> {
  const [path] = paths;
  if (path === undefined || paths.length > 1 || !/\.icbundle$/i.test(path)) return null;
  return verifyBundle(await readFile(path));
}

function tellBundle(incidents: readonly LogProof[]): void {
  process.stdout.write(`${JSON.stringify({ incidents }, null, 2)}\n`);
  const problems = problemsOf(incidents);
  problems.forEach(say);
  if (problems.length > 0) process.exitCode = BROKEN;
}

async function tellJournal(paths: readonly string[]): Promise<void> {
  const { brokenAt, ...rest } = await verified(paths);
  process.stdout.write(`${JSON.stringify({ ...rest, brokenAt }, null, 2)}\n`);
  if (!brokenAt) return;
  say(`The chain breaks at line ${brokenAt.line} of ${brokenAt.file}: ${brokenAt.why}.`);
  process.exitCode = BROKEN;
}

try {
  const paths = process.argv.slice(2).map(asTyped);
  const incidents = await bundleProofs(paths);
  if (incidents) tellBundle(incidents);
  else await tellJournal(paths);
} catch (error) {
  say(`Nothing was verified. ${readingProblem(error)}`);
  process.exitCode = 1;
}
