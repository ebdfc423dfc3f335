import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../renderer/domain/fold';
import { formatName, knownRecords, recordName } from '../../renderer/domain/imports';
import type { Incident } from '../../renderer/domain/incident';
import { redactRow } from '../../renderer/domain/redaction';
import { entries, entryOf, type Entry } from '../../renderer/domain/timeline';
import { anyLog } from '../support/arbitraryRows';
import { given } from '../support/givenWhenThen';
import {
  by,
  clock,
  declared,
  edited,
  history,
  imported,
  importRestored,
  importUndone,
  merged,
  noted,
  pinned,
  redacted,
  stampAt,
} from '../support/histories';

const shown = (state: Incident): readonly Entry[] => [...entries(state.timeline)];
const texts = (state: Incident): readonly string[] => shown(state).map(({ text }) => text);

const record = { key: 'ops/9', where: 'message 9', kind: 'note', author: 'noor', text: 'hello' } as const;
const command = (records: readonly (typeof record & { readonly at: ReturnType<typeof clock> })[]) =>
  ({
    type: 'import-records',
    import: 'i',
    format: 'slack',
    file: 'a.zip',
    count: records.length,
    records,
  }) as const;

describe('importing records (IMP)', () => {
  it('[IMP9] each stands where it happened, signed by its author, with its source', () => {
    given(declared())
      .when(() => command([{ ...record, at: clock('02:40') }]))
      .thenLogged(
        { type: 'file-imported', import: 'i', format: 'slack', file: 'a.zip', count: 1 },
        {
          event: { type: 'record-imported', import: 'i', format: 'slack', file: 'a.zip', ...record },
          at: clock('02:40'),
        },
      );
    const state = fold(history(declared(), ...imported('i', 'one', 'two')));
    expect(shown(state).slice(0, 2)).toMatchObject([
      {
        text: 'one',
        by: 'noor',
        at: clock('02:10'),
        source: { format: 'slack', file: 'slack.zip', where: 'message 1' },
      },
      { text: 'two', by: 'noor', at: clock('02:11') },
    ]);
    expect(texts(state)).toContain('Imported 2 entries from slack.zip');
    expect(formatName('slack')).toBe('Slack');
    expect(formatName('of a later version')).toBe('of a later version');
  });

  it('[IMP9] says the count once, however many commands bring the records', () => {
    given(declared(), ...imported('i', 'one'))
      .when(() => command([{ ...record, at: clock('02:40') }]))
      .thenLogged({
        event: { type: 'record-imported', import: 'i', format: 'slack', file: 'a.zip', ...record },
        at: clock('02:40'),
      });
  });

  it('[IMP9] refuses nothing, and what lies in the future', () => {
    given(declared())
      .when(() => command([]))
      .thenRefused('nothing-to-import');
    given(declared())
      .when(() => command([{ ...record, at: clock('23:00') }]))
      .thenRefused('time-in-future');
  });

  it('[IMP8] one undo takes all of it out, one more puts it back as it was by then', () => {
    const before = history(
      declared(),
      noted('mine'),
      ...imported('i', 'one', 'two'),
      edited(3, { text: 'one, reworded' }),
      pinned(4),
    );
    const out = history(
      declared(),
      noted('mine'),
      ...imported('i', 'one', 'two'),
      edited(3, { text: 'one, reworded' }),
      pinned(4),
      importUndone('i', 2),
    );
    expect(texts(fold(out)).filter((text) => /^(?:one|two)/.test(text))).toEqual([]);
    expect(texts(fold(out))).toContain('Import undone: 2 entries of slack.zip taken out');
    const back = fold(
      history(
        declared(),
        noted('mine'),
        ...imported('i', 'one', 'two'),
        edited(3, { text: 'one, reworded' }),
        pinned(4),
        importUndone('i', 2),
        importRestored('i', 2),
      ),
    );
    const lines = (state: Incident) => shown(state).filter(({ source }) => source);
    expect(lines(back)).toEqual(lines(fold(before)));
    for (const { id } of lines(back)) expect(entryOf(back.timeline, id)?.id).toBe(id);
  });

  it('[IMP8] a typed note that was merged into a record stands by itself while that is out, and in it again after', () => {
    const rows = [declared(), ...imported('i', 'one'), noted('typed'), merged(3, 2)];
    const out = fold(history(...rows, importUndone('i', 1)));
    expect(shown(out).map(({ text, merged: mark }) => [text, mark?.into])).toContainEqual([
      'typed',
      undefined,
    ]);
    const back = fold(history(...rows, importUndone('i', 1), importRestored('i', 1)));
    const kept = shown(back).find(({ source }) => source);
    expect(kept?.text).toBe('one\ntyped');
    expect(shown(back).find(({ text }) => text === 'typed')?.merged?.into).toBe(kept?.id);
  });

  it('[IMP8] undo and its reverse are refused where they would do nothing', () => {
    const rows = [declared(), ...imported('i', 'one')];
    given(...rows)
      .when(() => ({ type: 'undo-import', import: 'i' }))
      .thenLogged({ type: 'import-undone', import: 'i', file: 'slack.zip', count: 1 });
    given(...rows)
      .when(() => ({ type: 'restore-import', import: 'i' }))
      .thenRefused('import-not-undone');
    given(...rows)
      .when(() => ({ type: 'undo-import', import: 'j' }))
      .thenRefused('no-such-import');
    given(...rows, importUndone('i', 1))
      .when(() => ({ type: 'undo-import', import: 'i' }))
      .thenRefused('import-undone');
    given(...rows, importUndone('i', 1))
      .when(() => ({ type: 'restore-import', import: 'i' }))
      .thenLogged({ type: 'import-restored', import: 'i', file: 'slack.zip', count: 1 });
  });

  it('[IMP4] knows what is here and what was taken out', () => {
    const here = knownRecords(fold(history(declared(), ...imported('i', 'one', 'two'))));
    expect([...here.here]).toEqual([recordName('slack', 'ops/0'), recordName('slack', 'ops/1')]);
    const gone = knownRecords(fold(history(declared(), ...imported('i', 'one'), importUndone('i', 1))));
    expect([gone.here.size, gone.undone.get(recordName('slack', 'ops/0'))]).toEqual([0, 'i']);
  });

  it('[IMP10] a redacted record loses its text and its author, and is known all the same', () => {
    const rows = history(declared(), ...imported('i', 'the key is hunter2'), by('Sam', redacted(2)));
    const row = rows[2];
    if (!row) throw new Error('no row');
    const erased = rows.map((one) => (one === row ? redactRow(one) : one));
    expect(JSON.stringify(erased)).not.toMatch(/hunter2|noor/);
    const state = fold(erased);
    expect(entryOf(state.timeline, stampAt(rows, 2))).toMatchObject({
      text: '[redacted]',
      redacted: { by: 'Sam' },
    });
    expect(knownRecords(state).here.has(recordName('slack', 'ops/0'))).toBe(true);
  });

  it('[IMP8] no log makes the fold lose or double an imported entry', () => {
    assert(
      property(anyLog, (rows) => {
        const state = fold(rows);
        const records = rows.filter(({ event }) => event.type === 'record-imported').length;
        const inTimeline = shown(state).filter(({ source }) => source).length;
        const withdrawn = state.imports.reduce((sum, one) => sum + one.withdrawn.length, 0);
        expect(inTimeline + withdrawn).toBe(records);
      }),
    );
  });
});
