import type { Incident } from '../domain/incident';
import { formatName, knownRecords } from '../domain/imports';
import type { EpochMs } from '../domain/time';
import { isTickable, isTickedAtFirst, reviewOf, type ReviewItem } from '../imports/importReview';
import type { ImportOptions, ImportReading, Pace } from '../imports/importTypes';

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
  readonly ticked: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  readonly choices: ImportChoices;
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
}

/** Within the window of time somebody chose. */
export const isWithin = ({ row }: ReviewItem, { from, to }: Pick<ImportView, 'from' | 'to'>): boolean =>
  (from === null || row.at >= from) && (to === null || row.at <= to);

/** What Import would bring. */
export const chosenOf = (
  shown: Pick<ImportView, 'items' | 'ticked' | 'from' | 'to'>,
): readonly ReviewItem[] =>
  shown.items.filter((item) => isTickable(item) && shown.ticked.has(item.row.key) && isWithin(item, shown));

/** `Slack`, … of the file being looked at. */
export const shownFormat = ({ reading }: ImportView): string => (reading ? formatName(reading.format) : '');

/** Before any file was chosen. */
export const blankView = (timeZone: string): ImportView => ({
  status: 'choosing',
  file: '',
  done: 0,
  all: 0,
  items: [],
  ticked: new Set(),
  names: new Map(),
  choices: { timeZone, dateOrder: 'day-first', baseDate: null, overlap: 'earlier' },
  from: null,
  to: null,
});

/** Records compared between two breaths. */
const AT_A_TIME = 2_000;

/** What was read beside what the log has. In pieces: a long export has a few hundred thousand records. */
export async function reviewed(
  reading: ImportReading,
  { incident, now, pace }: { readonly incident: Incident; readonly now: EpochMs; readonly pace: Pace },
): Promise<Pick<ImportView, 'items' | 'ticked'>> {
  const known = knownRecords(incident);
  const items: ReviewItem[] = [];
  const ticked = new Set<string>();
  const { rows, duplicates } = reading;
  for (let at = 0; at < Math.max(rows.length, duplicates.length); at += AT_A_TIME) {
    const end = at + AT_A_TIME;
    const part = { ...reading, rows: rows.slice(at, end), duplicates: duplicates.slice(at, end) };
    for (const item of reviewOf(part, known, now)) {
      items.push(item);
      if (isTickedAtFirst(item)) ticked.add(item.row.key);
    }
    await pace.breathe();
  }
  return { items, ticked };
}
