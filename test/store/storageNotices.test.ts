import { describe, expect, it } from 'vitest';
import type { JournalState, Recovery, StorageFailure } from '../../electron/contract';
import { createNotices } from '../../renderer/store/notices';
import { exportSentence, storageSentence } from '../../renderer/store/storageSentence';
import {
  tellCopyTrouble,
  tellDamage,
  tellJournalState,
  tellRestored,
} from '../../renderer/store/storageNotices';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { settle } from '../support/settle';
import { SlowLog } from '../support/slowLog';

const FULL: StorageFailure = { reason: 'disk-full', path: '/p/journal/a.ndjson', detail: 'ENOSPC' };

const NOTHING: Recovery = {
  uncleanExit: false,
  workingCopyMovedAside: false,
  tornTails: [],
  returnedRows: 0,
  unreadableLines: [],
};

function told(change: Partial<JournalState>): readonly [string, string][] {
  const notices = createNotices();
  tellJournalState({ journals: [], recovery: null, unwritable: null, ...change }, notices, {
    actions: () => [],
  });
  return notices.store.getState().map(({ tone, text }) => [tone, text]);
}

describe('what is wrong with a store, in a sentence', () => {
  it.each<[StorageFailure['reason'], string]>([
    ['disk-full', '“/j” has no space left. Free some space; saving goes on by itself.'],
    ['read-only', '“/j” can’t be written to. Make it writable, or start the console with another folder.'],
    ['missing', '“/j” is gone. Bring the folder or drive back.'],
    [
      'in-the-way',
      'Something else stands in the way of “/j”: a file where a folder should be, or the reverse. Move it away; saving goes on by itself.',
    ],
    ['too-many-files', 'This computer has too many files open. Close some programs.'],
    ['failed', '“/j” refused the write (EIO: i/o error).'],
  ])('%s', (reason, sentence) => {
    expect(storageSentence({ reason, path: '/j', detail: 'EIO: i/o error' })).toBe(sentence);
  });

  it.each<[StorageFailure['reason'], string]>([
    ['disk-full', '“/x.md” has no space left. Free some space, then try again.'],
    ['read-only', '“/x.md” can’t be written to. Make it writable, or choose another folder.'],
    ['missing', '“/x.md” is gone. Bring the folder or drive back, or choose another one.'],
  ])('%s, for a file that is not tried again by itself', (reason, sentence) => {
    expect(exportSentence({ reason, path: '/x.md', detail: 'x' })).toBe(sentence);
  });

  it('names the disk where no path is known', () => {
    expect(storageSentence({ ...FULL, path: '' })).toMatch(/^The disk has no space left/);
  });
});

describe('entries that are not saved (LOG8)', () => {
  async function unsaved(): Promise<{ test: ConsoleUnderTest; log: SlowLog }> {
    const log = new SlowLog();
    const test = new ConsoleUnderTest({ log });
    log.failure = FULL;
    test.declare();
    await settle();
    return { test, log };
  }

  it('are counted, with the reason, for as long as it lasts', async () => {
    const { test, log } = await unsaved();
    const text = (count: string): string =>
      `NOT SAVED: ${count} held in memory only. “/p/journal/a.ndjson” has no space left. Free some space; saving goes on by itself.`;
    expect(test.notices).toEqual([text('1 entry is')]);
    test.note('still typing');
    await settle();
    expect(test.notices).toEqual([text('2 entries are')]);
    expect(test.console.notices.store.getState()[0]?.standing).toBe(true);
    log.failure = undefined;
    test.world.pass(2_000);
    await settle();
    expect(test.notices).toEqual([]);
  });

  it('can be copied as lines to paste elsewhere', async () => {
    const { test } = await unsaved();
    test.note('db01 is\nread-only');
    const { entries } = test;
    test.run({ type: 'edit-entry', entry: entries[1]?.id ?? ('' as never), text: 'db02' });
    test.console.notices.store.getState()[0]?.actions?.[0]?.perform();
    expect(test.world.copied).toEqual([
      [
        '2026-11-23T03:03:00.000Z Dana Declared Sev 1: Checkout errors',
        '2026-11-23T03:03:00.000Z Dana db01 is\nread-only',
        `2026-11-23T03:03:00.000Z Dana ${JSON.stringify({ type: 'entry-edited', entry: entries[1]?.id, text: 'db02' })}`,
      ].join('\n'),
    ]);
  });

  it('are tried again at once when asked to', async () => {
    const { test, log } = await unsaved();
    log.failure = undefined;
    test.console.notices.store.getState()[0]?.actions?.[1]?.perform();
    await settle();
    expect(test.notices).toEqual([]);
    expect(test.state.durable).toBe(1);
  });

  it('are no notice while the disk merely takes its time', async () => {
    const log = new SlowLog();
    const test = new ConsoleUnderTest({ log });
    log.hold('append');
    test.declare();
    await settle();
    expect(test.notices).toEqual([]);
  });
});

describe('what the start found', () => {
  it('is nothing to tell after an ordinary exit', () => {
    expect(told({})).toEqual([]);
    expect(told({ recovery: { ...NOTHING, workingCopyMovedAside: true } })).toEqual([]);
  });

  it('is a folder that cannot be written', () => {
    const unwritable = { reason: 'read-only', path: '/p/journal', detail: 'EROFS' } as const;
    expect(told({ unwritable })).toEqual([
      [
        'error',
        'Nothing can be saved here. “/p/journal” can’t be written to. Make it writable, or start the console with another folder. You can type; copy it or save it elsewhere before you quit.',
      ],
    ]);
  });

  it('is no longer true of a folder once a row was acknowledged', async () => {
    const log = new SlowLog();
    const test = new ConsoleUnderTest({ log });
    log.failure = FULL;
    tellJournalState(
      { journals: [], recovery: null, unwritable: FULL },
      test.console.notices,
      test.console.rescue,
    );
    test.declare();
    await settle();
    expect(test.notices).toHaveLength(2);
    log.failure = undefined;
    test.world.pass(2_000);
    await settle();
    expect(test.notices).toEqual([]);
  });

  it('is an unclean exit, torn lines and lines that could not be read', () => {
    const line = (n: number) => ({ incidentId: 'a', file: 'a.0001.ndjson', line: n, why: 'bad checksum' });
    const recovery: Recovery = {
      ...NOTHING,
      uncleanExit: true,
      tornTails: [{ incidentId: 'a', keptAt: '/x' }],
      unreadableLines: [line(7)],
    };
    expect(told({ recovery })).toEqual([
      [
        'warning',
        [
          'The console did not end by itself last time. Everything that said “Saved” is here.',
          'The last, unfinished line of a journal was set aside.',
          'Line 7 of “a.0001.ndjson” could not be read (bad checksum); the rest was.',
        ].join(' '),
      ],
    ]);
  });

  it('names five unreadable lines and counts the rest', () => {
    const unreadableLines = [1, 2, 3, 4, 5, 6, 7].map((line) => ({
      incidentId: 'a',
      file: 'f',
      line,
      why: 'w',
    }));
    const [[, text] = []] = told({ recovery: { ...NOTHING, unreadableLines } });
    expect(text?.match(/Line \d/g)).toHaveLength(5);
    expect(text).toMatch(/2 more lines could not be read either\.$/);
  });
});

describe('troubles of the stores are told once each', () => {
  it('a working copy that fails, however often', () => {
    const notices = createNotices();
    tellCopyTrouble(notices);
    tellCopyTrouble(notices);
    expect(notices.store.getState().map(({ tone, text }) => [tone, text])).toEqual([
      [
        'warning',
        'The working copy of the log failed. The journal has everything that says “Saved”; the copy is rebuilt at the next start. Keep going.',
      ],
    ]);
  });

  it('a rebuild', () => {
    const notices = createNotices();
    tellRestored(1, notices);
    tellRestored(212, notices);
    expect(notices.store.getState().map(({ tone, text }) => [tone, text])).toEqual([
      ['info', 'Rebuilt from the journal: 212 rows. Everything that said “Saved” is here.'],
    ]);
  });

  it('each damaged file', () => {
    const notices = createNotices();
    tellDamage('a.0001.ndjson', 'bad checksum', notices);
    tellDamage('b.0001.ndjson', 'gone', notices);
    expect(notices.store.getState().map(({ text }) => text)).toEqual([
      'The journal file “a.0001.ndjson” is damaged (bad checksum). What the working copy has of it was written back. The damaged line stays where it is, and stands in the folder “aside” too. If something is missing, a backup has it.',
      'The journal file “b.0001.ndjson” is damaged (gone). What the working copy has of it was written back. The damaged line stays where it is, and stands in the folder “aside” too. If something is missing, a backup has it.',
    ]);
  });

  it('a log that could not be read whole, although nothing waits to be saved', async () => {
    const log = new SlowLog();
    const test = new ConsoleUnderTest({ log });
    log.unreadable = { reason: 'failed', path: '/p/journal/a.ndjson', detail: 'EIO: i/o error' };
    await test.console.session.open('inc-1' as never);
    expect(test.console.notices.store.getState().map(({ tone, text }) => [tone, text])).toEqual([
      [
        'error',
        'The journal of this incident could not be read or completed (“/p/journal/a.ndjson”: EIO: i/o error). What the working copy holds is shown. You can go on typing.',
      ],
    ]);
  });
});
