import { delimiterOf, SAMPLE_CHARACTERS, TableRows, type TableRow } from './csvCells';
import { guessColumns, isHeader, kindOfCell, saysUtc } from './csvColumns';
import { TimeColumn } from './csvTimeColumn';
import type { Breathe, ColumnGuess, ImportOptions, ImportQuestions } from './importTypes';
import { shortHash, type ReadingUnderWay } from './readingUnderWay';

/** Rows read between two breaths. */
const ROWS_AT_A_TIME = 500;
/** Rows looked at to tell what the columns are. */
const SAMPLE_ROWS = 200;
/** A cell may be long; beyond this the table is told by what there is. */
const LONGEST_SAMPLE = 3_000_000;

/** A table's text from its start, as often as it is asked for, in pieces. */
export type TableText = () => AsyncIterable<string>;

interface Way {
  readonly into: ReadingUnderWay;
  readonly breathe: Breathe;
}

/**
 * Reads a table of any dialect; answers what a person should confirm (formats.md §6). The text is gone through twice:
 * how one time is meant may stand at the end, and the rows kept meanwhile would take several times the file's size.
 */
export async function readCsv(
  text: TableText,
  options: ImportOptions,
  { into, breathe }: Way,
): Promise<ImportQuestions> {
  const dialect = await dialectOf(text);
  const columns = columnsOf(dialect, options);
  const utc = columns.some(({ name, role }) => role === 'time' && saysUtc(name));
  const time = new TimeColumn(options, utc, into);
  for await (const rows of rowsOf(text, dialect)) {
    for (const row of rows) time.look(timeTextOf(row, columns));
    await breathe();
  }
  for await (const rows of rowsOf(text, dialect)) {
    for (const row of rows) readRow(row, timeTextOf(row, columns), columns, { time, into });
    await breathe();
  }
  return { ...time.questions(), columns };
}

interface Dialect {
  readonly delimiter: string;
  /** Characters before the table. */
  readonly skipped: number;
  /** Blank rows before the first one that is not, which names the columns if `header` does. */
  readonly blank: number;
  readonly header: readonly string[] | undefined;
  readonly sample: readonly (readonly string[])[];
}

/** Told by its first rows, or by what there is of them. */
async function dialectOf(text: TableText): Promise<Dialect> {
  let start = '';
  let isCut = false;
  for await (const piece of text()) {
    start += piece;
    isCut = start.length >= SAMPLE_CHARACTERS && sampleOf(start, true).rows.length > 1;
    if (isCut || start.length > LONGEST_SAMPLE) break;
  }
  const { delimiter, skipped, rows } = sampleOf(start, isCut);
  const first = rows.findIndex((cells) => !isBlankRow(cells));
  const header = first === -1 || !isHeader(rows[first] ?? []) ? undefined : rows[first];
  const sample = header === undefined ? rows : rows.slice(first + 1);
  return { delimiter, skipped, blank: Math.max(0, first), header, sample };
}

function sampleOf(start: string, isCut: boolean) {
  const { delimiter, skipped } = delimiterOf(start);
  const rows: (readonly string[])[] = [];
  for (const { cells } of new TableRows(delimiter).push(start.slice(skipped), !isCut)) {
    rows.push(cells);
    if (rows.length > SAMPLE_ROWS && !isBlankRow(cells)) break;
  }
  return { delimiter, skipped, rows };
}

function columnsOf({ header, sample }: Dialect, options: ImportOptions): readonly ColumnGuess[] {
  const guess = guessColumns(header, sample);
  return guess.map((one, i) => ({ ...one, role: options.columns?.[i] ?? one.role }));
}

/** Whole rows, some at a time, without the header and what stands before it. */
async function* rowsOf(text: TableText, dialect: Dialect): AsyncGenerator<readonly TableRow[]> {
  const { delimiter, skipped, blank, header } = dialect;
  const rows = new TableRows(delimiter);
  let before = skipped;
  let above = header === undefined ? 0 : blank + 1;
  function* taken(piece: string, isLast: boolean): Generator<readonly TableRow[]> {
    let some: TableRow[] = [];
    for (const row of rows.push(piece, isLast)) {
      if (above > 0) above -= 1;
      else some.push(skipped > 0 ? { ...row, line: row.line + 1 } : row);
      if (some.length < ROWS_AT_A_TIME) continue;
      yield some;
      some = [];
    }
    yield some;
  }
  for await (const piece of text()) {
    yield* taken(piece.slice(before), false);
    before = Math.max(0, before - piece.length);
  }
  yield* taken('', true);
}

const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Day and time may stand in two columns. */
function timeTextOf({ cells }: TableRow, columns: readonly ColumnGuess[]): string {
  const of = (role: 'date' | 'time'): string =>
    cells[columns.findIndex((column) => column.role === role)] ?? '';
  return `${of('date')} ${of('time')}`.trim();
}

function readRow(
  row: TableRow,
  timeText: string,
  columns: readonly ColumnGuess[],
  { time, into }: { readonly time: TimeColumn; readonly into: ReadingUnderWay },
): void {
  const { cells, line, openQuote } = row;
  const where = `line ${line}`;
  if (isBlankRow(cells)) return into.refuse(where, 'the row is blank');
  if (cells.length !== columns.length) into.warn('Some rows have more or fewer cells than the header', where);
  if (openQuote) into.warn('A quote is opened and never closed; it was read to the end of its line', where);
  const when = time.read(timeText, where);
  if (typeof when === 'string') return into.refuse(where, when);
  const of = (role: ColumnGuess['role']): readonly string[] =>
    cells.filter((_, i) => (i < columns.length ? columns[i]?.role === role : role === 'text'));
  const [kindCell = ''] = of('kind');
  const kind = kindOfCell(kindCell);
  if (kind === undefined)
    into.warn('Some kinds are none of ours and became notes', `${where} (${kindCell.trim().slice(0, 40)})`);
  into.accept({
    when,
    kind: kind ?? 'note',
    author: of('author').join(' '),
    text: of('text')
      .filter((cell) => cell.trim() !== '')
      .join(' · '),
    key: `${when.at}:${when.micros}:${shortHash(cells.join('\u001F'))}`,
    where,
  });
}
