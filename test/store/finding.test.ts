import { describe, expect, it } from 'vitest';
import { reveal } from '../../renderer/store/finding';
import { NO_FILTER, setFilter } from '../../renderer/store/filtering';
import { redactEntry } from '../../renderer/store/redacting';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { INC_A, INC_B, logOf, rowOf } from '../support/logRows';
import { settle } from '../support/settle';

async function opened(): Promise<ConsoleUnderTest> {
  const test = new ConsoleUnderTest();
  await test.open(logOf(500));
  test.world.pass(1_000_000);
  return test;
}

const found = (test: ConsoleUnderTest): readonly (string | undefined)[] => {
  const { hits } = test.console.finding.store.getState();
  return hits.map((id) => test.entries.find((one) => one.id === id)?.text);
};
const current = (test: ConsoleUnderTest): string | undefined => {
  const at = test.console.finding.store.getState().current;
  return test.entries.find(({ id }) => id === at)?.text;
};

describe('find in the incident (FND)', () => {
  it('[FND3] opens at one hit of many when it was found among all incidents', async () => {
    const test = await opened();
    for (const note of ['quokka one', 'quokka two', 'quokka three']) test.note(note);
    const second = test.entries.find(({ text }) => text === 'quokka two');
    if (!second) throw new Error('no such note');
    test.console.finding.openAt('Quokka', second.id);
    expect(test.console.finding.store.getState()).toMatchObject({ open: true, query: 'Quokka' });
    expect(found(test)).toEqual(['quokka one', 'quokka two', 'quokka three']);
    expect(current(test)).toBe('quokka two');
    expect(test.console.view.store.getState().revealed?.entry).toBe(second.id);
  });

  it('[FND1] looks through the whole log, without case and diacritics', async () => {
    const test = await opened();
    test.note('Zoë: CAFÉ cluster down');
    const { finding } = test.console;
    finding.open();
    finding.search(' zoe: cafe ');
    expect(found(test)).toEqual(['Zoë: CAFÉ cluster down']);
    finding.search('NOTE 4');
    expect(found(test)).toHaveLength(111);
    finding.search('   ');
    expect(found(test)).toEqual([]);
  });

  it('[FND2] begins at the newest, steps around in a ring, and brings each into sight', async () => {
    const test = await opened();
    const { finding, view } = test.console;
    finding.open();
    finding.search('note 49');
    expect(found(test)).toHaveLength(11);
    expect(current(test)).toBe('note 499');
    finding.step(1);
    expect(current(test)).toBe('note 49');
    finding.step(-1);
    expect(current(test)).toBe('note 499');
    expect(view.store.getState().revealed).toMatchObject({ times: 3 });
  });

  it('[FND2] sets a filter aside that hides what was found', async () => {
    const test = await opened();
    setFilter(test.console, { kind: 'decision' });
    test.console.finding.open();
    test.console.finding.search('note 7');
    expect(test.console.view.store.getState().filter).toBe(NO_FILTER);
  });

  it('[FND1] counts what comes in while it is open, and lets go what is redacted', async () => {
    const test = await opened();
    const { finding } = test.console;
    finding.open();
    finding.search('hunter2');
    test.note('the key is hunter2');
    expect(found(test)).toHaveLength(1);
    redactEntry(test.console, test.lastWritten?.id ?? ('' as never), '');
    expect(finding.store.getState()).toMatchObject({ hits: [], current: null });
  });

  it('[FND1] closing gives the pad the focus, and keeps the words for next time', async () => {
    const test = await opened();
    const { finding, view } = test.console;
    const before = view.store.getState().padFocus;
    finding.open();
    finding.search('note 7');
    finding.close();
    expect(finding.store.getState()).toMatchObject({ open: false, query: 'note 7', hits: [] });
    expect(view.store.getState().padFocus).toBe(before + 1);
    finding.open();
    expect(finding.store.getState().hits).toEqual([]);
    reveal(test.console.session, view, test.lastWritten?.id ?? ('' as never));
  });
});

describe('find in all incidents (FND)', () => {
  const later = async (test: ConsoleUnderTest): Promise<void> => {
    for (let i = 0; i < 40; i += 1) {
      test.world.pass(200);
      await settle();
    }
  };
  const search = async (test: ConsoleUnderTest, query: string) => {
    test.console.findingAll.search(query);
    await later(test);
    return test.console.findingAll.store.getState();
  };

  async function two(): Promise<ConsoleUnderTest> {
    const test = new ConsoleUnderTest();
    const secret = rowOf(4, { type: 'note-logged', kind: 'note', text: 'Key: HUNTER2 für Ünal' }, INC_B);
    await test.open([...logOf(3, INC_B), secret]);
    await test.open(logOf(1_200, INC_A));
    return test;
  }

  it('[FND3] finds by incident, the newest first, with the words around', async () => {
    const test = await two();
    const state = await search(test, 'note 3');
    expect(state).toMatchObject({ searching: false, read: 2, of: 2 });
    expect(state.found.map(({ id, total }) => [id, total])).toEqual([
      [INC_A, 111],
      [INC_B, 1],
    ]);
    expect(state.found[0]?.hits.map(({ snippet }) => snippet)).toEqual([
      'note 399',
      'note 398',
      'note 397',
      'note 396',
      'note 395',
    ]);
    const [hit] = (await search(test, 'hunter2 FUR u')).found[0]?.hits ?? [];
    expect(hit?.snippet.slice(hit.from, hit.to)).toBe('HUNTER2 für Ü');
  });

  it('[FND3] finds nothing across two entries, and nothing for nothing', async () => {
    const test = await two();
    expect((await search(test, '1 note')).found).toEqual([]);
    expect((await search(test, ' ')).found).toEqual([]);
  });

  it('[FND4] what is redacted is found no more, and stands nowhere in what is kept', async () => {
    const test = await two();
    expect((await search(test, 'hunter2')).found).toHaveLength(1);
    await test.open([rowOf(4, { type: 'note-logged', kind: 'note', text: 'Key: HUNTER2 für Ünal' }, INC_B)]);
    const entry = test.entries.at(-1)?.id ?? ('' as never);
    redactEntry(test.console, entry, '');
    expect(test.console.findingAll.store.getState().found).toEqual([]);
    await later(test);
    expect((await search(test, 'hunter2')).found).toEqual([]);
  });

  it('[FND3] reading stops with the window, and goes on where it was', async () => {
    const test = await two();
    test.console.findingAll.search('hunter2');
    test.console.findingAll.stop();
    await later(test);
    expect(test.console.findingAll.store.getState()).toMatchObject({ searching: false });
    expect((await search(test, 'hunter2')).found).toHaveLength(1);
  });
});
