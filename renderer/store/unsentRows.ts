import type { Row } from '../domain/events';
import { readRow, writeRow } from '../domain/upcast';

/** Under which key main's drafts keep rows that wait behind a call to the journal. */
export const UNSENT_ROWS = 'rows:unsent';

/** Main takes no longer draft; a row may have a million characters. */
const LONGEST = 4_000_000;

/** '' for no rows. Those that no longer fit are left out, the newest first. */
export function keptRows(rows: readonly Row[]): string {
  let text = '';
  for (const row of rows) {
    const line = `${JSON.stringify(writeRow(row))}\n`;
    if (text.length + line.length > LONGEST) break;
    text += line;
  }
  return text;
}

/** Rows as they were kept; a line that is none is passed over. */
export function rowsIn(kept: string): readonly Row[] {
  return kept.split('\n').flatMap((line) => {
    try {
      return readRow(JSON.parse(line)) ?? [];
    } catch {
      return [];
    }
  });
}

/** The drafts of fields alone: rows are the outbox's, and nobody else may forget them. */
export function withoutRows(drafts: { readonly [key: string]: string }): { readonly [key: string]: string } {
  return Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== UNSENT_ROWS));
}
