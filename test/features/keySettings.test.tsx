import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { violations } from '../support/axe';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';

async function openKeys(window: WindowUnderTest): Promise<HTMLElement> {
  await window.act(({ console }) => console.view.openDialog({ name: 'settings', at: 'keys' }));
  return window.dialog('Settings');
}

const line = (label: string): HTMLElement => {
  const found = screen.getAllByRole('listitem').find((one) => one.firstElementChild?.textContent === label);
  if (!found) throw new Error(`no line ${label}`);
  return found;
};

async function record(window: WindowUnderTest, label: string, keys: string): Promise<void> {
  await window.user.click(window.button(`Change key of ${label}`));
  await window.user.keyboard(keys);
}

const chosen = (window: WindowUnderTest): unknown => window.test.console.settings.store.getState().keys;

describe('changing keys', () => {
  it('[KEY4] a recorded key counts at once: for the handler, on the button and on the sheet', async () => {
    const window = await renderIncident();
    await openKeys(window);
    await record(window, 'Roll back', '{Control>}g{/Control}');
    expect(line('Roll back').textContent).toContain('Ctrl+G now does “Roll back”.');
    await window.user.keyboard('{Escape}');
    expect(window.button(/^Roll back/).textContent).toContain('Ctrl+G');
    await window.user.keyboard('{Control>}{Shift>}b{/Shift}{/Control}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await window.user.keyboard('{Control>}g{/Control}');
    await window.dialog('Roll back');
    await window.user.keyboard('{Escape}{F1}');
    const sheet = await window.dialog('Keyboard shortcuts');
    expect(within(sheet).getByText('Ctrl+G')).toBeDefined();
    expect(within(sheet).queryByText('Ctrl+Shift+B')).toBeNull();
  });

  it('[KEY4] what a restart brings back counts', async () => {
    const window = await renderConsole({ settings: { keys: { declare: ['$mod+g'] } } });
    await window.user.keyboard('{Control>}g{/Control}');
    await window.dialog('Declare incident');
  });

  it('[KEY5] a key that does something already moves only when one says so', async () => {
    const window = await renderIncident();
    await openKeys(window);
    await record(window, 'Roll back', '{Control>}u{/Control}');
    expect(line('Roll back').textContent).toContain('Ctrl+U does “Write update” already.');
    expect(chosen(window)).toEqual({});
    await window.user.click(window.button('Leave it there'));
    expect(line('Roll back').textContent).not.toContain('already');
    await record(window, 'Roll back', '{Control>}u{/Control}');
    await window.user.click(window.button('Use it for Roll back'));
    expect(chosen(window)).toEqual({ 'roll-back': ['$mod+u'], 'write-update': ['$mod+2'] });
    expect(line('Write update').textContent).toContain('Ctrl+2');
  });

  it('[KEY3] a key of somebody else is refused with the reason', async () => {
    const window = await renderIncident();
    await openKeys(window);
    for (const [keys, why] of [
      ['{Control>}r{/Control}', 'Ctrl+R can’t be used. It reloads'],
      ['{Alt>}n{/Alt}', 'Alt opens menus or types characters.'],
      ['{Control>}{Alt>}n{/Alt}{/Control}', 'AltGr'],
      ['{Control>}{Shift>}m{/Shift}{/Control}', 'mutes the call'],
      ['n', 'It types a character.'],
    ] as const) {
      await record(window, 'Roll back', keys);
      expect(line('Roll back').textContent).toContain(why);
    }
    expect(chosen(window)).toEqual({});
  });

  it('Escape keeps the old key and the dialog, Backspace takes it away, Tab goes on', async () => {
    const window = await renderIncident();
    const dialog = await openKeys(window);
    await record(window, 'Roll back', '{Escape}');
    expect(dialog.isConnected).toBe(true);
    expect(chosen(window)).toEqual({});
    await record(window, 'Roll back', '{Tab}');
    expect(window.button('Change key of Roll back')).not.toBe(document.activeElement);
    await record(window, 'Roll back', '{Backspace}');
    expect(line('Roll back').textContent).toContain('no key');
    expect(chosen(window)).toEqual({ 'roll-back': [] });
  });

  it('one key, or all of them, go back to what they were', async () => {
    const window = await renderIncident({ settings: { keys: { declare: ['$mod+g'], resolve: [] } } });
    await openKeys(window);
    await window.user.click(window.button('Reset key of Declare incident'));
    expect(chosen(window)).toEqual({ resolve: [] });
    await window.user.click(window.button('Reset all keys'));
    expect(chosen(window)).toEqual({});
    expect(line('Resolve').textContent).toContain('Ctrl+Shift+R');
  });

  it('keeps the focus, and axe finds nothing wrong', async () => {
    document.documentElement.lang = 'en';
    const window = await renderIncident({ settings: { keys: { declare: ['$mod+g'] } } });
    await openKeys(window);
    await record(window, 'Roll back', '{Control>}u{/Control}');
    expect(await violations()).toEqual([]);
    await window.user.click(window.button('Use it for Roll back'));
    expect(document.activeElement).not.toBe(document.body);
    await window.user.click(window.button('Reset key of Declare incident'));
    expect(document.activeElement).not.toBe(document.body);
  });
});
