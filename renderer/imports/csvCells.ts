/** One record of a table. */
export interface TableRow {
  readonly cells: readonly string[];
  /** Of its first character, from 1. */
  readonly line: number;
  /** A quote was opened in it and never closed; its cell ends with its line. */
  readonly openQuote: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** What tells a table's dialect stands in its first characters. */
export const SAMPLE_CHARACTERS = 64 * 1024;

/** Doubled, or with a backslash that is no letter of the text. */
const ESCAPED_QUOTE = /""|\\"/g;

/** A quote that is not closed within so many characters is taken for one that never is. */
const LONGEST_QUOTED = 1_000_000;

/** Rows of RFC 4180, read leniently: any line end, quotes only where a cell starts, no cell lost. Text comes in pieces. */
export class TableRows {
  readonly #delimiter: string;
  #rest = '';
  #line = 1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The rows that are whole by now; with the last piece, all that are left. */
  *push(piece: string, isLast: boolean): Generator<TableRow> {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const { cells, openQuote, waits, end } = rowAt(text, at, this.#delimiter);
      if (!isLast && (waits || end >= text.length)) break;
      yield { cells, line: this.#line, openQuote };
      for (let i = at; i < end; i += 1)
        if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) this.#line += 1;
      at = end;
    }
    this.#rest = text.slice(at);
  }
}

/** The rows of a text that is there as a whole. */
export const tableRows = (text: string, delimiter: string): Generator<TableRow> =>
  new TableRows(delimiter).push(text, true);

function rowAt(text: string, start: number, delimiter: string) {
  const cells: string[] = [];
  let openQuote = false;
  let waits = false;
  let at = start;
  for (;;) {
    const cell = cellAt(text, at, delimiter);
    cells.push(cell.value);
    openQuote ||= cell.openQuote;
    waits ||= cell.openQuote && text.length - at < LONGEST_QUOTED;
    if (text[cell.end] !== delimiter) return { cells, openQuote, waits, end: behindLineEnd(text, cell.end) };
    at = cell.end + 1;
  }
}

const behindLineEnd = (text: string, at: number): number =>
  text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;

function cellAt(
  text: string,
  start: number,
  delimiter: string,
): { value: string; end: number; openQuote: boolean } {
  const quote = openingQuote(text, start);
  if (quote === -1) {
    const end = plainEnd(text, start, delimiter);
    return { value: text.slice(start, end), end, openQuote: false };
  }
  const close = closingQuote(text, quote, delimiter);
  if (close === -1) {
    const end = plainEnd(text, start, delimiter);
    return { value: text.slice(quote + 1, end), end, openQuote: true };
  }
  const end = plainEnd(text, close + 1, delimiter);
  const quoted = text.slice(quote + 1, close).replaceAll(ESCAPED_QUOTE, '"');
  return { value: quoted + text.slice(close + 1, end), end, openQuote: false };
}

/** Some programs put a blank between the comma and the quote. -1 where the cell begins otherwise. */
function openingQuote(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at += 1;
  return text[at] === '"' ? at : -1;
}

/** -1 when it is never closed. */
function closingQuote(text: string, start: number, delimiter: string): number {
  let at = text.indexOf('"', start + 1);
  for (;;) {
    if (at === -1 || at - start > LONGEST_QUOTED) return -1;
    if (text[at + 1] === '"') at = text.indexOf('"', at + 2);
    else if (text[at - 1] === '\\' && !isCellEnd(text, at + 1, delimiter)) at = text.indexOf('"', at + 1);
    else return at;
  }
}

/** A backslash before a quote is the database's way to double it, unless the cell ends there, as a path may. */
const isCellEnd = (text: string, at: number, delimiter: string): boolean =>
  at >= text.length || text[at] === delimiter || text[at] === '\n' || text[at] === '\r';

function plainEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** Of the widest where several are as frequent: a title above the table has one cell. */
function mostFrequent(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best),
    [1, 0],
  )[0];
}

/** The character that cuts the first rows into most cells most evenly; a `sep=;` line as Excel writes it wins. */
export function delimiterOf(text: string): { readonly delimiter: string; readonly skipped: number } {
  const said = /^sep=(.)\r?\n/i.exec(text.slice(0, 10));
  if (said) return { delimiter: said[1] ?? ',', skipped: said[0].length };
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths: number[] = [];
    for (const { cells } of tableRows(sample, delimiter)) {
      if (cells.length > 1 || cells[0] !== '') widths.push(cells.length);
      if (widths.length >= 50) break;
    }
    const [first = 1] = widths;
    // A title may stand above the table; that it is one must be plain from the rows below.
    const width = first > 1 ? first : mostFrequent(widths);
    const even = widths.filter((one) => one === width).length / Math.max(1, widths.length);
    const score = width < 2 ? 0 : (first > 1 ? even : even * even) * Math.min(width, 8);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skipped: 0 };
}
