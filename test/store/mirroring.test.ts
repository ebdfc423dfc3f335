import { describe, expect, it } from 'vitest';
import type { MirrorState } from '../../electron/contract';
import { standingSentence } from '../../renderer/store/mirrorSentences';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { NO_MIRROR } from '../support/storageWorld';

const AT = Date.parse('2026-11-23T14:32:10Z');

const BEHIND: MirrorState = {
  ...NO_MIRROR,
  folder: '/media/stick',
  standing: 'behind',
  rowsBehind: 3,
  since: AT,
  failure: { reason: 'missing', path: '/media/stick', detail: 'ENOENT' },
};
const LEVEL: MirrorState = { ...NO_MIRROR, folder: '/media/stick', standing: 'level' };

const under = (): ConsoleUnderTest => new ConsoleUnderTest({ settings: { clockZone: 'utc' } });

describe('the journal’s second place in the window (MIR)', () => {
  it('[MIR3] stands above everything while it is behind, and ends by itself when it is level', () => {
    const test = under();
    test.world.now = AT as typeof test.world.now;
    test.console.mirroring.take(BEHIND);
    expect(test.notices).toEqual([
      'The mirror in “/media/stick” is behind by 3 rows since 14:32; the journal itself is fine. “/media/stick” is gone. Bring the folder or drive back.',
    ]);
    expect(test.console.notices.store.getState()[0]?.standing).toBe(true);
    test.console.mirroring.take({ ...BEHIND, rowsBehind: 1 });
    expect(test.notices).toHaveLength(1);
    expect(test.notices[0]).toContain('is behind by 1 row since');
    test.console.mirroring.take(LEVEL);
    expect(test.notices).toEqual([]);
  });

  it('[MIR3] says the day when it is behind since another one, and that it can’t be reached when no row lacks', () => {
    const now = AT + 86_400_000;
    expect(standingSentence(BEHIND, now, 'UTC')).toContain('since 2026-11-23 14:32;');
    expect(standingSentence({ ...BEHIND, rowsBehind: 0 }, AT, 'UTC')).toContain(
      'can’t be reached since 14:32;',
    );
  });

  it('[MIR5] says that a redacted text waits there', () => {
    const text = standingSentence({ ...BEHIND, redactionWaits: true }, AT, 'UTC');
    expect(text).toMatch(/A redacted text still stands in it\.$/);
  });

  it('[MIR4] says once that files had to make room', () => {
    const test = under();
    test.console.mirroring.take({ ...LEVEL, putAside: 2 });
    expect(test.notices).toEqual([
      '2 files in the mirror “/media/stick” were not what this journal wrote there. Nothing was overwritten: they lie there in the folder “aside”.',
    ]);
    test.console.notices.dismiss('mirror-aside');
    test.console.mirroring.take({ ...LEVEL, putAside: 2 });
    expect(test.notices).toEqual([]);
  });

  it('[MIR6] offers what only the mirror has, adds it, and says how much', async () => {
    const test = under();
    test.world.storage.restored = { ok: true, value: { rows: 5, incidents: 2, presentKeptAs: null } };
    test.world.storage.mirrored = LEVEL;
    test.console.mirroring.take({ ...LEVEL, onlyThere: 2 });
    expect(test.notices).toEqual(['The mirror in “/media/stick” has 2 incidents that are not here.']);
    test.console.notices.store.getState()[0]?.actions?.[0]?.perform();
    await expect
      .poll(() => test.console.mirroring.store.getState().said)
      .toBe('Added from the mirror: 5 rows to 2 incidents. Nothing was taken away.');
    expect(test.world.storage.asked).toEqual(['take the mirror in']);
    expect(test.notices).toEqual([]);
  });

  it('[MIR6] says why it could not, and that nothing was taken away', async () => {
    const test = under();
    test.world.storage.restored = {
      ok: false,
      failure: { reason: 'missing', path: '/media/stick', detail: 'ENOENT' },
    };
    await test.console.mirroring.restore();
    expect(test.console.mirroring.store.getState().problem).toBe(
      'Not everything could be added from the mirror. “/media/stick” is gone. Bring the folder or drive back. Nothing was taken away.',
    );
  });
});
