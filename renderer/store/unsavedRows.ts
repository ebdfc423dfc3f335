import type { Row } from '../domain/events';
import { inLogOrder } from '../domain/fold';
import type { IncidentId } from '../domain/ids';
import { readRow, writeRow } from '../domain/upcast';
import type { Ports } from './ports';

/** Rows on their way stand beside the unsent text, in the draft log of main, one key a row. */
const PREFIX = 'unsaved:';
/** Main takes no longer draft. A row of that size is a pasted file, of which its author has a copy. */
const LONGEST = 4_000_000;

type SetDraft = Ports['setDraft'];

/**
 * Keeps rows until the journal has acknowledged them: their text has left the field it was typed into, and
 * a page that dies before the journal has them would take it along (LOG10).
 */
export function keepUnsaved(rows: readonly Row[], setDraft: SetDraft): void {
  for (const row of rows) {
    const text = JSON.stringify(writeRow(row));
    if (text.length <= LONGEST) setDraft(keyOf(row), text);
  }
}

/** The journal has them. */
export function forgetUnsaved(rows: readonly Row[], setDraft: SetDraft): void {
  for (const row of rows) setDraft(keyOf(row), '');
}

/** The rows that were on their way when the last run ended, incident by incident, in log order. */
export function unsavedIn(drafts: { readonly [key: string]: string }): readonly Row[] {
  const rows = Object.entries(drafts).flatMap(([key, text]) => {
    const row = key.startsWith(PREFIX) ? readRow(parsed(text)) : undefined;
    return row && keyOf(row) === key ? row : [];
  });
  const incidents = new Set<IncidentId>(rows.map(({ incidentId }) => incidentId));
  return [...incidents].flatMap((id) => inLogOrder(rows.filter(({ incidentId }) => incidentId === id)));
}

const keyOf = ({ incidentId, stamp }: Row): string => `${PREFIX}${incidentId}:${stamp}`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
