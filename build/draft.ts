/**
 * `npm run --silent draft -- FILE`: prints the post-mortem draft of a log as one JSON document.
 *
 * FILE is a journal file, a `log.ndjson` or an `.icbundle`. The draft is written as of the log's last
 * row and in UTC, so the same file always prints the same bytes. What can't be read is named on
 * standard error; a file without a single row ends with exit code 1.
 */
import type { Row } from '../renderer/domain/events';
import { fold } from '../renderer/domain/fold';
import { epochMs } from '../renderer/domain/time';
import { draftPostMortem } from '../renderer/exports/draftPostMortem';
import { postMortemJson, type PostMortemJson } from '../renderer/exports/postMortemJson';
import { readLog, type LogReading } from '../renderer/imports/logFile';
import { asTyped, logSources, readingProblem, type LogSource } from './logSources';

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** A log that is damaged all over is told of in so many lines, not in thousands. */
const MOST_WARNINGS = 20;

function warnings({ name }: LogSource, { problems, torn }: LogReading): readonly string[] {
  const listed = problems
    .slice(0, MOST_WARNINGS)
    .map(({ line, why }) => `${name}: line ${line} ${why}; it is left out.`);
  const more = problems.length - listed.length;
  return [
    ...listed,
    ...(more > 0 ? [`${name}: ${more} more lines are left out.`] : []),
    ...(torn ? [`${name}: the last line was cut off while it was written; it is left out.`] : []),
  ];
}

/** @throws Error with a sentence unless the rows are those of exactly one incident. */
function draftOf(rows: readonly Row[]): PostMortemJson {
  const incidents = [...new Set(rows.map((row) => row.incidentId))];
  if (incidents.length === 0) throw new Error('It holds no row of a log.');
  if (incidents.length > 1) {
    throw new Error(
      `It holds ${incidents.length} incidents (${incidents.join(', ')}); a draft is made of one.`,
    );
  }
  const now = epochMs(rows.reduce((latest, row) => Math.max(latest, row.recordedAt), -8.64e15));
  return postMortemJson(draftPostMortem({ incident: fold(rows), now, timeZone: 'UTC' }));
}

async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Name a file: npm run --silent draft -- FILE');
  try {
    const sources = await logSources(asTyped(file));
    const logs = sources.map((source) => ({ source, reading: readLog(source.text) }));
    const draft = draftOf(logs.flatMap(({ reading }) => reading.rows));
    for (const { source, reading } of logs) warnings(source, reading).forEach(say);
    process.stdout.write(`${JSON.stringify(draft, null, 2)}\n`);
  } catch (error) {
    throw new Error(`No draft of ${file}: ${readingProblem(error)}`, {
      cause: error,
    });
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
