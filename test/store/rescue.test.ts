import { describe, expect, it, vi } from 'vitest';
import type { StorageFailure } from '../../electron/contract';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { settle } from '../support/settle';
import { SlowLog } from '../support/slowLog';

const FULL: StorageFailure = { reason: 'disk-full', path: '/p/journal/a.ndjson', detail: 'ENOSPC' };

/** An incident with one saved row and two that are not. */
async function unsaved(): Promise<ConsoleUnderTest> {
  const log = new SlowLog();
  const test = new ConsoleUnderTest({ log });
  test.declare();
  await settle();
  log.failure = FULL;
  test.note('db01 is read-only');
  test.note('failing over');
  await settle();
  return test;
}

async function choose(test: ConsoleUnderTest, label: string): Promise<void> {
  const actions = test.console.notices.store.getState().flatMap((notice) => notice.actions ?? []);
  actions.find((action) => action.label === label)?.perform();
  await test.console.session.settled();
  await settle();
}

describe('an incident that can’t be saved (BAK10)', () => {
  it('[BAK10] is offered whole: copied as text, saved and unsaved rows alike', async () => {
    const test = await unsaved();
    await choose(test, 'Copy all');
    await vi.waitFor(() => expect(test.world.copied).toHaveLength(1));
    expect(test.world.copied).toEqual([
      [
        'INC-0001 Checkout errors · Sev 1',
        '',
        '2026-11-23T03:03:00.000Z Dana: Declared Sev 1: Checkout errors',
        '2026-11-23T03:03:00.000Z Dana: db01 is read-only',
        '2026-11-23T03:03:00.000Z Dana: failing over',
        '',
      ].join('\n'),
    ]);
    await settle();
    expect(test.notices.at(-1)).toMatch(/whole incident is on the clipboard/);
  });

  it('[BAK10] is written elsewhere with every row, and says where', async () => {
    const test = await unsaved();
    test.world.storage.savedElsewhere = { ok: true, value: { path: '/usb/log.ndjson', rows: 3 } };
    await choose(test, 'Save elsewhere');
    const [request] = test.world.storage.elsewhere;
    expect(request).toMatchObject({ incidentId: 'inc-1', folderName: 'INC-0001 Checkout errors' });
    expect(request?.rows.map(({ event }) => event['text'] ?? event.type)).toEqual([
      'incident-declared',
      'db01 is read-only',
      'failing over',
    ]);
    expect(test.notices.at(-1)).toBe('Written and checked: 3 rows in “/usb/log.ndjson”.');
  });

  it('[BAK10] says when that place can’t be written either, and nothing when nobody chose one', async () => {
    const test = await unsaved();
    await choose(test, 'Save elsewhere');
    expect(test.notices).toHaveLength(1);
    test.world.storage.savedElsewhere = {
      ok: false,
      failure: { reason: 'read-only', path: '/usb', detail: 'EROFS' },
    };
    await choose(test, 'Save elsewhere');
    expect(test.notices.at(-1)).toMatch(/^It could not be saved there either. “\/usb” can’t be written to./);
  });

  it('[BAK10] of which there is none is said to be none', async () => {
    const test = new ConsoleUnderTest();
    await test.console.rescue.copyAll();
    await test.console.rescue.saveElsewhere();
    expect(test.notices).toEqual(['No incident is open, so there is nothing to copy.']);
    expect(test.world.storage.elsewhere).toEqual([]);
  });
});
