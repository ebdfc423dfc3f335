import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Unrecognised } from '../../renderer/domain/events';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { instant } from '../support/instants';
import { declaredRow, rowOf } from '../support/logRows';
import { PageWorld } from '../support/pageWorld';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';
import { settle } from '../support/settle';
import { SlowLog } from '../support/slowLog';

const texts = ({ rows }: WindowUnderTest): readonly (string | null | undefined)[] =>
  rows.map((row) => row.querySelector('bdi')?.textContent);

const clockOf = (row: HTMLElement): HTMLTimeElement => {
  const time = row.querySelector('time');
  if (!time) throw new Error('a row without a time');
  return time;
};

describe('an entry on the timeline (TML)', () => {
  it('[TML1] shows when, who, what kind and what', async () => {
    const window = await renderIncident();
    await window.user.keyboard('db01 is read-only{Enter}');
    const row = window.row('db01 is read-only');
    expect(clockOf(row).dateTime).toBe('2026-11-23T03:04:00.000Z');
    expect(clockOf(row).textContent).toBe('03:04:00');
    expect(row.dataset['kind']).toBe('note');
    expect(within(row).getByText('Dana')).toBeDefined();
    expect(within(row).getByText('note')).toBeDefined();
  });

  it('[LOG2] stands in the order in which things happened', async () => {
    const window = await renderIncident();
    await window.user.keyboard('third{Enter}');
    await window.user.keyboard('/at 02:50 first{Enter}');
    expect(texts(window)).toEqual(['first', 'Declared Sev 1: Checkout errors', 'third']);
  });

  it('[TML4] says how late it was logged, from two minutes on', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/at -20m pager went{Enter}');
    await window.user.keyboard('/at -90s nobody answered{Enter}');
    expect(window.row('pager went').textContent).toContain('logged +20 min');
    expect(window.row('nobody answered').textContent).not.toContain('logged');
  });

  it('[LOG8] says that it is not saved, once that takes a while, until the journal has it', async () => {
    const log = new SlowLog();
    const window = await renderIncident({ log });
    log.hold('append');
    await window.user.keyboard('db01 is read-only{Enter}');
    await window.pass(299);
    expect(window.row('db01 is read-only').textContent).not.toContain('not saved yet');
    await window.pass(1);
    expect(window.row('db01 is read-only').textContent).toContain('not saved yet');
    expect(window.row('Declared').textContent).not.toContain('not saved yet');
    log.release('append');
    await act(settle);
    expect(window.row('db01 is read-only').textContent).not.toContain('not saved yet');
  });

  it('[LOG3] of a later version is shown as kept unread', async () => {
    const test = new ConsoleUnderTest();
    const event: Unrecognised = { type: 'unrecognised', raw: { type: 'poll-held', yes: 3 } };
    await test.open([declaredRow(), rowOf(1, event)]);
    const window = await renderConsole(test);
    const row = window.row('Kept unread: “poll-held”, written by another version');
    expect(row.dataset['kind']).toBe('unrecognised');
  });
});

describe('days and zones (TML8)', () => {
  const berlin = (): ConsoleUnderTest =>
    new ConsoleUnderTest({ world: new PageWorld('2026-11-23T22:58:00Z', 'Europe/Berlin') });

  it('[TML8] a separator stands at each midnight of the zone shown', async () => {
    const test = berlin();
    test.declare();
    test.world.pass(5 * 60_000);
    test.note('after midnight');
    const window = await renderConsole(test);
    const separators = (): readonly string[] =>
      screen.queryAllByText(/^\d{4}-\d\d-\d\d · /).map((one) => one.textContent);
    expect(separators()).toEqual(['2026-11-23 · Europe/Berlin', '2026-11-24 · Europe/Berlin']);
    await window.user.click(screen.getByTitle('Times in the local zone or in UTC'));
    expect(separators()).toEqual(['2026-11-23 · UTC']);
  });

  it('[TML8] both times stand in the tooltip, and the switch changes what is shown', async () => {
    const test = berlin();
    test.declare();
    const window = await renderConsole(test);
    const time = clockOf(window.row('Declared'));
    expect([time.textContent, time.title]).toEqual([
      '23:58:00',
      '2026-11-23 23:58:00 (Europe/Berlin) · 2026-11-23T22:58:00.000Z',
    ]);
    await window.user.click(screen.getByTitle('Times in the local zone or in UTC'));
    expect(clockOf(window.row('Declared')).textContent).toBe('22:58:00');
  });

  it('[TML8] times inside the console’s own lines read in the zone shown', async () => {
    const test = berlin();
    test.declare();
    const mitigate = {
      type: 'attempt-mitigation',
      action: 'rollback',
      what: 'web',
      owner: 'Sam',
      checkBackIn: 300_000 as never,
    } as const;
    test.run(mitigate);
    test.note('the log says 2026-11-23T22:00:00Z');
    const window = await renderConsole(test);
    expect(texts(window).slice(1)).toEqual([
      'Roll back: web · Sam · check back 2026-11-24 00:03',
      'the log says 2026-11-23T22:00:00Z',
    ]);
  });
});

describe('hostile text on the timeline', () => {
  const shown = async (text: string): Promise<HTMLElement> => {
    const test = new ConsoleUnderTest();
    test.declare();
    test.note(text);
    const window = await renderConsole(test);
    const [, row] = window.rows;
    if (!row) throw new Error('no row');
    return row;
  };

  it('is text, whatever it looks like', async () => {
    const text = '<img src=x onerror=alert(1)> **bold** [a](javascript:alert(1))';
    const row = await shown(text);
    expect(row.querySelector('bdi')?.textContent).toBe(text);
    expect(row.querySelector('bdi')?.children).toHaveLength(0);
  });

  it.each([
    ['a\u202Ebc', 'aU+202Ebc'],
    ['a\u0000b', 'aU+0000b'],
    ['a\u2028b', 'aU+2028b'],
    ['a\u200Bb\uFEFF', 'aU+200BbU+FEFF'],
    ['fil\u3164ler jo\u200Din \uD800', 'filU+3164ler joU+200Din U+D800'],
    ['نمی\u200Cخواهم', 'نمی\u200Cخواهم'],
    ['👩\u200D🚒 stays whole', '👩\u200D🚒 stays whole'],
    ['tab\tand\nline', 'tab\tand\nline'],
  ])('%j shows what cannot be seen', async (text, seen) => {
    const row = await shown(`x ${text} x`);
    expect(row.querySelector('bdi')?.textContent).toBe(`x ${seen} x`);
  });

  it('of 100,000 characters is folded, and opens on request', async () => {
    const text = `start ${'x'.repeat(99_994)}`;
    const test = new ConsoleUnderTest();
    test.declare();
    test.note(text);
    const window = await renderConsole(test);
    const row = window.row('start');
    expect(row.querySelector('bdi')?.textContent).toBe(`${text.slice(0, 1_500)}…`);
    await window.user.click(window.button('Show all 100,000 characters', row));
    expect(window.row('start').querySelector('bdi')?.textContent).toBe(text);
  });
});

describe('the elapsed clock (MET3)', () => {
  it('[MET3] runs from declaring, and from the impact’s start once that is known', async () => {
    const window = await renderIncident();
    await window.pass(10);
    const elapsed = (): string | null => screen.getByRole('timer', { name: 'Elapsed' }).textContent;
    expect(elapsed()).toBe('0:01:00');
    await window.pass(10_000);
    expect(elapsed()).toBe('0:01:10');
    const stamps = { impactStart: instant('2026-11-23T02:03:00Z') };
    await window.act((test) => test.run({ type: 'set-stamps', stamps, reason: 'dashboard' }));
    expect(elapsed()).toBe('1:01:10');
  });

  it('[MET3] shows zero, not a negative time, when the wall clock is set back', async () => {
    const window = await renderIncident();
    await window.act(({ world, console }) => {
      world.setClock(instant('2026-11-23T01:00:00Z'));
      console.ticker.tick();
    });
    expect(screen.getByRole('timer', { name: 'Elapsed' }).textContent).toBe('0:00:00');
  });
});
