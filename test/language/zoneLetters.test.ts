import { describe, expect, it } from 'vitest';
import { readPadLine } from '../../renderer/language/padLine';
import { namesZone } from '../../renderer/language/zoneLetters';
import { PAD_CONTEXT } from '../support/padContext';

const read = (line: string) => readPadLine(line, PAD_CONTEXT);

describe('a zone behind a time (GRM)', () => {
  it.each([
    '/at 01:10 CET canary was red',
    '/at 1pm EST d1',
    '/at yesterday 14:32 PST rollback',
    '/at 2026-11-20 10:00 IST rollback',
    '/at 01:10 +01:00 rollback',
    '/at 01:10 CEST',
  ])('[GRM12] is asked about where letters may mean several: %s', (line) => {
    expect(read(line)).toMatchObject({ kind: 'problem', problem: 'zone-by-letters', text: line });
  });

  it.each(['/at 01:10 GMT red', '/at 01:10 UTC red', '/at 01:10Z red'])('[GRM12] is read: %s', (line) => {
    expect(read(line)).toMatchObject({ kind: 'note', text: 'red' });
  });

  it.each([
    '/at 01:10 Cet red',
    '/at 01:10 ESTIMATE red',
    '/at 01:10 +5 replicas',
    '/at -7m PST team joined',
  ])('[GRM12] is none, so the words are text: %s', (line) => {
    expect(read(line)).toMatchObject({ kind: 'note', text: line.replace(/^\/at \S+ /, '') });
  });

  it('ends at a blank, a comma or the end', () => {
    expect(['CET', 'CET red', 'CET, red', 'CETA', 'red CET'].map(namesZone)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
