import { describe, expect, it, vi } from 'vitest';
import type { BundleLine, StoredRow } from '../../electron/contract';
import type { Row } from '../../renderer/domain/events';
import { writeRow } from '../../renderer/domain/upcast';
import { MemoryEventLog } from '../../renderer/persistence/memoryEventLog';
import { perform } from '../../renderer/store/actions';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { INC_A, INC_B, logOf, noteRow, rowOf } from '../support/logRows';

const linesOf = (rows: readonly Row[]): readonly BundleLine[] =>
  rows.map((row, i) => ({ line: i + 1, row: writeRow(row) as StoredRow }));

/** Hands a bundle over as main does, and waits until it has been read. */
async function open(
  test: ConsoleUnderTest,
  logs: Readonly<Record<string, readonly BundleLine[]>>,
  bundle = 'bundle-1',
  attachments = 0,
): Promise<void> {
  test.world.bundles.set(bundle, logs);
  const incidents = Object.entries(logs).map(([incidentId, lines]) => ({ incidentId, rows: lines.length }));
  test.console.bundleImporting.opened({ bundle, name: `${bundle}.icbundle`, incidents, attachments });
  await until(() => test.console.bundleImporting.store.getState()?.status !== 'reading');
}

/** Code that is loaded when first needed takes its time. */
const until = (isSo: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(isSo()).toBe(true), { interval: 5, timeout: 10_000 });

const shown = (test: ConsoleUnderTest) => test.console.bundleImporting.store.getState();

describe('importing a bundle (BUN)', () => {
  it('[BUN8] shows it first, and keeps nothing of it when cancelled', async () => {
    const test = new ConsoleUnderTest();
    await open(test, { [INC_A]: linesOf(logOf(4)), [INC_B]: linesOf(logOf(1, INC_B)) });
    expect(shown(test)).toMatchObject({
      status: 'ready',
      previews: [
        { id: INC_A, added: 5 },
        { id: INC_B, added: 2 },
      ],
    });
    expect(test.console.view.store.getState().dialog).toEqual({ name: 'bundle' });
    test.console.bundleImporting.cancel();
    expect(shown(test)).toBeNull();
    expect(test.world.bundles.size).toBe(0);
    expect(await test.log.list()).toEqual([]);
    expect(test.console.view.store.getState().dialog).toBeNull();
  });

  it('[ATT7] takes the images that the merged log names before the rows, and no row without them', async () => {
    const image = { sha256: 'a'.repeat(64), type: 'gif', bytes: 1, width: 1, height: 1 } as const;
    const picture: Row = {
      ...noteRow(9),
      event: { type: 'note-logged', kind: 'note', text: '', attachments: [image] },
    };
    const test = new ConsoleUnderTest();
    await open(test, { [INC_A]: linesOf([...logOf(2), picture]) }, 'bundle-1', 1);
    test.world.images.takenOutcome = { ok: false, why: 'The disk is full.' };
    await test.console.bundleImporting.import();
    expect((await test.log.open(INC_A, () => undefined)).rows).toEqual([]);
    expect(test.notices.join()).toContain('The disk is full.');

    test.world.images.takenOutcome = { ok: true, taken: 1 };
    await open(test, { [INC_A]: linesOf([...logOf(2), picture]) }, 'bundle-2', 1);
    await test.console.bundleImporting.import();
    const asked = { bundle: 'bundle-2', images: [`${'a'.repeat(64)}.gif`] };
    expect(test.world.images.taken.at(-1)).toEqual(asked);
    expect((await test.log.open(INC_A, () => undefined)).rows).toHaveLength(4);
  });

  it('[BUN10] appends what is new, lists the incident and says what came in', async () => {
    const test = new ConsoleUnderTest();
    await test.log.append(logOf(2));
    await open(test, { [INC_A]: linesOf(logOf(4)) });
    await test.console.bundleImporting.import();
    expect((await test.log.open(INC_A, () => undefined)).rows).toEqual(logOf(4));
    expect(test.console.incidents.find(INC_A)).toMatchObject({ rowCount: 5 });
    expect(test.notices).toEqual(['“bundle-1.icbundle” is imported: 2 rows came in, 3 were here already.']);
    expect(shown(test)).toBeNull();
  });

  it('[BUN10] shows what came in where its incident is open, and all of it as saved', async () => {
    const test = new ConsoleUnderTest();
    await test.open(logOf(1));
    await open(test, { [INC_A]: linesOf(logOf(3)) });
    await test.console.bundleImporting.import();
    expect(test.entries.map(({ text }) => text)).toContain('note 3');
    expect(test.state).toMatchObject({ durable: 4, unsaved: 0, savedUpTo: noteRow(3).stamp });
    test.note('typed behind it');
    await test.console.session.settled();
    expect(test.state).toMatchObject({ durable: 5, unsaved: 0 });
  });

  it('[BUN13] says that there is nothing new the second time', async () => {
    const test = new ConsoleUnderTest();
    await open(test, { [INC_A]: linesOf(logOf(4)) });
    await test.console.bundleImporting.import();
    await open(test, { [INC_A]: linesOf(logOf(4)) }, 'bundle-2');
    await test.console.bundleImporting.import();
    expect(test.notices).toEqual(['Nothing new in “bundle-2.icbundle”: 5 rows of it are here already.']);
    expect((await test.log.open(INC_A, () => undefined)).rows).toHaveLength(5);
  });

  it('[BUN12] keeps ours where rows differ, and says so with the lines it could not read', async () => {
    const test = new ConsoleUnderTest();
    await test.log.append(logOf(1));
    const forged = rowOf(1, { type: 'note-logged', kind: 'note', text: 'never happened' });
    const lines = [...linesOf([forged]), { line: 2, why: 'is not JSON' }];
    await open(test, { [INC_A]: lines });
    await test.console.bundleImporting.import();
    expect((await test.log.open(INC_A, () => undefined)).rows).toEqual(logOf(1));
    expect(test.notices[0]).toContain(
      '1 row say something else here; yours stayed. 1 line could not be read.',
    );
  });

  it('[BUN10] says how far it came when the disk is full, and goes on the next time', async () => {
    const log = new MemoryEventLog();
    const test = new ConsoleUnderTest({ log });
    await open(test, { [INC_A]: linesOf(logOf(1)) });
    log.failure = { reason: 'disk-full', path: '/journal', detail: 'ENOSPC' };
    await test.console.bundleImporting.import();
    expect(test.notices[0]).toMatch(/not imported to its end.*no space left.*only what is missing/);
    log.failure = undefined;
    await open(test, { [INC_A]: linesOf(logOf(1)) }, 'bundle-2');
    await test.console.bundleImporting.import();
    expect(test.console.incidents.find(INC_A)).toMatchObject({ rowCount: 2 });
  });

  it('[BUN7] waits for the dialog that is open, and for the bundle before it', async () => {
    const test = new ConsoleUnderTest();
    test.console.view.openDialog({ name: 'declare' });
    const lines = { [INC_A]: linesOf(logOf(1)) };
    for (const bundle of ['bundle-1', 'bundle-2']) {
      test.world.bundles.set(bundle, lines);
      const incidents = [{ incidentId: INC_A, rows: 2 }];
      test.console.bundleImporting.opened({ bundle, name: bundle, incidents, attachments: 0 });
    }
    expect(test.console.view.store.getState().dialog).toEqual({ name: 'declare' });
    test.console.view.closeDialog();
    await until(() => shown(test)?.status === 'ready');
    expect(shown(test)?.bundle.bundle).toBe('bundle-1');
    test.console.bundleImporting.cancel();
    await until(() => shown(test)?.status === 'ready');
    expect(shown(test)?.bundle.bundle).toBe('bundle-2');
  });

  it('[BUN7] says in one sentence what was not opened, or can no longer be read', async () => {
    const test = new ConsoleUnderTest();
    test.console.bundleImporting.refused('evil\u202E.icbundle', 'It is not an incident bundle.');
    expect(test.notices).toEqual([
      '“evil⟦U+202E⟧.icbundle” was not opened. It is not an incident bundle. Nothing was imported.',
    ]);
    const incidents = [{ incidentId: INC_A, rows: 1 }];
    test.console.bundleImporting.opened({ bundle: 'bundle-9', name: 'x', incidents, attachments: 0 });
    await until(() => shown(test) === null);
    expect(test.notices).toEqual(['“x” was not opened. It is no longer open. Nothing was imported.']);
  });
});

describe('exporting bundles (BUN)', () => {
  it('[BUN1] names the open incident’s file and says what is in it', async () => {
    const test = new ConsoleUnderTest();
    test.declare();
    perform(test.console, 'export-bundle');
    await until(() => test.world.savedBundles.length === 1);
    const name = 'INC-0001 Checkout errors';
    expect(test.world.savedBundles).toEqual([
      { folderName: name, fileName: `${name}.icbundle`, incidentIds: ['inc-1'] },
    ]);
    await until(() => test.console.view.store.getState().exported !== null);
    expect(test.console.view.store.getState().exported).toMatchObject({
      path: '/home/dana/x.icbundle',
      what: 'Bundle of 1 incident with 14 rows',
    });
  });

  it('[BUN1] exports everything the journal holds, or says that there is nothing', async () => {
    const test = new ConsoleUnderTest();
    perform(test.console, 'export-everything');
    await until(() => test.notices.length === 1);
    expect(test.notices).toEqual(['There is no incident to export yet.']);
    test.world.journalled = ['inc-a', 'inc-b'];
    perform(test.console, 'export-everything');
    await until(() => test.world.savedBundles.length === 1);
    expect(test.world.savedBundles[0]).toMatchObject({ incidentIds: ['inc-a', 'inc-b'] });
  });

  it('[BUN2] says why nothing was written, and offers another folder', async () => {
    const test = new ConsoleUnderTest();
    test.declare();
    const failure = { reason: 'missing', path: '/stick', detail: 'gone' } as const;
    test.world.bundleOutcome = { ok: false, failure };
    perform(test.console, 'export-bundle');
    await until(() => test.notices.length === 1);
    expect(test.notices[0]).toContain('The bundle was not written. “/stick” is gone.');
    test.world.chosenFolder = '/home/dana/elsewhere';
    const actions = test.console.notices.store.getState()[0]?.actions;
    actions?.find(({ label }) => label === 'Choose another folder')?.perform();
    await until(() => test.world.savedBundles.length === 2);
    expect(test.console.settings.store.getState().exportFolder).toBe('/home/dana/elsewhere');
  });

  it('[BUN7] asks main for the file to open', () => {
    const test = new ConsoleUnderTest();
    perform(test.console, 'open-bundle');
    expect(test.world.bundlesAskedFor).toBe(1);
  });
});
