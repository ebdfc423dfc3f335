import type { Incident } from '../domain/incident';
import { formatName, readingKnown, type KnownRecords } from '../domain/imports';
import type { EpochMs } from '../domain/time';
import { isTickedAtFirst, reviewOf, type ReviewItem } from '../imports/importReview';
import type { ImportOptions, ImportReading, Pace } from '../imports/importTypes';
import {
  blankColumns,
  chosenIndexes,
  noTicks,
  setColumns,
  type ReviewColumns,
  type Ticks,
} from '../imports/reviewColumns';

/** What a person says of the file that it does not tell. */
export type ImportChoices = Omit<ImportOptions, 'instantsOf'>;

/** The file being looked at. */
export interface ImportView {
  readonly status: 'choosing' | 'reading' | 'ready' | 'importing';
  readonly file: string;
  /** Bytes read, or entries written. */
  readonly done: number;
  readonly all: number;
  readonly problem?: string;
  readonly reading?: ImportReading;
  readonly items: readonly ReviewItem[];
  readonly columns: ReviewColumns;
  readonly ticks: Ticks;
  /** Items that went out with an import that was undone, and those imports. */
  readonly undone: { readonly count: number; readonly imports: readonly string[] };
  readonly names: ReadonlyMap<string, string>;
  readonly choices: ImportChoices;
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
}

/** What Import would bring. */
export const chosenOf = ({
  items,
  columns,
  ticks,
  from,
  to,
}: Pick<ImportView, 'items' | 'columns' | 'ticks' | 'from' | 'to'>): readonly ReviewItem[] =>
  chosenIndexes(columns, ticks, { from, to }).flatMap((i) => items[i] ?? []);

/** `Slack`, … of the file being looked at. */
export const shownFormat = ({ reading }: ImportView): string => (reading ? formatName(reading.format) : '');

/** Before any file was chosen. */
export const blankView = (timeZone: string): ImportView => ({
  status: 'choosing',
  file: '',
  done: 0,
  all: 0,
  items: [],
  columns: blankColumns(0),
  ticks: noTicks(),
  undone: { count: 0, imports: [] },
  names: new Map(),
  choices: { timeZone, dateOrder: 'day-first', baseDate: null, overlap: 'earlier' },
  from: null,
  to: null,
});

/** Records compared between two breaths. */
const AT_A_TIME = 2_000;

interface Beside {
  readonly incident: Incident;
  readonly now: EpochMs;
  readonly pace: Pace;
}

/** What was read beside what the log has. In pieces: a long export has a few hundred thousand records. */
export async function reviewed(
  reading: ImportReading,
  { incident, now, pace }: Beside,
): Promise<Pick<ImportView, 'items' | 'columns' | 'ticks' | 'undone'>> {
  const known = await knownIn(incident, pace);
  const { rows, duplicates } = reading;
  const items: ReviewItem[] = [];
  const columns = blankColumns(rows.length + duplicates.length);
  const { marks } = noTicks(rows.length + duplicates.length);
  let ticked = 0;
  const imports = new Set<string>();
  let count = 0;
  const take = (item: ReviewItem): void => {
    setColumns(columns, items.length, item);
    if (isTickedAtFirst(item)) {
      marks[items.length] = 1;
      ticked += 1;
    }
    if (item.undoneImport !== undefined) {
      imports.add(item.undoneImport);
      count += 1;
    }
    items.push(item);
  };
  const look = async (some: Partial<Pick<ImportReading, 'rows' | 'duplicates'>>): Promise<void> => {
    const part = { ...reading, rows: [], duplicates: [], ...some };
    for (const item of reviewOf(part, known, now)) take(item);
    await pace.breathe();
  };
  // First all rows, then all duplicates, as they are listed.
  for (let at = 0; at < rows.length; at += AT_A_TIME) await look({ rows: rows.slice(at, at + AT_A_TIME) });
  for (let at = 0; at < duplicates.length; at += AT_A_TIME)
    await look({ duplicates: duplicates.slice(at, at + AT_A_TIME) });
  return { items, columns, ticks: { marks, count: ticked }, undone: { count, imports: [...imports] } };
}

/** The log may have as many. */
async function knownIn(incident: Incident, { breathe }: Pace): Promise<KnownRecords> {
  const looking = readingKnown(incident);
  for (;;) {
    const { done, value } = looking.next();
    if (done === true) return value;
    await breathe();
  }
}
