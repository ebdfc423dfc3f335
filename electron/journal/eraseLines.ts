import type { StoredRow } from '../contract';
import { decodeLine, encodeRow } from './lineFormat';

/** What a damaged line becomes that may hold a redacted text: it was unreadable, and stays so. */
const SCRUBBED = Buffer.from('{"scrubbed":"a damaged line that may have held a redacted text"}', 'utf8');
const NEWLINE = Buffer.from('\n');

/**
 * The file with the given rows erased, or null when there is nothing to do in it.
 *
 * Event and salt go; `seq`, `prev` and `digest` stay, and they are what the chain is made of, so it
 * holds as before. Without the salt the digest can't be tried against guesses of the text.
 */
export function eraseLines(bytes: Buffer, erased: ReadonlyMap<string, StoredRow>): Buffer | null {
  const parts: Buffer[] = [];
  let changed = false;
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline === -1 ? bytes.length : newline;
    const line = bytes.subarray(from, end);
    const instead = erasedLine(line, erased);
    changed ||= instead !== null;
    parts.push(instead ?? line);
    if (newline !== -1) parts.push(NEWLINE);
    from = end + 1;
  }
  return changed ? Buffer.concat(parts) : null;
}

/** The line to be written instead, without its newline; null when it stays. */
function erasedLine(line: Buffer, erased: ReadonlyMap<string, StoredRow>): Buffer | null {
  const decoded = decodeLine(line);
  if (decoded.kind === 'header') return null;
  if (decoded.kind === 'unreadable') {
    return [...erased.keys()].some((stamp) => line.includes(stamp)) ? SCRUBBED : null;
  }
  const { seq, prev, salt, digest, row } = decoded.line;
  const instead = erased.get(row.stamp);
  if (!instead || salt === '') return null;
  const { event } = instead;
  const { incidentId, stamp, at, recordedAt, by } = row;
  const bytes = encodeRow({
    seq,
    prev,
    salt: '',
    digest,
    row: { incidentId, stamp, at, recordedAt, by, event },
  });
  return bytes.subarray(0, -1);
}
