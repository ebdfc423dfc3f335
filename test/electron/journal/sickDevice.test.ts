import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Faults } from '../support/faultyFiles';
import { failing, isSegment, restarted, started } from '../support/faultyJournal';
import { journalFile } from '../support/journalHarness';
import { note, notes } from '../support/rows';

describe('a device that stays sick', () => {
  it('[JRN3] leaves one new file behind however often it was tried, and loses nothing', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', notes(2));
    faults.sync = failing('EIO', 20);
    for (let time = 0; time < 20; time += 1) {
      expect((await journal.append('inc1', [note(3)])).ok).toBe(false);
    }
    expect(await journal.append('inc1', [note(3)])).toEqual({ ok: true, value: { durable: 3 } });
    expect(readdirSync(join(profile, 'journal')).filter(isSegment)).toEqual([
      basename(journalFile(profile)),
      basename(journalFile(profile, 2)),
    ]);
    await journal.close();
    expect(await restarted(profile)).toMatchObject({ rows: notes(3), recovery: { unreadableLines: [] } });
  });

  it('goes on in the next file where an empty one can’t be removed', async () => {
    const faults: Faults = {};
    const { profile, journal } = await started(faults);
    await journal.append('inc1', notes(1));
    faults.sync = failing('EIO', 3);
    faults.remove = failing('EIO', 1);
    for (let time = 0; time < 3; time += 1) await journal.append('inc1', [note(2)]);
    expect(await journal.append('inc1', [note(2)])).toEqual({ ok: true, value: { durable: 2 } });
    await journal.close();
    expect((await restarted(profile)).rows).toEqual(notes(2));
  });
});
