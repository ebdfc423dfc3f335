/** One record of a table. */
export interface TableRow {
  readonly cells: readonly string[];
  /** Of its first character, from 1. */
  readonly line: number;
  /** A quote was opened in it and never closed; its cell ends with its line. */
  readonly openQuote: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE = 64 * 1024;

/** Rows of RFC 4180, read leniently: any line end, quotes only where a cell starts, no cell lost. */
export function* tableRows(text: string, delimiter: string): Generator<TableRow> {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row = rowAt(text, at, delimiter);
    yield { cells: row.cells, line, openQuote: row.openQuote };
    for (let i = at; i < row.end; i += 1)
      if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) line += 1;
    at = row.end;
  }
}

function rowAt(text: string, start: number, delimiter: string) {
  const cells: string[] = [];
  let openQuote = false;
  let at = start;
  for (;;) {
    const cell = cellAt(text, at, delimiter);
    cells.push(cell.value);
    openQuote ||= cell.openQuote;
    if (text[cell.end] !== delimiter) return { cells, openQuote, end: behindLineEnd(text, cell.end) };
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
  const close = text[start] === '"' ? closingQuote(text, start) : undefined;
  if (close === undefined) {
    const end = plainEnd(text, start, delimiter);
    return { value: text.slice(start, end), end, openQuote: false };
  }
  if (close === -1) {
    const end = plainEnd(text, start, delimiter);
    return { value: text.slice(start + 1, end), end, openQuote: true };
  }
  const end = plainEnd(text, close + 1, delimiter);
  const quoted = text.slice(start + 1, close).replaceAll('""', '"');
  return { value: quoted + text.slice(close + 1, end), end, openQuote: false };
}

/** -1 when it is never closed. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function plainEnd(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** The character that cuts the first rows into most cells most evenly; a `sep=;` line as Excel writes it wins. */
export function delimiterOf(text: string): { readonly delimiter: string; readonly skipped: number } {
  const said = /^sep=(.)\r?\n/i.exec(text.slice(0, 10));
  if (said) return { delimiter: said[1] ?? ',', skipped: said[0].length };
  const sample = text.slice(0, SAMPLE);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths: number[] = [];
    for (const { cells } of tableRows(sample, delimiter)) {
      if (cells.length > 1 || cells[0] !== '') widths.push(cells.length);
      if (widths.length >= 50) break;
    }
    const width = widths[0] ?? 1;
    const even = widths.filter((one) => one === width).length / Math.max(1, widths.length);
    const score = width < 2 ? 0 : even * Math.min(width, 8);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skipped: 0 };
}
