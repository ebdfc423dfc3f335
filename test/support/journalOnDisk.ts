import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredRow } from '../../electron/contract';

/**
 * The rows of every journal file of a profile, incident by incident, read without any of the program's
 * code: one JSON document a line, the first line of a file being its header. A file whose first fsync
 * failed is empty.
 */
export function journalledRows(profile: string): readonly StoredRow[] {
  const folder = join(profile, 'journal');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly row?: StoredRow })
    .flatMap(({ row }) => row ?? []);
}

/** The texts of all notes, in the order they were written. */
export function journalledNotes(profile: string): readonly string[] {
  return journalledRows(profile).flatMap(({ event }) =>
    event.type === 'note-logged' && typeof event['text'] === 'string' ? [event['text']] : [],
  );
}
