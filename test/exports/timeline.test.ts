import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../renderer/domain/ids';
import { postMortemJson } from '../../renderer/exports/postMortemJson';
import { postMortemMarkdown } from '../../renderer/exports/postMortemMarkdown';
import { draftOf } from './draftOf';
import { at, declared } from './history';

describe('the timeline of a draft (EXP)', () => {
  it('[EXP6] leaves retracted entries out of the key timeline and keeps them in the log', () => {
    const history = declared();
    const entry = history.run({
      type: 'log-note',
      kind: 'impact',
      text: 'wrong',
      at: at('2026-11-23T03:00:00Z'),
    });
    history.run({ type: 'retract-entry', entry, reason: 'other incident' });
    const { timeline, impact } = draftOf(history.incident);
    expect(timeline.key.map((line) => line.text)).not.toContain('wrong');
    expect(impact.notes).toEqual([]);
    expect(timeline.log.find((line) => line.text === 'wrong')?.retracted).toMatchObject({
      by: 'Ada',
      reason: 'other incident',
    });
  });

  it('[EXP6] says how late an entry was written, and what it said before', () => {
    const history = declared();
    history.clock('2026-11-23T03:20:00Z', 'Bo');
    const entry = history.run({
      type: 'log-note',
      kind: 'note',
      text: 'first',
      at: at('2026-11-23T03:00:01Z'),
    });
    history.run({ type: 'edit-entry', entry, text: 'second', at: at('2026-11-23T03:00:00Z') });
    const line = draftOf(history.incident).timeline.log.find((one) => one.id === entry);
    expect(line).toMatchObject({ text: 'second', late: 'logged +20 min', author: 'Bo' });
    expect(line?.earlier).toMatchObject([
      { text: 'first', at: { utc: '2026-11-23 03:00:01 UTC' }, replacedBy: 'Bo' },
    ]);
  });

  it('[EXP6] keeps notes in the key timeline while it is short, and only the turns when it is long', () => {
    const history = declared();
    const log = (count: number): void => {
      for (let i = 0; i < count; i += 1) {
        history.run({ type: 'log-note', kind: 'note', text: `n${i}`, at: at('2026-11-23T03:00:00Z') });
      }
    };
    log(58);
    expect(draftOf(history.incident).timeline).toMatchObject({ notesOnlyInLog: false });
    expect(draftOf(history.incident).timeline.key).toHaveLength(60);
    log(1);
    const long = draftOf(history.incident).timeline;
    expect(long.notesOnlyInLog).toBe(true);
    expect(long.key.map((line) => line.kind)).toEqual(['declared', 'role']);
    expect(long.log).toHaveLength(61);
  });

  it('[TML13] the pinned entries that still stand are the key timeline, whatever their kind', () => {
    const history = declared();
    const log = (text: string): Stamp =>
      history.run({ type: 'log-note', kind: 'note', text, at: at('2026-11-23T03:00:00Z'), pinned: true });
    const [kept, struck, early, late] = ['kept', 'struck', 'early', 'late'].map(log);
    history.run({ type: 'log-note', kind: 'decision', text: 'no pin', at: at('2026-11-23T03:00:00Z') });
    if (!kept || !struck || !early || !late) throw new Error('not logged');
    history.run({ type: 'retract-entry', entry: struck });
    history.run({ type: 'merge-entries', entry: early, other: late });
    const { timeline } = draftOf(history.incident);
    expect(timeline.key.map(({ text }) => text)).toEqual(['kept', 'early\nlate']);
    expect(timeline).toMatchObject({ keyBy: 'pins', notesOnlyInLog: false });
    expect(timeline.log.find(({ id }) => id === late)).toMatchObject({ text: 'late', mergedInto: early });
    const markdown = postMortemMarkdown(draftOf(history.incident));
    expect(markdown).toContain('The pinned entries; the full log stands in the appendix.');
    expect(markdown).toContain('merged into another entry');
    history.run({ type: 'unpin-entry', entry: kept });
    history.run({ type: 'unpin-entry', entry: early });
    expect(draftOf(history.incident).timeline).toMatchObject({ keyBy: 'kinds' });
    expect(draftOf(history.incident).timeline.key.map(({ text }) => text)).not.toContain('late');
  });

  it('[TML11] the full log says what kind an entry was', () => {
    const history = declared();
    const entry = history.run({
      type: 'log-note',
      kind: 'note',
      text: 'x',
      at: at('2026-11-23T03:00:00Z'),
    });
    history.run({ type: 'change-kind', entry, kind: 'result' });
    const draft = draftOf(history.incident);
    expect(draft.timeline.log.at(-1)).toMatchObject({
      kind: 'result',
      earlier: [{ kind: 'note', text: 'x' }],
    });
    expect(postMortemJson(draft).timeline.at(-1)).toMatchObject({ earlier: [{ kind: 'note' }] });
  });

  it('[EXP7] leaves a time typed by a person as it was typed', () => {
    const history = declared();
    const text = 'deploy at 2026-11-23T02:58:00Z';
    history.run({ type: 'log-note', kind: 'note', text, at: at('2026-11-23T03:00:00Z') });
    expect(draftOf(history.incident).timeline.log.at(-1)?.readable).toBe(text);
  });
});
