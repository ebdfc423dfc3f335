import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { SourceFile } from '../../renderer/imports/importTypes';
import { sourceOf, mayBeImported } from '../../renderer/store/importFiles';
import { chosenOf } from '../../renderer/store/importView';
import { openIncident } from '../../renderer/store/moves';
import { ConsoleUnderTest } from '../support/consoleForTests';

const FIXTURES = join(import.meta.dirname, '../fixtures/imports');
const file = (name: string): readonly SourceFile[] => [
  sourceOf(new File([readFileSync(join(FIXTURES, name))], name)),
];
const PLAIN = 'slack-export-plain.zip';

async function console(): Promise<ConsoleUnderTest> {
  const test = new ConsoleUnderTest();
  test.declare();
  await test.console.session.settled();
  return test;
}

const view = (test: ConsoleUnderTest) => {
  const shown = test.console.importing.store.getState();
  if (!shown) throw new Error('nothing is shown');
  return shown;
};

async function imported(test: ConsoleUnderTest, name = PLAIN): Promise<void> {
  await test.console.importing.take(file(name), name);
  await test.console.importing.import();
}

const fromFile = (test: ConsoleUnderTest) => test.entries.filter(({ source }) => source);

describe('importing a file (IMP)', () => {
  it('[IMP3] many files are told of at once, and can be called off before all are known', async () => {
    const test = await console();
    const days = Array.from({ length: 3 }, (_, i) => {
      const ts = `${1_795_000_000 + i * 86_400}.000100`;
      return new File(
        [JSON.stringify([{ type: 'message', user: 'U1', text: ts, ts }])],
        `2026-11-${18 + i}.json`,
      );
    });
    const first = test.console.importing.takeFiles(days, '3 files');
    expect(view(test)).toMatchObject({ status: 'reading', file: '3 files' });
    test.console.importing.cancel();
    await first;
    expect(test.console.importing.store.getState()).toBeNull();
    await test.console.importing.takeFiles(days, '3 files');
    expect(view(test).reading?.rows).toHaveLength(3);
  });

  it('[IMP3] shows what it would bring and writes nothing before Import', async () => {
    const test = await console();
    const rows = test.incident.rowCount;
    await test.console.importing.take(file(PLAIN), PLAIN);
    expect(view(test)).toMatchObject({ status: 'ready', file: PLAIN });
    expect(chosenOf(view(test))).toHaveLength(14);
    expect(test.incident.rowCount).toBe(rows);
    test.console.importing.cancel();
    expect([test.console.importing.store.getState(), test.incident.rowCount]).toEqual([null, rows]);
  });

  it('[IMP3] called off while it reads, it leaves nothing behind', async () => {
    const test = await console();
    const reading = test.console.importing.take(file(PLAIN), PLAIN);
    test.console.importing.cancel();
    await reading;
    expect(test.console.importing.store.getState()).toBeNull();
    expect(test.console.view.store.getState().dialog).toBeNull();
  });

  it('[IMP9] puts each entry where it happened, with its source, and says how many', async () => {
    const test = await console();
    await imported(test);
    expect(fromFile(test)).toHaveLength(14);
    expect(fromFile(test)[0]).toMatchObject({ by: 'noor', source: { format: 'slack', file: PLAIN } });
    expect(test.notices).toContain(`14 entries were imported from “${PLAIN}”.`);
    expect(test.incident.imports).toMatchObject([{ file: PLAIN, count: 14, undone: false }]);
  });

  it('[IMP4] a second import of the same file has nothing new', async () => {
    const test = await console();
    await imported(test);
    await test.console.importing.take(file(PLAIN), PLAIN);
    expect(view(test).items.map(({ status }) => status)).toEqual(Array.from({ length: 14 }, () => 'here'));
    await test.console.importing.import();
    expect(view(test).problem).toBe('Tick at least one entry to import.');
    expect(fromFile(test)).toHaveLength(14);
  });

  it('[IMP4] imports a text once that stands twice under the id of another one', async () => {
    const test = await console();
    const entry = { id: 'E', type: 'annotate_log_entry', created_at: '2026-11-22T10:00:00Z' };
    const log_entries = ['A', 'B', 'B'].map((summary) => ({ ...entry, summary }));
    const name = 'log.json';
    await test.console.importing.take([sourceOf(new File([JSON.stringify({ log_entries })], name))], name);
    test.console.importing.tick(view(test).items.keys(), true);
    await test.console.importing.import();
    expect(fromFile(test).map(({ text }) => text)).toEqual(['A', 'B']);
  });

  it('[IMP8] is undone as a whole, and what the file brings again is put back, not doubled', async () => {
    const test = await console();
    await imported(test);
    const [{ id } = { id: '' }] = test.incident.imports;
    test.console.importing.undo(id);
    expect(fromFile(test)).toHaveLength(0);
    await test.console.importing.take(file(PLAIN), PLAIN);
    expect(
      view(test).items.every(({ status, undoneImport }) => status === 'undone' && undoneImport === id),
    ).toBe(true);
    test.console.importing.restore(id);
    expect(fromFile(test)).toHaveLength(14);
    expect(test.incident.imports).toHaveLength(1);
  });

  it('[IMP7] leaves noise and whatever is unticked or outside the window out', async () => {
    const test = await console();
    await test.console.importing.take(file('slack-export-nasty.zip'), 'nasty.zip');
    const before = chosenOf(view(test)).length;
    expect(before).toBeLessThan(view(test).items.filter(({ status }) => status === 'new').length);
    const [first, second] = chosenOf(view(test));
    if (!first || !second) throw new Error('nothing chosen');
    test.console.importing.tick([view(test).items.indexOf(first)], false);
    expect(chosenOf(view(test))).toHaveLength(before - 1);
    test.console.importing.between(second.row.at, second.row.at);
    expect(chosenOf(view(test))).toEqual([second]);
  });

  it('[IMP9] brings authors in under the names they are given here', async () => {
    const test = await console();
    await test.console.importing.take(file(PLAIN), PLAIN);
    test.console.importing.rename('noor', 'Noor Haddad');
    await test.console.importing.import();
    expect(new Set(fromFile(test).map(({ by }) => by))).toContain('Noor Haddad');
    expect(fromFile(test).some(({ by }) => by === 'noor')).toBe(false);
  });

  it('[IMP6] reads a table anew when its zone is told', async () => {
    const test = await console();
    const name = 'timeline-nasty-semicolon-cp1252.csv';
    await test.console.importing.take(file(name), name);
    expect(view(test).reading?.questions.zone).toBe(true);
    const utc = view(test).items[0]?.row.at ?? 0;
    await test.console.importing.choose({ timeZone: 'Europe/Berlin' });
    expect(view(test).items[0]?.row.at).toBe(utc - 3_600_000);
  });

  it('[IMP6] without a column of times the rows have none, and the columns can be told anew', async () => {
    const test = await console();
    const table = sourceOf(new File(['time,text\n2026-11-22T10:00:00Z,x\n'], 'one.csv'));
    await test.console.importing.take([table], 'one.csv');
    await test.console.importing.choose({ columns: ['none', 'text'] });
    expect(view(test)).toMatchObject({ status: 'ready', items: [] });
    expect(view(test).reading?.unreadable).toEqual([{ where: 'line 2', reason: 'has no time' }]);
    expect(view(test).reading?.questions.columns).toHaveLength(2);
    await test.console.importing.choose({ columns: ['time', 'text'] });
    expect(view(test).items).toHaveLength(1);
  });

  it('[IMP1] says why a file can’t be read, and asks for another', async () => {
    const test = await console();
    await test.console.importing.take(file('timeline-empty.csv'), 'timeline-empty.csv');
    expect(view(test)).toMatchObject({ status: 'choosing', problem: 'The file is empty.' });
  });

  /** Notes a second apart, more than go in one piece. */
  const LONG: readonly SourceFile[] = [
    sourceOf(
      new File(
        [
          'timestamp,text\n',
          ...Array.from(
            { length: 900 },
            (_, i) => `2026-11-22T10:00:${String(i % 60).padStart(2, '0')}Z,note ${i}\n`,
          ),
        ],
        'long.csv',
      ),
    ),
  ];

  it('[IMP3] a stopped import is taken out again', async () => {
    const test = await console();
    await test.console.importing.take(LONG, 'long.csv');
    const importing = test.console.importing.import();
    test.console.importing.cancel();
    await importing;
    expect(fromFile(test)).toHaveLength(0);
    expect(test.notices.join()).toContain('The import was stopped');
  });

  it('[IMP8] stops when another incident is opened, says where it is to be undone, and does nothing there', async () => {
    const test = await console();
    const first = test.state.openId;
    await test.console.importing.take(LONG, 'long.csv');
    const importing = test.console.importing.import();
    test.declare({ title: 'Another' });
    test.console.view.openDialog({ name: 'settings' });
    const rows = test.incident.rowCount;
    await importing;
    expect([test.incident.title, test.incident.rowCount]).toEqual(['Another', rows]);
    expect(test.notices).toContain(
      'The import stopped after 200 entries: another incident was opened. Undo it there.',
    );
    expect(test.console.view.store.getState().dialog).toEqual({ name: 'settings' });
    if (first !== null) await openIncident(test.console, first);
    expect(fromFile(test)).toHaveLength(200);
    test.console.importing.undo(test.incident.imports[0]?.id ?? '');
    expect(fromFile(test)).toHaveLength(0);
  });

  it('[IMP3] shows how far a packed file is read by what was read of it, not by what it unpacks to', async () => {
    const test = await console();
    const path = 'slack-export-nasty.zip';
    const [zip] = file(path);
    if (!zip) throw new Error('no sample');
    // Each look at the clock finds that it is time to tell.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
    const told: number[] = [];
    const stop = test.console.importing.store.subscribe((shown) => {
      if (shown?.status === 'reading') told.push(shown.done);
    });
    await test.console.importing.take([zip], path);
    stop();
    vi.restoreAllMocks();
    expect(view(test).status).toBe('ready');
    expect(Math.max(...told)).toBeGreaterThan(zip.size / 2);
    expect(Math.max(...told)).toBeLessThanOrEqual(zip.size);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it('[IMP1] takes tables, JSON and archives for files to import, and pictures for none', () => {
    expect(['a.csv', 'b.JSON', 'c.zip', 'd.ndjson'].map((name) => mayBeImported({ name, type: '' }))).toEqual(
      [true, true, true, true],
    );
    expect([
      mayBeImported({ name: 'a.png', type: 'image/png' }),
      mayBeImported({ name: 'x', type: '' }),
    ]).toEqual([false, false]);
  });
});
