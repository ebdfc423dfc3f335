import { readTimeCell } from './csvTimes';
import type { ColumnGuess, ColumnRole, ImportKind } from './importTypes';

const ROLE_WORDS: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'time',
    /^(?:@?time ?stamp|date ?\/? ?time|date and time|time|when|at|ts|epoch|occurred(?: ?at)?|happened(?: ?at)?|created(?: ?at| on)?|start(?:ed)?(?: ?at)?|event ?time|zeit|zeitpunkt|zeitstempel|uhrzeit|datum ?\/? ?zeit|heure|horodatage|hora|fecha y hora)$/,
  ],
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

/** `Time (UTC)` says that its times are UTC. */
export const saysUtc = (name: string): boolean => /\b(?:utc|gmt|zulu)\b/i.test(name);

const roleOfName = (name: string): ColumnRole =>
  ROLE_WORDS.find(([, words]) => words.test(plain(name)))?.[0] ?? 'none';

/** True for a first row that names columns: none of it is a time, and some of it says something. */
export const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => roleOfName(cell) !== 'none') ||
  cells.every((cell) => readTimeCell(cell) === undefined);

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
    const day = roles.indexOf('date');
    const column = day === -1 ? mostTimes(rows, width) : day;
    if (column !== -1) roles[column] = 'time';
  }
  if (!roles.includes('text')) {
    const column = longest(rows, roles);
    if (column !== -1) roles[column] = 'text';
  }
  return names.map((name, i) => ({ name, role: roles[i] ?? 'none' }));
}

function mostTimes(rows: readonly (readonly string[])[], width: number): number {
  const counts = Array.from(
    { length: width },
    (_, i) => rows.slice(0, 200).filter((cells) => readTimeCell(cells[i] ?? '') !== undefined).length,
  );
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
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
