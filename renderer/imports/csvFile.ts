import { delimiterOf, tableRows, type TableRow } from './csvCells';
import { guessColumns, isHeader, kindOfCell, saysUtc } from './csvColumns';
import { TimeColumn } from './csvTimeColumn';
import type { Breathe, ColumnGuess, ImportOptions, ImportQuestions } from './importTypes';
import { shortHash, type ReadingUnderWay } from './readingUnderWay';

/** Rows read between two breaths. */
const ROWS_AT_A_TIME = 500;

interface Table {
  readonly columns: readonly ColumnGuess[];
  readonly rows: readonly TableRow[];
  readonly utc: boolean;
}

/** Reads a table of any dialect; answers what a person should confirm (formats.md §6). */
export async function readCsv(
  text: string,
  options: ImportOptions,
  { into, breathe }: { readonly into: ReadingUnderWay; readonly breathe: Breathe },
): Promise<ImportQuestions> {
  const table = await tableOf(text, options, breathe);
  const time = new TimeColumn(options, table.utc, into);
  const cells: string[] = [];
  for (const row of table.rows) {
    const cell = timeTextOf(row, table.columns);
    time.look(cell);
    cells.push(cell);
    if (cells.length % ROWS_AT_A_TIME === 0) await breathe();
  }
  for (const [i, row] of table.rows.entries()) {
    readRow(row, cells[i] ?? '', table.columns, { time, into });
    if (i % ROWS_AT_A_TIME === 0) await breathe();
  }
  return { ...time.questions(), columns: table.columns };
}

async function tableOf(text: string, options: ImportOptions, breathe: Breathe): Promise<Table> {
  const { delimiter, skipped } = delimiterOf(text);
  const all: TableRow[] = [];
  for (const row of tableRows(text.slice(skipped), delimiter)) {
    all.push(skipped > 0 ? { ...row, line: row.line + 1 } : row);
    if (all.length % ROWS_AT_A_TIME === 0) await breathe();
  }
  const first = all.findIndex(({ cells }) => !isBlankRow(cells));
  const header = first === -1 || !isHeader(all[first]?.cells ?? []) ? undefined : all[first];
  const rows = header === undefined ? all : all.slice(first + 1);
  const guess = guessColumns(
    header?.cells,
    rows.map(({ cells }) => cells),
  );
  const columns = guess.map((one, i) => ({ ...one, role: options.columns?.[i] ?? one.role }));
  return { columns, rows, utc: columns.some(({ name, role }) => role === 'time' && saysUtc(name)) };
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
