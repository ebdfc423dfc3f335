import { isErased } from '../journal/erasure';
import { decodeLine } from '../journal/lineFormat';

const NEWLINE = 0x0a;

/**
 * True when `there` is what `here` was before texts were erased in it: line for line the same, or the
 * same link of the chain, erased here. A last line without its newline is a copy that was cut short.
 */
export function isOlderCopy(here: Buffer, there: Buffer): boolean {
  let at = 0;
  for (let from = 0; from < there.length;) {
    const end = there.indexOf(NEWLINE, from);
    if (end === -1) return from > 0;
    const ends = here.indexOf(NEWLINE, at);
    if (ends === -1) return false;
    if (!isSameLink(here.subarray(at, ends), there.subarray(from, end))) return false;
    from = end + 1;
    at = ends + 1;
  }
  return true;
}

function isSameLink(here: Buffer, there: Buffer): boolean {
  if (here.equals(there)) return true;
  const [ours, theirs] = [decodeLine(here), decodeLine(there)];
  // A damaged line that may have held an erased text was replaced in the journal.
  if (ours.kind === 'unreadable' && theirs.kind === 'unreadable') return here.includes('"scrubbed"');
  if (ours.kind !== 'row' || theirs.kind !== 'row') return false;
  const [a, b] = [ours.line, theirs.line];
  const erasedHere = a.salt === '' && isErased(a.row);
  return (
    erasedHere && a.seq === b.seq && a.prev === b.prev && a.digest === b.digest && a.row.stamp === b.row.stamp
  );
}
