import type { Command } from '../domain/commands';
import type { NoteKind } from '../domain/events';
import { recordName, type KnownRecords } from '../domain/imports';
import { isFuture } from '../domain/decision';
import type { EpochMs } from '../domain/time';
import type { DuplicateRow, ImportKind, ImportReading, ImportRow } from './importTypes';

/** What is the matter with a record a file brings. */
export type ReviewStatus = 'new' | 'duplicate' | 'here' | 'undone' | 'future';

/** A record as it is looked at before the import. */
export interface ReviewItem {
  readonly row: ImportRow;
  readonly status: ReviewStatus;
  /** Why it is not new. */
  readonly reason?: string;
  /** A duplicate by its id only. */
  readonly differs?: true;
  /** The import it was taken out with. */
  readonly undoneImport?: string;
}

/** Compares what was read with what the log has (IMP4). */
export function reviewOf(reading: ImportReading, known: KnownRecords, now: EpochMs): readonly ReviewItem[] {
  const { format, rows, duplicates } = reading;
  const item = (row: ImportRow, again?: Omit<DuplicateRow, 'row'>): ReviewItem => {
    const name = recordName(format, row.key);
    const undoneImport = known.undone.get(name);
    if (known.here.has(name)) return { row, status: 'here', reason: 'in this incident already' };
    if (undoneImport !== undefined) {
      return { row, status: 'undone', reason: 'imported before and undone', undoneImport };
    }
    if (isFuture(row.at, now)) return { row, status: 'future', reason: 'its time lies in the future' };
    return again === undefined ? { row, status: 'new' } : { row, status: 'duplicate', ...again };
  };
  return [...rows.map((row) => item(row)), ...duplicates.map(({ row, ...again }) => item(row, again))];
}

/** True for what can be ticked: what is new, and a duplicate that says something else than its twin. */
export const isTickable = ({ status, differs }: ReviewItem): boolean =>
  status === 'new' || (status === 'duplicate' && differs === true);

/** What is ticked until somebody says otherwise: what is new and no noise (IMP7). */
export const isTickedAtFirst = ({ status, row }: ReviewItem): boolean =>
  status === 'new' && row.noise !== true;

/** The record's kind as a note of ours has it. */
const NOTE_KIND: { readonly [K in ImportKind]: NoteKind } = {
  note: 'note',
  detection: 'detection',
  escalation: 'escalation',
  investigation: 'observation',
  mitigation: 'action-taken',
  decision: 'decision',
  communication: 'communication',
  handover: 'note',
  recovery: 'result',
};

type Records = Extract<Command, { type: 'import-records' }>['records'];

const MOST_RECORDS = 200;
const MOST_CHARACTERS = 500_000;

/**
 * The records in pieces that are written in one go each, so that the window goes on answering. Each is made when it
 * is asked for.
 */
export function* batchesOf(
  items: readonly ReviewItem[],
  nameOf: (author: string) => string,
): Generator<Records> {
  let batch: Records[number][] = [];
  let characters = 0;
  for (const { row } of items) {
    const { at, key, where, kind, author, text } = row;
    const isFull = batch.length === MOST_RECORDS || characters + text.length > MOST_CHARACTERS;
    if (batch.length > 0 && isFull) {
      yield batch;
      batch = [];
      characters = 0;
    }
    characters += text.length;
    batch.push({ at, key, where, kind: NOTE_KIND[kind], author: nameOf(author), text });
  }
  if (batch.length > 0) yield batch;
}
