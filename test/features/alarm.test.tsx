import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ring } from '../../electron/contract';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { FakeAudio } from '../support/fakeAudio';
import { instant } from '../support/instants';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';

/** Declared at 03:03, so that the first update is due at 03:18. */
function ring(level: Ring['level'], change: Partial<Ring> = {}): Ring {
  const dueAt = instant('2026-11-23T03:18:00Z');
  return { incidentId: 'inc-1', lane: 'internal', level, dueAt, lateMs: 0, missedAsleep: false, ...change };
}

const rings = (window: WindowUnderTest, ...given: Parameters<typeof ring>): Promise<void> =>
  window.act((test) => test.console.alarm.rang(ring(...given)));

/** What the region says, if a screen reader can hear it. */
function heard(politeness: 'polite' | 'assertive'): string | undefined {
  const regions = [...document.querySelectorAll(`[aria-live="${politeness}"]`)];
  const audible = regions.filter((region) => !region.closest('[aria-hidden="true"], [inert]'));
  return audible.map((region) => region.textContent).find((text) => /update/i.test(text));
}

const SENT = {
  type: 'send-update',
  audience: 'internal',
  state: 'identified',
  impact: 'x',
  known: '',
  doing: '',
  nextDueAt: instant('2026-11-23T03:45:00Z'),
} as const;

const DUE = 'UPDATE DUE: INC-0001 promised an update at 03:18.';

let audio: FakeAudio;
beforeEach(() => {
  audio = new FakeAudio();
  vi.stubGlobal('AudioContext', audio.context);
  return () => vi.unstubAllGlobals();
});

describe('the alarm in words', () => {
  it('has both its live regions from the start, with nothing in them', async () => {
    await renderIncident();
    expect(screen.getAllByRole('status').some((one) => one.getAttribute('aria-live') === 'polite')).toBe(
      true,
    );
    expect(screen.getByRole('alert').getAttribute('aria-live')).toBe('assertive');
    expect([heard('polite'), heard('assertive')]).toEqual([undefined, undefined]);
  });

  it('is polite when the update is due soon', async () => {
    const window = await renderIncident();
    await rings(window, 'due-soon');
    expect(heard('polite')).toBe('INC-0001: update due soon, at 03:18.');
    expect(heard('assertive')).toBeUndefined();
  });

  it('is assertive when it is due, and once more each time it rings', async () => {
    const window = await renderIncident();
    await rings(window, 'due-soon');
    await rings(window, 'due');
    expect([heard('polite'), heard('assertive')]).toEqual([undefined, DUE]);
    await rings(window, 'overdue', { lateMs: 120_000 });
    expect(heard('assertive')).toBe('UPDATE DUE: INC-0001 promised an update at 03:18, 2 min ago.');
    await rings(window, 'overdue', { lateMs: 300_000 });
    expect(heard('assertive')).toBe('UPDATE DUE: INC-0001 promised an update at 03:18, 5 min ago.');
  });

  it('says when the computer slept through it', async () => {
    const window = await renderIncident();
    await rings(window, 'overdue', { lateMs: 7_500_000, missedAsleep: true });
    expect(heard('assertive')).toBe(
      'UPDATE DUE: INC-0001 promised an update at 03:18, 2 h 5 min ago. This computer slept or the console was closed.',
    );
  });

  it.each([
    ['due-soon', 'polite', 'INC-0001: update due soon, at 03:18.'],
    ['due', 'assertive', DUE],
  ] as const)('is heard also while a dialog is open (%s)', async (level, politeness, words) => {
    const window = await renderIncident();
    await window.openDialog('Severity');
    await rings(window, level);
    expect(heard(politeness)).toBe(words);
    expect(screen.getByRole('dialog', { name: 'Severity' })).toBeDefined();
  });

  it('stays until the promise is settled', async () => {
    const window = await renderIncident();
    await rings(window, 'due');
    await window.user.keyboard('busy{Enter}');
    await window.pass(60_000);
    expect(heard('assertive')).toBe(DUE);
    await window.act((test) => test.run(SENT));
    expect(heard('assertive')).toBeUndefined();
  });

  it('[UPD11] turns the clock overdue although the wall clock was set back', async () => {
    const window = await renderIncident();
    await window.act(({ world, console }) => {
      world.setClock(instant('2026-11-23T01:00:00Z'));
      console.ticker.tick();
    });
    expect(screen.getByTestId('update-timer').dataset['state']).toBe('ok');
    await rings(window, 'due');
    expect(screen.getByTestId('update-timer').dataset['state']).toBe('overdue');
  });

  it('stands in the window’s title', async () => {
    const window = await renderIncident();
    expect(document.title).toBe('Sev 1 · Checkout errors · 0:00 — Incident Console');
    await rings(window, 'due');
    expect(document.title).toBe('UPDATE DUE · Sev 1 · Checkout errors · 0:00 — Incident Console');
  });
});

describe('the alarm of an incident that is not open', () => {
  async function two(): Promise<WindowUnderTest> {
    const test = new ConsoleUnderTest();
    test.declare();
    test.declare({ title: 'Another' });
    return renderConsole(test);
  }

  it('names it and leads to it', async () => {
    const window = await two();
    await rings(window, 'due');
    expect(heard('assertive')).toBe(DUE);
    await window.user.click(window.button('Open INC-0001'));
    expect(window.test.incident.title).toBe('Checkout errors');
    expect(heard('assertive')).toBe(DUE);
  });

  it('neither hides nor ends the one of the open incident', async () => {
    const window = await two();
    await rings(window, 'due', { incidentId: 'inc-2' });
    await rings(window, 'due-soon');
    expect(heard('assertive')).toBe('UPDATE DUE: INC-0002 promised an update at 03:18.');
    expect(heard('polite')).toBe('INC-0001: update due soon, at 03:18.');
    await window.act((test) => test.run(SENT));
    expect([heard('assertive'), heard('polite')]).toEqual([
      undefined,
      'INC-0001: update due soon, at 03:18.',
    ]);
  });
});

describe('the alarm’s sound', () => {
  it('comes with every urgent ring, and not with a polite one', async () => {
    const window = await renderIncident();
    await rings(window, 'due-soon');
    expect(audio.played).toBe(0);
    await rings(window, 'due');
    await rings(window, 'overdue');
    await rings(window, 'overdue');
    expect(audio.played).toBe(3);
  });

  it('is over within three seconds', async () => {
    const window = await renderIncident();
    await rings(window, 'due');
    expect(audio.lastsSeconds).toBeGreaterThan(0.5);
    expect(audio.lastsSeconds).toBeLessThanOrEqual(3);
  });

  it('does not come again when another alarm ends', async () => {
    const test = new ConsoleUnderTest();
    test.declare();
    const window = await renderConsole(test);
    await rings(window, 'due', { incidentId: 'inc-9' });
    await rings(window, 'due');
    await window.act(() => test.run(SENT));
    expect(audio.played).toBe(2);
  });

  it('can be muted; the panel cannot', async () => {
    const window = await renderIncident();
    await rings(window, 'due');
    await window.user.click(window.button('Mute sound'));
    await rings(window, 'overdue', { lateMs: 120_000 });
    expect(audio.played).toBe(1);
    expect(heard('assertive')).toMatch(/2 min ago/);
    expect(window.test.world.savedSettings).toContainEqual({ muted: true });
  });

  it('fails in silence where no sound can be made', async () => {
    vi.stubGlobal('AudioContext', undefined);
    const window = await renderIncident();
    await rings(window, 'due');
    expect(heard('assertive')).toBe(DUE);
  });
});
