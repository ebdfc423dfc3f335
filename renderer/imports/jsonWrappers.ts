import { isRecord } from '../domain/shape';
import { formatOf, recordListOf } from './detectFormat';
import { asPart, insideText, membersOf, type JsonPiece } from './jsonPieces';

/** Wrappers around records: a request, its body, the page in it. */
const DEEPEST_WRAPPER = 5;
/** Of a list in a wrapper so many items are looked at to tell whether it holds records. */
const MOST_LOOKED_AT = 20;

/** True when a record or a page of a known format stands in it, not too deep. */
export function holdsRecords(piece: JsonPiece, depth: number): boolean {
  const { value } = piece;
  if (recordListOf(value) !== undefined) return true;
  const format = formatOf(value);
  // What a message is quoted with looks like one.
  if (
    format !== undefined &&
    (format !== 'slack' || depth === 0 || (isRecord(value) && value['type'] === 'message'))
  )
    return depth > 0;
  if (depth >= DEEPEST_WRAPPER) return false;
  const inner = insideText(piece);
  if (inner) return holdsRecords(inner, depth + 1);
  if (typeof value !== 'object' || value === null) return false;
  const values = Array.isArray(value) ? value.slice(0, MOST_LOOKED_AT) : Object.values(value);
  return values.some((one) => holdsRecords({ value: one, text: '', line: 0, path: '' }, depth + 1));
}

/** The members of a wrapper, or what its text holds. */
export function innerOf(piece: JsonPiece): readonly JsonPiece[] {
  const inner = insideText(piece);
  if (inner) return [inner];
  const members = [...membersOf(piece)];
  return Array.isArray(piece.value)
    ? members.map((one, i) => asPart(one, piece, `record ${i + 1}`))
    : members;
}
