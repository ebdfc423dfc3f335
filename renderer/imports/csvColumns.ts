import { readTimeCell } from './csvTimes';
import type { ColumnGuess, ColumnRole, ImportKind } from './importTypes';

const ROLE_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'time',
    /^(?:@?time ?stamp|date ?\/? ?time|date and time|time|when|at|ts|epoch|occurred(?: ?at)?|happened(?: ?at)?|created(?: ?at| on)?|start(?:ed)?(?: ?(?:at|time))?|(?:event|log|alert|incident) ?(?:time(?: ?stamp)?|date)|zeit|zeitpunkt|zeitstempel|uhrzeit|datum ?\/? ?zeit|heure|horodatage|hora|fecha y hora)$/,
  ],
  ['zone', /^(?:time ?zone|tz|zeitzone|utc ?offset|fuseau(?: horaire)?|zona horaria)$/],
  ['date', /^(?:date|day|datum|tag|fecha|data|jour)$/],
  ['kind', /^(?:kind|type|event ?type|category|art|typ|kategorie|phase|tipo|categorie)$/],
  [
    'author',
    /^(?:author|user(?: ?name)?|who|by|person|name|owner|actor|agent|responder|reporter|from|sender|autor|verfasser|benutzer|wer|auteur|usuario)$/,
  ],
  [
    'text',
    /^(?:text|message|description|notes?|summary|details?|event|entry|comments?|log|what|action|title|body|content|beschreibung|nachricht|bemerkung|ereignis|titel|meldung|texte|mensaje|texto)$/,
  ],
];

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|\b(?:utc|gmt)\b/g, ' ')
    .replaceAll(/[_\s-]+/g, ' ')
    .trim();

/** What a column's name says of its zone: `Time (UTC)`, `time_utc`, `Zeit [CEST]`, `Time (Europe/Berlin)`, `UTC+2`. */
export function zoneOfName(name: string): string | undefined {
  const offset = /\b(?:utc|gmt)? ?([+-]\d\d?(?::?\d\d)?)\b/i.exec(name)?.[0].trim();
  if (offset !== undefined) return offset;
  if (/(?:\b|_)(?:utc|gmt|zulu)\b/i.test(name)) return 'UTC';
  return /[([]\s*([A-Za-z][A-Za-z_/+-]{1,40})\s*[)\]]/.exec(name)?.[1];
}

const roleOfName = (name: string): ColumnRole =>
  ROLE_WORDS.find(([, words]) => words.test(plain(name)))?.[0] ?? 'none';

/** True for a first row that names columns: a record has a time, and a word like `note` may be what it says. */
export const isHeader = (cells: readonly string[]): boolean =>
  cells.every((cell) => readTimeCell(cell) === undefined);

/** Rows before the one that names the columns: a title, a sentence about the export. */
const MOST_PREAMBLE = 20;

/** Where the names of the columns stand: in the first row, or below a title that has fewer cells. -1 when nowhere. */
export function headerIn(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  const start = rows[first];
  if (!start || !isHeader(start)) return -1;
  const namesTime = (cells: readonly string[]): boolean =>
    cells.length > filled(start) && cells.some((cell) => ['time', 'date'].includes(roleOfName(cell)));
  const below =
    filled(start) > 1 || roleOfName(start[0] ?? '') !== 'none'
      ? -1
      : rows.slice(0, first + MOST_PREAMBLE).findIndex((cells) => isHeader(cells) && namesTime(cells));
  return below === -1 ? first : below;
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** What each column is taken for: by its name, or else by what stands in it. */
export function guessColumns(
  header: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): readonly ColumnGuess[] {
  const width = header?.length ?? Math.max(0, ...rows.slice(0, 50).map((cells) => cells.length));
  const named = Array.from({ length: width }, (_, i) => header?.[i]?.trim() || `Column ${i + 1}`);
  const names = named.map((name, i) => (named.indexOf(name) === i ? name : `${name} (column ${i + 1})`));
  const roles = names.map((name, i) => (header?.[i] === undefined ? 'none' : roleOfName(name)));
  // Two columns of times are no day and its time.
  const firstTime = roles.indexOf('time');
  for (const [i, role] of roles.entries()) if (role === 'time' && i !== firstTime) roles[i] = 'none';
  if (firstTime === -1) {
    const dated = roles.indexOf('date');
    const column = dated === -1 ? mostTimes(rows, width) : dated;
    if (column !== -1) roles[column] = 'time';
  }
  const day = roles.indexOf('date');
  if (firstTime !== -1 && day !== -1 && namesDays(rows, firstTime)) roles[day] = 'none';
  if (!roles.includes('text')) {
    const column = longest(rows, roles);
    if (column !== -1) roles[column] = 'text';
  }
  return names.map((name, i) => ({ name, role: roles[i] ?? 'none' }));
}

/** A bare number may be a time, but where a column of what can be nothing else stands beside it, it is none. */
function mostTimes(rows: readonly (readonly string[])[], width: number): number {
  const weight = (cell: string): number =>
    readTimeCell(cell) === undefined ? 0 : /^[\d.,\s]*$/.test(cell) ? 1 : 1.01;
  const weights = Array.from({ length: width }, (_, i) =>
    rows.slice(0, 200).reduce((sum, cells) => sum + weight(cells[i] ?? ''), 0),
  );
  const most = Math.max(0, ...weights);
  return most === 0 ? -1 : weights.indexOf(most);
}

/** True where the times of a column name their day, so that a column of days says nothing more. */
function namesDays(rows: readonly (readonly string[])[], column: number): boolean {
  const kinds = rows.slice(0, 200).flatMap((cells) => readTimeCell(cells[column] ?? '')?.kind ?? []);
  return kinds.filter((kind) => kind !== 'clock').length > kinds.length / 2;
}

function longest(rows: readonly (readonly string[])[], roles: readonly ColumnRole[]): number {
  const lengths = roles.map((role, i) =>
    role === 'none' ? rows.slice(0, 200).reduce((sum, cells) => sum + (cells[i] ?? '').length, 0) : -1,
  );
  const most = Math.max(-1, ...lengths);
  return most === -1 ? -1 : lengths.indexOf(most);
}

const KIND_WORDS: readonly (readonly [ImportKind, RegExp])[] = [
  ['note', /^(?:note|notes|notiz|info|observation|)$/],
  ['detection', /^(?:detection|detected|detect|alert|alarm|erkennung|erkannt|trigger(?:ed)?)$/],
  ['escalation', /^(?:escalation|escalated|escalate|eskalation|page|paged)$/],
  ['investigation', /^(?:investigation|investigating|analysis|diagnosis|analyse|untersuchung|diagnose)$/],
  [
    'mitigation',
    /^(?:mitigation|mitigated|mitigating|fix|workaround|action|maßnahme|gegenmaßnahme|massnahme)$/,
  ],
  ['decision', /^(?:decision|decided|entscheidung)$/],
  ['communication', /^(?:communication|communications|comms|update|kommunikation|mitteilung)$/],
  ['handover', /^(?:hand-?over|hand ?off|übergabe)$/],
  ['recovery', /^(?:recovery|recovered|resolved|resolution|restored|behebung|behoben|wiederherstellung)$/],
];

/** The kind a cell names; undefined for a word that means none of ours. */
export const kindOfCell = (cell: string): ImportKind | undefined =>
  KIND_WORDS.find(([, words]) => words.test(cell.trim().toLowerCase()))?.[0];
