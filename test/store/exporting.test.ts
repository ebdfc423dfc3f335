import { describe, expect, it } from 'vitest';
import type { StorageFailure } from '../../electron/contract';
import { perform } from '../../renderer/store/actions';
import { ConsoleUnderTest } from '../support/consoleForTests';

const GONE: StorageFailure = { reason: 'missing', path: '/media/stick', detail: 'ENOENT' };
const WRITTEN = '/home/dana/Incident Console/INC-0001/post-mortem.md';

function declared(): ConsoleUnderTest {
  const test = new ConsoleUnderTest();
  test.declare({ title: 'Checkout errors' });
  test.note('db01 is read-only');
  return test;
}

const press = (test: ConsoleUnderTest, label: string): void => {
  const actions = test.console.notices.store.getState()[0]?.actions ?? [];
  const action = actions.find((one) => one.label === label);
  if (!action) throw new Error(`no action ${label}`);
  action.perform();
};

describe('exporting the post-mortem', () => {
  it('writes the draft of the open incident under its name', async () => {
    const test = declared();
    await test.console.exporting.postMortem();
    const [file] = test.world.savedFiles;
    expect([file?.folderName, file?.fileName]).toEqual(['INC-0001 Checkout errors', 'post-mortem.md']);
    expect(file?.text).toContain('db01 is read-only');
  });

  it('says where the file is, and asks nothing', async () => {
    const test = declared();
    await test.console.exporting.postMortem();
    const { exported, exporting, dialog } = test.console.view.store.getState();
    expect({ exported, exporting, dialog }).toEqual({
      exported: {
        path: WRITTEN,
        name: 'post-mortem.md, 2026-11-23T03:03:00.000Z',
        what: 'Post-mortem',
      },
      exporting: false,
      dialog: null,
    });
    expect(test.notices).toEqual([]);
  });

  it('writes once however often the button is pressed meanwhile', async () => {
    const test = declared();
    const first = test.console.exporting.postMortem();
    expect(test.console.view.store.getState().exporting).toBe(true);
    await Promise.all([first, test.console.exporting.postMortem(), test.console.exporting.postMortem()]);
    expect(test.world.savedFiles).toHaveLength(1);
  });

  it('[ATT6] names the images to be copied beside it, once each, and says which could not be', async () => {
    const test = declared();
    const image = { sha256: '0'.repeat(64), type: 'png', bytes: 1, width: 1, height: 1 } as const;
    for (const text of ['one', 'two']) {
      test.run({ type: 'log-note', kind: 'note', text, at: test.world.now, attachments: [image] });
    }
    test.world.fileOutcome = {
      ok: true,
      value: { path: WRITTEN, sha256: 'a1', bytes: 1, missing: 1 },
    };
    await test.console.exporting.postMortem();
    expect(test.world.savedFiles[0]).toMatchObject({ images: [`${'0'.repeat(64)}.png`] });
    expect(test.notices).toEqual([
      'The post-mortem is written without 1 image that is missing or changed. “Check now” in Settings says which. The log is untouched.',
    ]);
    expect(test.console.view.store.getState().exported?.path).toBe(WRITTEN);
  });

  it('can be pressed again afterwards, and says anew where it went', async () => {
    const test = declared();
    await test.console.exporting.postMortem();
    const before = test.console.view.store.getState().exported;
    test.world.pass(1_000);
    await test.console.exporting.postMortem();
    expect(test.world.savedFiles).toHaveLength(2);
    expect(test.console.view.store.getState().exported).not.toEqual(before);
  });

  it('does nothing without an incident', async () => {
    const test = new ConsoleUnderTest();
    await test.console.exporting.postMortem();
    expect(test.world.savedFiles).toEqual([]);
  });
});

describe('the other formats', () => {
  it.each([
    ['export-html', 'post-mortem.html', 'Post-mortem as HTML', '<!doctype html>'],
    ['export-json', 'post-mortem.json', 'Post-mortem as JSON', '{\n  "notice": null,'],
    ['export-timeline', 'timeline.csv', 'Timeline as CSV', '"timestamp","kind","author","text"'],
    ['export-review', 'review.ics', 'Review invitation', 'BEGIN:VCALENDAR'],
  ])('[FMT4] %s writes %s and says so', async (id, fileName, what, begins) => {
    const test = declared();
    perform(test.console, id);
    await expect.poll(() => test.console.view.store.getState().exported?.what).toBe(what);
    const [file] = test.world.savedFiles;
    expect([file?.folderName, file?.fileName]).toEqual(['INC-0001 Checkout errors', fileName]);
    expect(file?.text.startsWith(begins)).toBe(true);
  });

  it('[FMT4] one that is not written is named, and the same one is tried again', async () => {
    const test = declared();
    test.world.fileOutcome = { ok: false, failure: GONE };
    await test.console.exporting.as('csv');
    expect(test.notices[0]).toMatch(/^The timeline as CSV was not written\. “\/media\/stick” is gone\./);
    press(test, 'Copy its text');
    expect(test.world.copied).toEqual([test.world.savedFiles[0]?.text]);
    press(test, 'Try again');
    await expect.poll(() => test.world.savedFiles.map(({ fileName }) => fileName)).toHaveLength(2);
    expect(test.world.savedFiles[1]?.fileName).toBe('timeline.csv');
  });
});

describe('an export that fails', () => {
  async function failed(): Promise<ConsoleUnderTest> {
    const test = declared();
    test.world.fileOutcome = { ok: false, failure: GONE };
    await test.console.exporting.postMortem();
    return test;
  }

  it('says why, what is safe, and what can be done', async () => {
    const test = await failed();
    const [notice] = test.console.notices.store.getState();
    expect({ ...notice, actions: notice?.actions?.map(({ label }) => label) }).toEqual({
      id: 'export',
      tone: 'error',
      text: 'The post-mortem was not written. “/media/stick” is gone. Bring the folder or drive back, or choose another one. The log is untouched, and so is an older file if there was one.',
      actions: ['Try again', 'Choose another folder', 'Copy the draft'],
    });
    expect(test.console.view.store.getState()).toMatchObject({ exported: null, exporting: false });
  });

  it('no longer names the file of an earlier one', async () => {
    const test = declared();
    await test.console.exporting.postMortem();
    test.world.fileOutcome = { ok: false, failure: GONE };
    await test.console.exporting.postMortem();
    expect(test.console.view.store.getState().exported).toBeNull();
  });

  it('can be tried again, and the notice goes when it works', async () => {
    const test = await failed();
    test.world.fileOutcome = { ok: true, value: { path: WRITTEN, sha256: 'a1', bytes: 1 } };
    press(test, 'Try again');
    await expect.poll(() => test.console.view.store.getState().exported?.path).toBe(WRITTEN);
    expect(test.notices).toEqual([]);
  });

  it('can go to another folder, which is remembered', async () => {
    const test = await failed();
    test.world.chosenFolder = '/home/dana/exports';
    press(test, 'Choose another folder');
    await expect.poll(() => test.world.savedFiles.length).toBe(2);
    expect(test.console.settings.store.getState().exportFolder).toBe('/home/dana/exports');
  });

  it('changes nothing when no folder is chosen', async () => {
    const test = await failed();
    press(test, 'Choose another folder');
    await Promise.resolve();
    expect(test.world.savedFiles).toHaveLength(1);
    expect(test.console.settings.store.getState().exportFolder).toBeNull();
  });

  it('leaves the draft to be copied', async () => {
    const test = await failed();
    press(test, 'Copy the draft');
    expect(test.world.copied).toEqual([test.world.savedFiles[0]?.text]);
  });
});
