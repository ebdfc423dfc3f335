import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole, renderIncident } from '../support/renderConsole';

const ON_THE_CONSOLE: readonly (readonly [string, string])[] = [
  ['textbox', 'Timeline note'],
  ['list', 'Timeline'],
  ['timer', 'Elapsed'],
  ['timer', 'Next update'],
  ['region', 'Roles'],
  ['region', 'Mitigate first'],
  ['navigation', 'Phase'],
  ['list', 'Incidents'],
  ...['Incident Commander', 'Communications lead', 'Scribe', 'Deputy'].map(
    (name) => ['combobox', name] as const,
  ),
  ...['Severity', 'Edit times', 'Export post-mortem', 'Resolve'].map((name) => ['button', name] as const),
  ...['Write update', 'Snooze', 'Add expert'].map((name) => ['button', name] as const),
  ...['Roll back', 'Shift traffic', 'Disable feature'].map((name) => ['button', name] as const),
  ...['Detection', 'Triage', 'Mitigation', 'Resolution', 'Post-mortem', 'Prevention'].map(
    (name) => ['button', name] as const,
  ),
];

/**
 * Names that robots and screen readers rely on: part of the product, so a change here is a breaking
 * one. What each does is specified elsewhere.
 */
describe('names one can rely on', () => {
  it('on the start screen', async () => {
    const window = await renderConsole();
    expect(screen.getByRole('button', { name: 'Declare incident' })).toBeDefined();
    await window.act((test) => test.declare());
    await window.act((test) => test.console.view.set({ atHome: true }));
    const incidents = screen.getByRole('list', { name: 'Incidents' });
    expect(within(incidents).getByRole('listitem', { name: 'Checkout errors' })).toBeDefined();
  });

  it('on the console, each once', async () => {
    await renderIncident();
    const wrong = ON_THE_CONSOLE.filter(([role, name]) => screen.queryAllByRole(role, { name }).length !== 1);
    expect(wrong).toEqual([]);
  });

  it('of attributes', async () => {
    const window = await renderIncident();
    await window.user.keyboard('db01 is read-only{Enter}');
    expect(screen.getByTestId('severity').textContent).toContain('Sev 1');
    expect(screen.getByTestId('update-timer').dataset).toMatchObject({
      state: 'ok',
      due: '2026-11-23T03:18:00.000Z',
    });
    expect(screen.getByTestId('scribe-input')).toBe(window.pad);
    expect(screen.getByTestId('timeline').contains(screen.getByRole('list', { name: 'Timeline' }))).toBe(
      true,
    );
    expect(window.rows.map((row) => [row.dataset['kind'], row.querySelector('time')?.dateTime])).toEqual([
      ['declared', '2026-11-23T03:03:00.000Z'],
      ['note', '2026-11-23T03:04:00.000Z'],
    ]);
    expect(screen.getByTestId('saved').dataset['durable']).toBe('2');
    expect(within(window.row('db01')).getByRole('button', { name: 'Edit' })).toBeDefined();
    expect(within(window.row('db01')).getByRole('button', { name: 'Retract' })).toBeDefined();
  });

  it('of moments', async () => {
    const window = await renderIncident();
    await window.act(() => new Promise(requestAnimationFrame));
    expect(new Set(window.test.world.marks)).toEqual(new Set(['app:durable', 'app:interactive', 'app:data']));
  });
});
