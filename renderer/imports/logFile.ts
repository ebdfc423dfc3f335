import type { Row } from '../domain/events';
import { isRecord } from '../domain/shape';
import { readRow } from '../domain/upcast';
import { crc32 } from './crc32';

/** A line nothing could be made of; `line` counts from 1. */
export interface LogProblem {
  readonly line: number;
  /** The rest of a sentence that starts with "the line …". */
  readonly why: string;
}

/** What a log file holds, in file order. Never empty-handed: what can't be read is listed. */
export interface LogReading {
  readonly rows: readonly Row[];
  readonly problems: readonly LogProblem[];
  /** Something stands behind the last line end and is no whole line: the mark of an interrupted write. */
  readonly torn: boolean;
}

/** `{"crc":"89abcdef",`: what a journal line starts with and its checksum leaves out. */
const CHECKED_LINE = /^\{"crc":"([0-9a-f]{8})",/;
/** The journal format this version knows. */
const NEWEST_FORMAT = 1;

/**
 * Reads a journal file (checksummed lines behind a header) or a `log.ndjson` (one bare row a line).
 *
 * Damaged lines are left out and listed, everything else is kept: one flipped bit must not cost the
 * rest of the log. Events of later versions come in as `unrecognised`, whole (LOG3).
 */
export function readLog(text: string): LogReading {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const rows: Row[] = [];
  const problems: LogProblem[] = [];
  let torn = false;
  for (const [index, line] of lines.entries()) {
    const read = readLine(line);
    if (typeof read !== 'string') {
      if (read) rows.push(read);
    } else if (index === lines.length - 1) {
      torn = true;
    } else {
      problems.push({ line: index + 1, why: read });
    }
  }
  return { rows, problems, torn };
}

/** A row; undefined for a header or a blank line; or a text saying why it is neither. */
function readLine(line: string): Row | undefined | string {
  if (line.trim() === '') return undefined;
  const written = CHECKED_LINE.exec(line)?.[1];
  if (written !== undefined && written !== checksum(line)) return 'does not match its checksum';
  const value = parsed(line);
  if (!isRecord(value)) return 'is not a JSON object';
  const { row, format } = value;
  if (row === undefined && typeof format === 'number') {
    return format > NEWEST_FORMAT
      ? 'was written by a newer version; the rest is read as far as possible'
      : undefined;
  }
  return readRow(row ?? value) ?? 'is neither a row nor a header';
}

function checksum(line: string): string {
  const rest = line.replace(CHECKED_LINE, '').replace(/\r$/, '');
  return crc32(new TextEncoder().encode(rest)).toString(16).padStart(8, '0');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
