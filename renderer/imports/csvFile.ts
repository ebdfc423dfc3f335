import { delimiterOf, SAMPLE_CHARACTERS, TableRows, type TableRow } from './csvCells';
import { guessColumns, headerIn, kindOfCell, zoneOfName } from './csvColumns';
import { TimeColumn } from './csvTimeColumn';
import {
  ImportRefused,
  type Breathe,
  type ColumnGuess,
  type ColumnRole,
  type ImportOptions,
  type ImportQuestions,
} from './importTypes';
import { shortHash, type ReadingUnderWay } from './readingUnderWay';

/** Rows read between two breaths. */
const ROWS_AT_A_TIME = 500;
/** Rows looked at to tell what the columns are. */
const SAMPLE_ROWS = 200;
/** A cell may be long; beyond this the table is told by what there is. */
const LONGEST_SAMPLE = 3_000_000;

/** A table's text from its start, as often as it is asked for, in pieces. */
export type TableText = () => AsyncIterable<string>;

/** One file of a table that may have several. */
export interface TablePart {
  /** '' for the only one. */
  readonly name: string;
  readonly text: TableText;
}

interface Way {
  readonly into: ReadingUnderWay;
  readonly breathe: Breathe;
}

/**
 * Reads a table of any dialect; answers what a person should confirm (formats.md §6). The text is gone through twice:
 * how one time is meant may stand at the end, and the rows kept meanwhile would take several times the file's size.
 * Files with the same columns are one table: what one tells of its times counts for all.
 */
export async function readCsv(
  parts: readonly TablePart[],
  options: ImportOptions,
  { into, breathe }: Way,
): Promise<ImportQuestions> {
  const { dialects, columns } = await columnsOfAll(parts, options);
  const time = new TimeColumn(options, zoneOfColumns(columns), into);
  for (const { text, dialect } of dialects) {
    for await (const rows of rowsOf(text, dialect)) {
      for (const row of rows) time.look(timeTextOf(row, columns), cellOf(row, columns, 'zone'));
      await breathe();
    }
  }
  for (const { name, text, dialect } of dialects) {
    const place = name === '' ? '' : `${name}, `;
    time.startAnew();
    if (dialect.titles > 0)
      into.warn('What stands above the names of the columns was left out', `${place}line 1`);
    for await (const rows of rowsOf(text, dialect)) {
      for (const row of rows) readRow(row, columns, place, { time, into });
      await breathe();
    }
  }
  return { ...time.questions(), columns };
}

async function columnsOfAll(parts: readonly TablePart[], options: ImportOptions) {
  const dialects: (TablePart & { readonly dialect: Dialect })[] = [];
  for (const part of parts) dialects.push({ ...part, dialect: await dialectOf(part.text) });
  const [first] = dialects;
  const columns = first ? columnsOf(first.dialect, options) : [];
  const names = (dialect: Dialect): string =>
    columnsOf(dialect, {})
      .map(({ name }) => name.toLowerCase())
      .join();
  for (const other of dialects.slice(1)) {
    if (!first || names(other.dialect) === names(first.dialect)) continue;
    throw new ImportRefused(
      `These are no Slack export, and no single table: “${other.name}” has other columns than “${first.name}”. Import them one by one.`,
    );
  }
  return { dialects, columns };
}

function zoneOfColumns(columns: readonly ColumnGuess[]): string | undefined {
  const found = columns.find(({ role }) => role === 'time');
  return found && zoneOfName(found.name);
}

interface Dialect {
  readonly delimiter: string;
  /** Characters before the table. */
  readonly skipped: number;
  /** Rows before the one that names the columns, blank ones among them. */
  readonly above: number;
  /** Of these, the ones that say something. */
  readonly titles: number;
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
  const first = headerIn(rows);
  const above = Math.max(0, first);
  const titles = rows.slice(0, above).filter((cells) => !isBlankRow(cells)).length;
  return { delimiter, skipped, above, titles, header: rows[first], sample: rows.slice(first + 1) };
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

function columnsOf(
  { header, sample }: Dialect,
  options: Pick<ImportOptions, 'columns'>,
): readonly ColumnGuess[] {
  const guess = guessColumns(header, sample);
  return guess.map((one, i) => ({ ...one, role: options.columns?.[i] ?? one.role }));
}

/** Whole rows, some at a time, without the header and what stands before it. */
async function* rowsOf(text: TableText, dialect: Dialect): AsyncGenerator<readonly TableRow[]> {
  const { delimiter, skipped, above: before, header } = dialect;
  const rows = new TableRows(delimiter);
  let cut = skipped;
  let above = header === undefined ? 0 : before + 1;
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
    yield* taken(piece.slice(cut), false);
    cut = Math.max(0, cut - piece.length);
  }
  yield* taken('', true);
}

const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const cellOf = ({ cells }: TableRow, columns: readonly ColumnGuess[], role: ColumnRole): string =>
  cells[columns.findIndex((column) => column.role === role)] ?? '';

/** What a spreadsheet adds to a day without a time. */
const MIDNIGHT = /[ T](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)Z?$/i;

/** Day and time may stand in two columns. */
function timeTextOf(row: TableRow, columns: readonly ColumnGuess[]): string {
  const [day, time] = [cellOf(row, columns, 'date').trim(), cellOf(row, columns, 'time').trim()];
  return day === '' || time === '' ? `${day}${time}` : `${day.replace(MIDNIGHT, '')} ${time}`;
}

function readRow(
  row: TableRow,
  columns: readonly ColumnGuess[],
  place: string,
  { time, into }: { readonly time: TimeColumn; readonly into: ReadingUnderWay },
): void {
  const { cells, line, openQuote } = row;
  const where = `${place}line ${line}`;
  if (isBlankRow(cells)) return into.refuse(where, 'the row is blank');
  if (cells.length !== columns.length) into.warn('Some rows have more or fewer cells than the header', where);
  if (openQuote) into.warn('A quote is opened and never closed; it was read to the end of its line', where);
  const when = time.read(timeTextOf(row, columns), where, cellOf(row, columns, 'zone'));
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
