import { iso } from '../domain/time';
import type { PostMortemDraft } from './draftPostMortem';
import type { LogLine } from './logLine';
import { visibleJson, visibleText } from './visibleText';

const COLUMNS = ['timestamp', 'kind', 'author', 'text'];

/**
 * The full log as a table: RFC 4180, UTF-8, CRLF, timestamps in RFC 3339 and UTC, every field quoted.
 *
 * No cell can be taken for a formula (FMT2): see `unformulated`. Retracted entries say so in `kind`;
 * a drill's first row is the notice (EXP8). Earlier forms of an entry are in the JSON export alone.
 */
export function timelineCsv({ notice, header, timeline }: PostMortemDraft): string {
  const drill = notice === null ? [] : [[iso(header.writtenAt.epochMs), 'drill', '', notice]];
  return [COLUMNS, ...drill, ...timeline.log.map(rowOf)]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

function rowOf(line: LogLine): readonly string[] {
  const mark = line.retracted ? ' (retracted)' : line.mergedInto === undefined ? '' : ' (merged)';
  const text = visibleText(line.text);
  return [
    iso(line.at.epochMs),
    `${line.kind}${mark}`,
    visibleText(line.author),
    line.raw === undefined ? text : `${text} ${visibleJson(line.raw)}`,
  ];
}

const quoted = (cell: string): string => `"${unformulated(cell).replaceAll('"', '""')}"`;

/**
 * Where a cell may start: at the front, and, in a spreadsheet that splits at semicolons or tabs (the
 * separator of half of Europe) and so overlooks our quotes, behind each of those and each line end.
 */
const FORMULA = /(^|[;\t\n\r])([ \u00A0]*)(?=[=+\-@＝＋－＠])/g;
const SKIPPED_AT_THE_FRONT = /^[\t\r\n\0]/;

/**
 * The text with `'` before every `= + - @` or full-width form of them that stands where a cell may start, and
 * before a tab, CR, LF or NUL at its front, so that no spreadsheet computes it (OWASP ASVS 1.2.10).
 * Quoting alone does not stop that.
 *
 * @example unformulated('=1+1;-2') // "'=1+1;'-2"
 */
export function unformulated(text: string): string {
  const guarded = text.replace(FORMULA, "$1$2'");
  return SKIPPED_AT_THE_FRONT.test(guarded) ? `'${guarded}` : guarded;
}
