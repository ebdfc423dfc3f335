import { describe, expect, it } from 'vitest';
import type { IncidentSummary } from '../../renderer/domain/summary';
import { integritySentences } from '../../renderer/store/integritySentences';
import { ConsoleUnderTest } from '../support/consoleForTests';

function summary(change: Partial<IncidentSummary> = {}): IncidentSummary {
  const test = new ConsoleUnderTest();
  test.declare();
  const [one] = test.console.incidents.store.getState();
  if (!one) throw new Error('no summary');
  return { ...one, rowCount: 4, ...change };
}

const sound = (rows: number) => ({ incidents: [{ incidentId: 'inc-1', rows, damage: [] }] });

describe('what a check of integrity says', () => {
  it('is that all is well, with what was read', () => {
    expect(integritySentences(sound(4), [summary()])).toEqual({
      summary:
        'All is well: 1 incident, 4 rows. Every checksum and every chain holds, and the working copy has the same rows.',
      details: [],
    });
  });

  it('[ATT8] names the images that are missing or changed', () => {
    const damage = [
      { incidentId: 'inc-1', file: 'a.png', why: 'missing' },
      { incidentId: 'inc-1', file: 'b.png', why: 'damaged' },
    ] as const;
    const found = integritySentences({ ...sound(4), images: { named: 3, damage } }, [summary()]);
    expect(found.summary).toMatch(/Not all is as it was written/);
    expect(found.details.map((one) => one.slice(0, 64))).toEqual([
      'INC-0001 Checkout errors: its image “a.png” is missing. The entr',
      'INC-0001 Checkout errors: its image “b.png” is not what was stor',
    ]);
  });

  it('is that there is nothing to check', () => {
    expect(integritySentences({ incidents: [] }, []).summary).toMatch(/no incident yet/);
  });

  it('names the file and the line of what is damaged', () => {
    const damage = [{ file: 'inc-1.0001.ndjson', why: 'line 3: checksum does not match' }];
    const found = integritySentences({ incidents: [{ incidentId: 'inc-1', rows: 3, damage }] }, [summary()]);
    expect(found.summary).toMatch(/^Read: 1 incident, 3 rows. Not all is as it was written./);
    expect(found.details).toEqual([
      'INC-0001 Checkout errors: “inc-1.0001.ndjson”, line 3: checksum does not match. The rest of it was read.',
      'INC-0001 Checkout errors: the working copy has 4 rows, the journal has 3 rows. Each gets what it lacks when the console starts again.',
    ]);
  });

  it('compares the working copy, and knows what only one of the two has', () => {
    expect(integritySentences(sound(1), []).details).toEqual([
      'The incident inc-1: the working copy lacks it, the journal has 1 row. Each gets what it lacks when the console starts again.',
    ]);
    expect(integritySentences(sound(1), []).summary).toMatch(/but the working copy differs/);
    expect(integritySentences({ incidents: [] }, [summary()]).details).toEqual([
      'INC-0001 Checkout errors: its journal is gone; the working copy has 4 rows. Restore it from a backup, or open it.',
    ]);
  });
});
