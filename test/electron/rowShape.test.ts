import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isStoredRow, storedRowShape } from '../../electron/rowShape';
import { note } from './support/rows';

describe('what counts as a row', () => {
  it('is the same by hand as by the shape, with any field replaced or missing', () => {
    const odd = fc.oneof(
      fc.anything({ maxDepth: 2 }),
      fc.constantFrom(NaN, Infinity, 8.64e15, 8.65e15, '', 'a b', '../x', 'x'.repeat(65), {}, { type: 'x' }),
    );
    const field = fc.constantFrom('incidentId', 'stamp', 'at', 'recordedAt', 'by', 'event', 'more');
    fc.assert(
      fc.property(field, odd, fc.boolean(), (name, value, isMissing) => {
        const row: Record<string, unknown> = { ...note(1), [name]: value };
        if (isMissing) delete row[name];
        expect(isStoredRow(row)).toBe(v.is(storedRowShape, row));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([null, undefined, 7, 'x', [], {}])('is not %j', (value) => {
    expect(isStoredRow(value)).toBe(false);
  });
});
