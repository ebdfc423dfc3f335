import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';
import { settle } from '../support/settle';

const F9 = '$mod+Shift+F9';
const press = (window: WindowUnderTest, how: 'key' | 'start' = 'key', ago = 0): Promise<void> =>
  window.act(({ console, world }) => console.noteNow.arrived({ at: world.now - ago, how }));

async function openSettings(window: WindowUnderTest): Promise<void> {
  await window.act(({ console }) => console.view.openDialog({ name: 'settings' }));
  await window.dialog('Settings');
  await act(settle);
}

describe('a note from anywhere', () => {
  it('[KEY9] begins in the pad, from wherever one was, with the time of the key', async () => {
    const window = await renderIncident();
    await window.user.click(window.button('Severity'));
    await press(window, 'key', 20_000);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(window.pad);
    await window.user.keyboard('they say it is DNS{Enter}');
    expect(window.test.lastWritten?.at).toBe(window.test.world.now - 20_000);
  });

  it('[KEY9] leaves a note that is being typed its own time', async () => {
    const window = await renderIncident();
    await window.user.type(window.pad, 'half');
    const typedAt = window.test.world.now;
    await window.pass(30_000);
    await press(window);
    await window.user.keyboard(' a note{Enter}');
    expect(window.test.lastWritten).toMatchObject({ text: 'half a note', at: typedAt });
  });

  it('[KEY9] lets the time go when nothing is typed for a minute', async () => {
    const window = await renderIncident();
    await press(window);
    await window.pass(61_000);
    await window.user.keyboard('later{Enter}');
    expect(window.test.lastWritten?.at).toBe(window.test.world.now);
  });

  it('[KEY9] says so where no incident is open', async () => {
    const window = await renderConsole();
    await press(window, 'start');
    expect(window.test.notices.at(-1)).toMatch(/^No incident is open/);
  });
});

describe('the key for it, in the settings', () => {
  it('[KEY9] is said to work once it was received, and not before', async () => {
    const window = await renderIncident();
    await openSettings(window);
    await window.user.click(window.button('Use Ctrl+Shift+F9'));
    await act(settle);
    expect(screen.getByText(/^Press Ctrl\+Shift\+F9 now\./)).toBeDefined();
    const { world } = window.test;
    world.noteKey = { ...world.noteKey, works: true };
    await press(window);
    expect(screen.getByText('Ctrl+Shift+F9 works: it was received.')).toBeDefined();
    expect(screen.getByRole('dialog', { name: 'Settings' })).toBeDefined();
  });

  it('[KEY9] is recorded, refused with a sentence, and turned off', async () => {
    const window = await renderIncident();
    window.test.world.takenKeys = ['$mod+Shift+j'];
    await openSettings(window);
    await window.user.click(window.button('Record a key'));
    await window.user.keyboard('{Control>}c{/Control}');
    expect(screen.getByText(/^Ctrl\+C can’t be used\./)).toBeDefined();
    await window.user.click(window.button('Record a key'));
    await window.user.keyboard('{Control>}{Shift>}j{/Shift}{/Control}');
    await act(settle);
    expect(screen.getByText('Another program has it.')).toBeDefined();
    await window.user.click(window.button('Record a key'));
    await window.user.keyboard('{Control>}{Shift>}{F9}{/Shift}{/Control}');
    await act(settle);
    expect(window.test.world.noteKey.key).toBe(F9);
    document.documentElement.lang = 'en';
    expect(await violations()).toEqual([]);
    await window.user.click(window.button('Turn off'));
    await act(settle);
    expect(window.test.world.noteKey.key).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('[KEY9] has a command for desktops that keep keys to themselves', async () => {
    const window = await renderIncident();
    window.test.world.noteKey = { ...window.test.world.noteKey, wayland: true };
    await openSettings(window);
    expect(screen.getByText(/^This desktop speaks Wayland/)).toBeDefined();
    await window.user.click(window.button('Copy command'));
    expect(window.test.world.copied.at(-1)).toBe('incident-console --note');
  });
});
