import { isRecord } from '../domain/shape';
import { parseLossless } from './losslessJson';

/** A value of a JSON file with the text it was read from, so that what is in it can be named with its line. */
export interface JsonPiece {
  readonly value: unknown;
  /** Its own text, or that of a text that held JSON. */
  readonly text: string;
  /** Of its first character, from 1. */
  readonly line: number;
  /** `log_entries 3`; '' for a document by itself. */
  readonly path: string;
  /** `alert 2` of it, where it is taken apart further. */
  readonly part?: string;
  /** Its text stood inside a text, where it has no lines of its own. */
  readonly isQuoted?: boolean;
  /** The object around it, which may tell when it came in. */
  readonly outer?: { readonly [field: string]: unknown };
}

/** For people. */
export const placeOf = ({ path, line, part }: Pick<JsonPiece, 'path' | 'line' | 'part'>): string =>
  [path, `line ${line}`, part].filter(Boolean).join(', ');

/** The same piece as the part of another one that its list calls `alert 2`. */
export const asPart = (piece: JsonPiece, of: JsonPiece, name: string): JsonPiece => ({
  ...piece,
  part: [of.part, name].filter(Boolean).join(', '),
});

/** The members of an object or the items of a list, each with its line. */
export function* membersOf(piece: JsonPiece): Generator<JsonPiece & { readonly key: string }> {
  const { value, text, isQuoted } = piece;
  const isList = Array.isArray(value);
  let { line } = piece;
  let at = 0;
  let index = 0;
  for (const { key, from, to } of memberTexts(text)) {
    if (isQuoted !== true) for (; at < from; at += 1) if (text[at] === '\n') line += 1;
    const own = isList ? String(index) : key;
    index += 1;
    yield {
      key: own,
      value: isList ? (value as readonly unknown[])[Number(own)] : isRecord(value) ? value[own] : undefined,
      text: text.slice(from, to),
      line,
      path: piece.path,
      ...(piece.part !== undefined && { part: piece.part }),
      ...(isQuoted === true && { isQuoted }),
      ...(isList ? piece.outer && { outer: piece.outer } : isRecord(value) && { outer: value }),
    };
  }
}

interface MemberText {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Where the members of a JSON text that parses stand in it. */
function* memberTexts(text: string): Generator<MemberText> {
  let depth = 0;
  let key = '';
  let from = -1;
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    const isEnd = depth === 1 && from !== -1 && (char === ',' || char === ']' || char === '}');
    if (isEnd) {
      yield { key, from, to: trimmedEnd(text, at) };
      from = -1;
    }
    const begins = depth === 1 && from === -1 && !' \n\r\t,:]}'.includes(char);
    if (begins) from = at;
    if (char === '"') {
      const end = endOfText(text, at);
      const isKey = begins && /^\s*:/.test(text.slice(end, end + 40));
      if (isKey) {
        key = JSON.parse(text.slice(at, end)) as string;
        from = -1;
      }
      at = end;
      continue;
    }
    if (char === '{' || char === '[') depth += 1;
    if (char === '}' || char === ']') depth -= 1;
    at += 1;
  }
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function trimmedEnd(text: string, at: number): number {
  let end = at;
  while (' \n\r\t'.includes(text[end - 1] ?? 'x')) end -= 1;
  return end;
}

/** What a text holds, when it is JSON: receivers of webhooks keep the body as they got it. */
export function insideText(piece: JsonPiece): JsonPiece | undefined {
  if (typeof piece.value !== 'string' || !/^\s*[[{]/.test(piece.value)) return undefined;
  try {
    return { ...piece, value: parseLossless(piece.value), text: piece.value, isQuoted: true };
  } catch {
    return undefined;
  }
}

/**
 * A JSON text that was cut off, closed behind its last whole record: the last item of the outermost list that has
 * one. Undefined when no list has one.
 */
export function closedOff(text: string): string | undefined {
  const open: string[] = [];
  let best: { at: number; open: readonly string[] } | undefined;
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '"') {
      at = endOfText(text, at);
      continue;
    }
    at += 1;
    if (char === '{' || char === '[') open.push(char === '{' ? '}' : ']');
    if (char !== '}' && char !== ']') continue;
    open.pop();
    if (open.at(-1) === ']' && open.length <= (best?.open.length ?? Infinity)) best = { at, open: [...open] };
  }
  return best && text.slice(0, best.at) + best.open.toReversed().join('');
}
