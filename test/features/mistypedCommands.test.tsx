import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident } from '../support/renderConsole';

describe('a mistyped command (GRM13)', () => {
  const meant = (): string | undefined =>
    screen.queryAllByRole('status').find((one) => one.textContent.startsWith('Did you mean'))?.textContent;

  it('[GRM13] is offered above the pad while the line is typed on, and Tab takes it up', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/snoze 5 rollback is finishing');
    expect(meant()).toMatch(/^Did you mean \/snooze\?.*Tab takes it/);
    await window.user.keyboard('{Tab}');
    expect([window.pad.value, meant()]).toEqual(['/snooze 5 rollback is finishing', undefined]);
    expect(document.activeElement).toBe(window.pad);
    await window.user.keyboard(' now{Enter}');
    expect(window.test.incident.clock?.mode).toBe('snoozed');
    expect(window.test.entries.at(-1)?.text).toContain('rollback is finishing now');
  });

  it('[GRM13] is logged as text by Enter, and put away by Escape', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/asign comms @ana{Enter}');
    expect(window.test.lastWritten).toMatchObject({ kind: 'note', text: '/asign comms @ana' });
    expect(meant()).toBeUndefined();
    await window.user.keyboard('/rolbak ');
    expect(meant()).toMatch(/\/mitigate rollback/);
    await window.user.keyboard('{Escape}web');
    expect([meant(), window.pad.value]).toEqual([undefined, '/rolbak web']);
    expect(document.activeElement).toBe(window.pad);
    await window.user.clear(window.pad);
    await window.user.keyboard('/rolbak');
    expect(meant()).toMatch(/\/mitigate rollback/);
  });

  it('[GRM13] is taken with the mouse, too, and no path is one', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/var/log is full');
    expect(meant()).toBeUndefined();
    await window.user.clear(window.pad);
    await window.user.keyboard('/sev2 EU only');
    await window.user.click(screen.getByText('/sev'));
    expect(window.pad.value).toBe('/sev 2 EU only');
    expect(document.activeElement).toBe(window.pad);
  });
});
