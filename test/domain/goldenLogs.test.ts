import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/domain/events';
import { fold } from '../../renderer/domain/fold';
import type { Incident } from '../../renderer/domain/incident';
import { isNoteKind } from '../../renderer/domain/noteKinds';
import { entries } from '../../renderer/domain/timeline';
import { readRow, writeRow } from '../../renderer/domain/upcast';
import { EVENT_TYPES } from '../support/arbitraryRows';

const FOLDER = join(import.meta.dirname, '../fixtures/logs');
const LOGS = readdirSync(FOLDER).filter((name) => name.endsWith('.ndjson'));

const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const json = (name: string): object => JSON.parse(read(name)) as object;
const linesOf = (name: string): readonly string[] =>
  read(name)
    .split('\n')
    .filter((line) => line !== '');
const rowsOf = (name: string): readonly (Row | undefined)[] =>
  linesOf(name).map((line) => readRow(JSON.parse(line)));

const isRow = (row: Row | undefined): row is Row => row !== undefined;

/** The fold without how it is kept: lines in order, what people wrote word for word. */
function facts(state: Incident): object {
  const { timeline, ...rest } = state;
  const lines = [...entries(timeline)].map((entry) => {
    const { text, kind, revisions, retracted, redacted, pinned, merged, items, at, by } = entry;
    const words = isNoteKind(kind) ? { text, before: revisions.map((one) => one.text) } : {};
    const were = revisions.flatMap((one) => one.kind ?? []);
    const marks = {
      pinned: pinned !== undefined,
      mergedInto: merged?.into ?? null,
      were,
      items: items ?? [],
    };
    const struck = retracted ? { retracted: retracted.reason ?? '' } : {};
    const erased = redacted ? { redacted } : {};
    return { at: new Date(at).toISOString(), by, kind, ...words, ...marks, ...struck, ...erased };
  });
  return { ...rest, lines };
}

describe('golden logs (LOG)', () => {
  it('[LOG4] are the ones that were sealed, byte for byte', () => {
    const sums = LOGS.map((name) => [name, createHash('sha256').update(read(name)).digest('hex')]);
    expect(Object.fromEntries(sums)).toEqual(json('sealed.json'));
  });

  it.each(LOGS)('[LOG4] %s still folds to what it meant', (name) => {
    const rows = rowsOf(name);
    expect(rows.every(isRow)).toBe(true);
    // Whatever a later version knows besides is none of this log's business.
    expect(facts(fold(rows.filter(isRow)))).toMatchObject(json(name.replace('.ndjson', '.expected.json')));
  });

  it.each(LOGS)('[LOG3] %s is written back byte for byte', (name) => {
    const written = rowsOf(name)
      .filter(isRow)
      .map((row) => JSON.stringify(writeRow(row)));
    expect(written).toEqual(linesOf(name));
  });

  it('[LOG4] every event type stands in one of them', () => {
    const seen = new Set(LOGS.flatMap(rowsOf).map((row) => row?.event.type));
    expect(EVENT_TYPES.filter((type) => !seen.has(type))).toEqual([]);
    expect(seen.has('unrecognised')).toBe(true);
  });
});
