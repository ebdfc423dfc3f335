import { describe, expect, it } from 'vitest';
import { epochMs } from '../../renderer/domain/time';
import { draftOf, texts } from './draftOf';
import { at, declared } from './history';

describe('action items, cost and evidence (EXP)', () => {
  it('[EXP16] groups action items by category, those without owner or day first', () => {
    const history = declared();
    const add = (text: string, more: object): void =>
      void history.run({ type: 'add-action-item', text, category: 'process', ...more });
    add('whole', { owner: 'Bo', dueOn: '2026-12-01' });
    add('no day', { owner: 'Bo' });
    add('nothing', {});
    history.run({ type: 'add-action-item', text: 'loose' });
    const { groups, prompts } = draftOf(history.incident).actions;
    expect(groups.map(({ label, items }) => [label, items.map((item) => item.text)])).toEqual([
      ['Process', ['nothing', 'no day', 'whole']],
      ['Without a category', ['loose']],
    ]);
    expect(prompts[0]?.text).toContain('Detection, Mitigation, Architectural, Training');
  });

  it('[EXP3] marks what it put together as a guess', () => {
    const history = declared();
    history.run({ type: 'log-note', kind: 'impact', text: 'EU cannot pay', at: at('2026-11-23T03:00:00Z') });
    const draft = draftOf(history.incident);
    expect(draft.summary.lines[1]?.says).toEqual({
      from: 'guess',
      text: 'EU cannot pay (the last impact note).',
    });
    expect(draft.header.owner.map((one) => one.from)).toEqual(['guess', 'prompt']);
  });

  it('[EXP3] says what it does not know of the cost', () => {
    const history = declared();
    history.clock('2026-11-23T04:00:00Z').run({ type: 'resolve', unticked: [] });
    expect(draftOf(history.incident).cost.known.text).toMatch(/^At least 1 h of engineer time/);
    expect(draftOf(declared({ commander: '' }).incident).cost.known.text).toBe(
      'Engineer time is not in the log.',
    );
  });

  it('[EXP17] counts rows, edits, retractions, late and unread entries', () => {
    const history = declared();
    history.clock('2026-11-23T03:20:00Z');
    const entry = history.run({ type: 'log-note', kind: 'note', text: 'a', at: at('2026-11-23T03:00:00Z') });
    history.run({ type: 'edit-entry', entry, text: 'b' });
    history.run({ type: 'retract-entry', entry });
    history.write({ type: 'unrecognised', raw: { type: 'page-received', x: 1 } });
    const { evidence } = draftOf(history.incident);
    expect(texts(evidence.facts)).toEqual([
      'Made from 6 rows of the log: 4 entries, of which 1 edited later, 1 retracted and 1 written down late.',
      '1 row could not be read by this version; the appendix carries them unchanged.',
      'The last row was written 2026-11-23 03:20:00 UTC.',
    ]);
    expect(evidence.edited.map((line) => line.id)).toEqual([entry]);
  });

  it('[EXP2] survives any instant a log may claim', () => {
    const history = declared();
    history.write({ type: 'stamp-set', stamp: 'resolved', from: null, to: epochMs(8.64e15), reason: 'x' });
    history.write({
      type: 'stamp-set',
      stamp: 'impactStart',
      from: null,
      to: epochMs(-8.64e15),
      reason: 'x',
    });
    expect(draftOf(history.incident).header.review.text).toContain('+275760-09-13');
  });
});
