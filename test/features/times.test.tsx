import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { REFUSAL_SENTENCES } from '../../renderer/domain/refusals';
import { iso } from '../../renderer/domain/time';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

const FIELDS = ['Impact start', 'Detected', 'Acknowledged', 'Mitigated', 'Resolved', 'Impact end'];

async function editing(): Promise<WindowUnderTest> {
  const window = await renderIncident();
  await window.openDialog('Edit times', 'Times');
  return window;
}

const dialog = (): HTMLElement => screen.getByRole('dialog', { name: 'Times' });

const stamps = ({ test }: WindowUnderTest): { readonly [name: string]: string } =>
  Object.fromEntries(Object.entries(test.incident.stamps).map(([name, { at }]) => [name, iso(at)]));

describe('editing the lifecycle stamps (LIF4)', () => {
  it('[LIF4] has a field for each, with what is known in it', async () => {
    const window = await editing();
    expect(FIELDS.map((name) => window.field(name).value)).toEqual(['', '', '', '', '', '']);
    expect(window.field('Declared').value).toBe('2026-11-23 03:03:00');
  });

  it('[LIF4] sets several at once, in any form of time, with one reason', async () => {
    const window = await editing();
    await window.fill('Impact start', '02:40');
    await window.fill('Detected', '2026-11-23T02:45:30Z');
    await window.fill('Acknowledged', '-3m');
    expect(within(dialog()).getByText('= 2026-11-23 02:40:00')).toBeDefined();
    await window.fill('Reason', 'from the dashboard');
    await window.user.click(window.button('Save times'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(stamps(window)).toEqual({
      impactStart: '2026-11-23T02:40:00.000Z',
      detected: '2026-11-23T02:45:30.000Z',
      declared: '2026-11-23T03:03:00.000Z',
      acknowledged: '2026-11-23T03:01:00.000Z',
    });
    expect(document.activeElement).toBe(window.pad);
  });

  it('[LIF4] clears one that was set, and says so before', async () => {
    const window = await editing();
    await window.fill('Mitigated', '03:01');
    await window.fill('Reason', 'x');
    await window.user.click(window.button('Save times'));
    await window.openDialog('Edit times', 'Times');
    await window.user.clear(window.field('Mitigated'));
    expect(within(dialog()).getByText('will be cleared')).toBeDefined();
    await window.fill('Reason', 'too early');
    await window.user.click(window.button('Save times'));
    expect(stamps(window)['mitigated']).toBeUndefined();
    expect(window.test.lastWritten?.kind).toBe('time');
  });

  it('[LIF4] needs a reason, and says so beside the field', async () => {
    const window = await editing();
    await window.fill('Detected', '03:00');
    await window.user.click(window.button('Save times'));
    expect(window.field('Reason').getAttribute('aria-invalid')).toBe('true');
    expect(within(dialog()).getByRole('alert').textContent).toMatch(/Give a reason/);
    expect(window.field('Detected').value).toBe('03:00');
    expect(stamps(window)['detected']).toBeUndefined();
  });

  it('says beside the field what cannot be read, saves nothing and keeps what was typed', async () => {
    const window = await editing();
    await window.fill('Impact start', '02:40');
    await window.fill('Detected', 'around three');
    await window.fill('Reason', 'x');
    await window.user.click(window.button('Save times'));
    expect(window.field('Detected').getAttribute('aria-invalid')).toBe('true');
    expect(window.field('Impact start').value).toBe('02:40');
    expect(stamps(window)['impactStart']).toBeUndefined();
  });

  it('[LIF7] takes no time in the future', async () => {
    const window = await editing();
    await window.fill('Detected', '2026-11-23T09:00:00Z');
    expect(within(dialog()).getByRole('alert').textContent).toMatch(/lies in the future/);
  });

  it('[LIF6] does not let the declared time be cleared', async () => {
    const window = await editing();
    await window.user.clear(window.field('Declared'));
    await window.fill('Reason', 'x');
    await window.user.click(window.button('Save times'));
    expect(within(dialog()).getByText(REFUSAL_SENTENCES['stamp-needed'])).toBeDefined();
    expect(stamps(window)['declared']).toBe('2026-11-23T03:03:00.000Z');
  });

  it('logs nothing when nothing was changed', async () => {
    const window = await editing();
    await window.fill('Reason', 'x');
    await window.user.click(window.button('Save times'));
    expect(within(dialog()).getByRole('alert').textContent).toMatch(/Nothing was changed/);
    expect(window.test.incident.rowCount).toBe(1);
  });

  it('keeps a stamp to the millisecond when another one is changed', async () => {
    const window = await renderIncident();
    await window.act((test) => {
      const at = (test.world.now - 60_877) as typeof test.world.now;
      test.run({ type: 'set-stamps', stamps: { detected: at }, reason: 'from the alert' });
    });
    const before = stamps(window)['detected'];
    await window.openDialog('Edit times', 'Times');
    await window.fill('Acknowledged', '03:03:30');
    await window.fill('Reason', 'x');
    await window.user.click(window.button('Save times'));
    expect(stamps(window)['detected']).toBe(before);
  });
});
