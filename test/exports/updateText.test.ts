import { describe, expect, it } from 'vitest';
import { updateText } from '../../renderer/exports/updateText';
import { at } from './history';

const incident = { title: 'Checkout is down', number: 142, drill: false, severity: 1 } as const;
const update = {
  number: 2,
  state: 'identified',
  impact: ' Nobody can pay ',
  known: '',
  doing: 'Rolling back',
  nextDueAt: at('2026-11-23T03:45:00Z'),
} as const;
const local = (): string => '04:30';

describe('an update as text (EXP)', () => {
  it('[EXP7] gives times in both zones and leaves out what nobody filled in', () => {
    expect(updateText(incident, update, at('2026-11-23T03:30:00Z'), local)).toBe(
      [
        'Sev 1 · INC-0142 Checkout is down',
        'Update 2, 04:30 (03:30 UTC)',
        'Status: Identified',
        'Impact: Nobody can pay',
        'What we are doing: Rolling back',
        'Next update: 04:30 (03:45 UTC)',
      ].join('\n'),
    );
  });

  it('[EXP7] gives a time once where the sender’s zone reads as UTC does', () => {
    const utc = (): string => '2026-11-23 03:30';
    const text = updateText(incident, { ...update, nextDueAt: null }, at('2026-11-23T03:30:00Z'), utc);
    expect(text).toContain('Update 2, 2026-11-23 03:30 UTC\n');
  });

  it('[EXP7] says when it is the last one', () => {
    const last = updateText(incident, { ...update, nextDueAt: null }, at('2026-11-23T03:30:00Z'), local);
    expect(last).toMatch(/\nThis is the last update\.$/);
  });

  it('[EXP8] starts with THIS IS A DRILL for a drill', () => {
    const drill = updateText({ ...incident, drill: true }, update, at('2026-11-23T03:30:00Z'), local);
    expect(drill).toMatch(/^THIS IS A DRILL\n/);
  });
});
