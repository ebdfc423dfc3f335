import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { KEYMAP } from '../../renderer/keymap/keymap';
import { violations } from '../support/axe';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';
import { settle } from '../support/settle';

const options = (): readonly string[] => screen.getAllByRole('option').map((one) => one.textContent.trim());
const option = (text: string): HTMLElement => {
  const found = screen.getAllByRole('option').find((one) => one.textContent.includes(text));
  if (!found) throw new Error(`no option says ${text}`);
  return found;
};
const highlighted = (): string => {
  const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.textContent ?? 'nothing';
};

async function openPalette(window: WindowUnderTest, keys = '{Control>}k{/Control}'): Promise<HTMLElement> {
  await window.user.keyboard(keys);
  return window.dialog('Command palette');
}

describe('the palette', () => {
  let window: WindowUnderTest;
  beforeEach(async () => {
    document.documentElement.lang = 'en';
    window = await renderIncident();
  });

  it.each(['{Control>}k{/Control}', '{Control>}{Shift>}p{/Shift}{/Control}'])(
    '[KEY8] opens with %s and closes to the pad',
    async (keys) => {
      await openPalette(window, keys);
      await window.user.keyboard('{Escape}');
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(document.activeElement).toBe(window.pad);
    },
  );

  it('[KEY8] lists everything that can be done, with its key', async () => {
    await openPalette(window);
    for (const { label } of KEYMAP.filter(({ id }) => id !== 'palette')) expect(option(label)).toBeDefined();
    expect(option('Write update').textContent).toContain('Ctrl+U');
    for (const one of ['Change severity to Sev 3', 'Assign Scribe', 'Call in an expert'])
      expect(option(one)).toBeDefined();
  });

  it('[KEY8] finds by the start of words, initials and other names', async () => {
    await openPalette(window);
    await window.user.keyboard('export');
    expect(options()[0]).toMatch(/^Export post-mortem/);
    for (const [query, found] of [
      ['rb', 'Roll back'],
      ['slack', 'Copy status for chat'],
      ['sev3', 'Change severity to Sev 3'],
      ['scribe', 'Assign Scribe'],
      ['todo', 'New action item'],
    ] as const) {
      await window.user.clear(document.activeElement as HTMLElement);
      await window.user.keyboard(query);
      expect(highlighted()).toContain(found);
    }
  });

  it('[KEY8] does what Enter chooses, and what comes of it has the focus', async () => {
    await openPalette(window);
    await window.user.keyboard('sev 3{Enter}');
    await window.dialog('Severity');
    expect(screen.getByRole('radio', { name: /Sev 3/ })).toHaveProperty('checked', true);
    expect(document.activeElement).toBe(window.field('Reason'));
  });

  it('[KEY8] leads to a role’s field', async () => {
    await openPalette(window);
    await window.user.keyboard('assign scribe{Enter}');
    await act(settle);
    expect(document.activeElement).toBe(screen.getByLabelText('Scribe'));
  });

  it('[KEY8] does nothing for what is off, and says why', async () => {
    window.test.run({ type: 'resolve', unticked: [] });
    await openPalette(window);
    await window.user.keyboard('snooze');
    expect(option('Snooze').textContent).toContain('The incident is resolved.');
    await window.user.keyboard('{Enter}');
    expect(screen.getByRole('dialog', { name: 'Command palette' })).toBeDefined();
    expect(window.test.notices).toEqual([]);
  });

  it('[KEY8] has what was used last first, also after a restart', async () => {
    await openPalette(window);
    await window.user.keyboard('copy status{Enter}');
    await act(settle);
    expect(window.test.world.copied.at(-1)).toContain('Sev 1');
    await openPalette(window);
    expect(options()[0]).toContain('Copy status for chat');
    expect(window.test.console.settings.store.getState().recentCommands).toEqual(['copy-status']);
    expect(within(screen.getByRole('dialog')).getByText('Recent')).toBeDefined();
  });

  it('[KEY8] leads to another incident', async () => {
    window.test.declare({ title: 'Search is down' });
    await window.act(() => undefined);
    await openPalette(window);
    await window.user.keyboard('checkout{Enter}');
    await act(settle);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Checkout errors');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[KEY8] says that nothing was found, and that nothing was logged', async () => {
    const before = window.rows.length;
    await openPalette(window);
    await window.user.keyboard('zzzz{Enter}');
    expect(screen.getByText(/Nothing here is called “zzzz”/)).toBeDefined();
    expect(window.rows).toHaveLength(before);
  });

  it('is clean to axe, empty, narrowed and with nothing found', async () => {
    await openPalette(window);
    expect(await violations()).toEqual([]);
    await window.user.keyboard('sev');
    expect(await violations()).toEqual([]);
    await window.user.keyboard('zzz');
    expect(await violations()).toEqual([]);
  });
});

it('[KEY8] works on the start screen, where most is off', async () => {
  const window = await renderConsole();
  await openPalette(window);
  expect(option('Roll back').textContent).toContain('Declare or open an incident first.');
  await window.user.keyboard('declare{Enter}');
  await window.dialog('Declare incident');
});
