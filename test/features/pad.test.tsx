import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../renderer/domain/ids';
import { iso } from '../../renderer/domain/time';
import { openIncident } from '../../renderer/store/moves';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { instant } from '../support/instants';
import { PageWorld } from '../support/pageWorld';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';

/** The newest note: what it says, when it happened, when it was written. */
function newest({ test }: WindowUnderTest): readonly (string | undefined)[] {
  const entry = test.lastWritten;
  return [entry?.text, entry && iso(entry.at), entry && iso(entry.recordedAt)];
}

const problem = (): string | null | undefined =>
  document.getElementById('pad-problem')?.querySelector('p')?.textContent;

const chip = (): string | null => screen.getByLabelText('Note time').textContent;

describe('the note pad (TML)', () => {
  it('has the cursor from the start and keeps it', async () => {
    const window = await renderIncident();
    expect(document.activeElement).toBe(window.pad);
    await window.user.keyboard('db01 is read-only{Enter}');
    expect(document.activeElement).toBe(window.pad);
    expect(window.pad.value).toBe('');
    expect(window.row('db01 is read-only').dataset['kind']).toBe('note');
  });

  it('[TML3] dates a note to its first keystroke', async () => {
    const window = await renderIncident();
    await window.user.keyboard('d');
    expect(chip()).toBe('03:04:00');
    await window.pass(65_000);
    await window.user.keyboard('b01 is read-only{Enter}');
    expect(newest(window)).toEqual([
      'db01 is read-only',
      '2026-11-23T03:04:00.000Z',
      '2026-11-23T03:05:05.000Z',
    ]);
    expect(chip()).toBe('now');
  });

  it('dates it anew after the pad was emptied', async () => {
    const window = await renderIncident();
    await window.user.keyboard('d{Backspace}');
    await window.pass(30_000);
    await window.user.keyboard('e{Enter}');
    expect(newest(window).slice(0, 2)).toEqual(['e', '2026-11-23T03:04:30.000Z']);
  });

  it('breaks the line with Shift+Enter', async () => {
    const window = await renderIncident();
    await window.user.keyboard('one{Shift>}{Enter}{/Shift}two{Enter}');
    expect(newest(window)[0]).toBe('one\ntwo');
  });

  it('takes no Enter of an input method for its own', async () => {
    const window = await renderIncident();
    await window.user.keyboard('にほん');
    fireEvent.keyDown(window.pad, { key: 'Enter', isComposing: true });
    expect(window.pad.value).toBe('にほん');
    expect(window.test.entries).toHaveLength(1);
    fireEvent.keyDown(window.pad, { key: 'Enter' });
    expect(newest(window)[0]).toBe('にほん');
  });

  it('says that an empty note cannot be logged', async () => {
    const window = await renderIncident();
    await window.user.keyboard('  {Enter}');
    expect(problem()).toBe('The note is empty. Type something first.');
    expect(window.test.entries).toHaveLength(1);
  });

  it('[TML3] keeps a note that is too long, and says so', async () => {
    const window = await renderIncident();
    const text = 'x'.repeat(1_000_001);
    fireEvent.input(window.pad, { target: { value: text } });
    fireEvent.keyDown(window.pad, { key: 'Enter' });
    expect(problem()).toMatch(/longer than 1,000,000 characters/);
    expect(window.pad.value).toHaveLength(1_000_001);
  });
});

describe('back-dating in the pad (TML5)', () => {
  it.each([
    ['/at 02:58 pager went', 'pager went', '2026-11-23T02:58:00.000Z'],
    ['/at 02:58:10 pager went', 'pager went', '2026-11-23T02:58:10.000Z'],
    ['/at 0258 pager went', 'pager went', '2026-11-23T02:58:00.000Z'],
    ['/at -7m pager went', 'pager went', '2026-11-23T02:57:00.000Z'],
    ['/AT -90s pager went', 'pager went', '2026-11-23T03:02:30.000Z'],
    ['/at 2026-11-22T23:10:05Z pager went', 'pager went', '2026-11-22T23:10:05.000Z'],
    ['/var/log is full', '/var/log is full', '2026-11-23T03:04:00.000Z'],
    ['//at 02:58 is how one back-dates', '/at 02:58 is how one back-dates', '2026-11-23T03:04:00.000Z'],
  ])('%s', async (line, text, at) => {
    const window = await renderIncident();
    await window.user.keyboard(`${line}{Enter}`);
    expect(newest(window)).toEqual([text, at, '2026-11-23T03:04:00.000Z']);
  });

  it('shows the time it has read while one types', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/at 02:58 p');
    expect(chip()).toBe('02:58:00');
    await window.user.clear(window.pad);
    await window.user.keyboard('/at 23:10 p');
    expect(chip()).toBe('2026-11-22 23:10:00');
  });

  it('takes the line as it stands with Mod+Enter', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/at 02:58 pager went{Control>}{Enter}{/Control}');
    expect(newest(window).slice(0, 2)).toEqual(['/at 02:58 pager went', '2026-11-23T03:04:00.000Z']);
  });

  it.each([
    ['/at lunch it broke', /That is not a time this field knows/],
    ['/at 2026-11-23T04:30Z it broke', /lies in the future/],
    ['/at 25:10 it broke', /no such day or time/],
    ['/at 02:58', /Say what happened then/],
    ['/at', /Give a time/],
  ])('keeps the whole line of “%s” when it cannot be taken', async (line, sentence) => {
    const window = await renderIncident();
    await window.user.keyboard(`${line}{Enter}`);
    expect(problem()).toMatch(sentence);
    expect(window.pad.value).toBe(line);
    expect(window.pad.getAttribute('aria-describedby')).toBe('pad-problem');
    expect(window.test.entries).toHaveLength(1);
    await window.user.keyboard('!');
    expect(problem()).toBeUndefined();
  });

  it('asks once about a clock time long before the incident', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/at 10:00 disk was at 80 %{Enter}');
    expect(problem()).toBe(
      'That is 17 h 3 min before the incident began. Press Enter again to log it all the same.',
    );
    await window.user.keyboard('{Enter}');
    expect(newest(window).slice(0, 2)).toEqual(['disk was at 80 %', '2026-11-22T10:00:00.000Z']);
  });

  it('takes a full date at its word however long ago', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/at 2026-11-01T10:00Z the certificate was made{Enter}');
    expect(newest(window)[1]).toBe('2026-11-01T10:00:00.000Z');
  });

  it('lets one choose when a clock showed that time twice', async () => {
    const test = new ConsoleUnderTest({ world: new PageWorld('2026-10-25T02:00:00Z', 'Europe/Berlin') });
    test.declare();
    const window = await renderConsole(test);
    await window.user.keyboard('/at 02:30 failover began{Enter}');
    expect(problem()).toMatch(/happened twice/);
    await window.user.click(window.button('2026-10-25 00:30:00 UTC'));
    expect(newest(window).slice(0, 2)).toEqual(['failover began', '2026-10-25T00:30:00.000Z']);
    expect(window.pad.value).toBe('');
  });
});

describe('unsent text in the pad', () => {
  const started = instant('2026-11-23T03:03:20Z');

  it('goes to the drafts with every key, and leaves them when logged', async () => {
    const window = await renderIncident();
    await window.user.keyboard('db01');
    expect([...window.test.world.drafts]).toEqual([
      ['pad:inc-1', 'db01'],
      ['padStarted:inc-1', String(instant('2026-11-23T03:04:00Z'))],
    ]);
    await window.user.keyboard('{Enter}');
    expect([...window.test.world.drafts]).toEqual([]);
  });

  it('is back after a restart, with the time of its first keystroke', async () => {
    const drafts = { 'pad:inc-1': 'half a no', 'padStarted:inc-1': String(started) };
    const window = await renderIncident({ drafts });
    expect(window.pad.value).toBe('half a no');
    expect(chip()).toBe('03:03:20');
    await window.user.keyboard('te{Enter}');
    expect(newest(window).slice(0, 2)).toEqual(['half a note', '2026-11-23T03:03:20.000Z']);
  });

  it('belongs to its incident', async () => {
    const window = await renderIncident();
    await window.user.keyboard('for the first');
    await window.act((test) => test.declare({ title: 'Another' }));
    expect(window.pad.value).toBe('');
    await window.user.type(window.pad, 'for the second');
    await window.act((test) => openIncident(test.console, 'inc-1' as IncidentId));
    expect(window.pad.value).toBe('for the first');
  });
});
