import type { Row } from '../domain/events';
import { readStamp } from '../domain/stamp';
import { readRow } from '../domain/upcast';
import type { LogProblem } from './logFile';

/** A line of a bundle's log as the main process hands it over: a row, or why it is none. */
export type HandedLine =
  { readonly line: number; readonly row: unknown } | { readonly line: number; readonly why: string };

/** In the order of the lines. */
export interface HandedRows {
  readonly rows: readonly Row[];
  readonly problems: readonly LogProblem[];
}

/** Past this instant no later stamp could be written behind the row. */
const LAST_USABLE = Date.UTC(9999, 0, 1);

/** Reads lines into rows; what can't be read is listed with its line and the reason (BUN8). */
export function readLines(lines: readonly HandedLine[]): HandedRows {
  const rows: Row[] = [];
  const problems: LogProblem[] = [];
  for (const one of lines) {
    const read = 'row' in one ? rowIn(one.row) : one.why;
    if (typeof read === 'string') problems.push({ line: one.line, why: read });
    else rows.push(read);
  }
  return { rows, problems };
}

function rowIn(value: unknown): Row | string {
  const row = readRow(value);
  if (!row) return 'is not a row of a log';
  const wall = readStamp(row.stamp)?.wall ?? 0;
  return wall < LAST_USABLE ? row : 'has a stamp from the end of all calendars';
}
