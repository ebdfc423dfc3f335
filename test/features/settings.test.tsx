import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { violations } from '../support/axe';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';

beforeEach(() => {
  document.documentElement.lang = 'en';
});

async function settings(window?: WindowUnderTest): Promise<{ window: WindowUnderTest; dialog: HTMLElement }> {
  const shown = window ?? (await renderConsole());
  await shown.user.keyboard('{Control>},{/Control}');
  return { window: shown, dialog: await shown.dialog('Settings') };
}

const chosen = ({ test }: WindowUnderTest) => test.console.settings.store.getState();

describe('the settings', () => {
  it('open with Ctrl+comma on the name, count at once, and give the focus back', async () => {
    const { window, dialog } = await settings(await renderIncident());
    const name = window.field('Your name, as it should stand in the log');
    expect(document.activeElement).toBe(name);
    await window.fill('Your name, as it should stand in the log', 'Ana Lima');
    expect(chosen(window).userName).toBe('Ana Lima');
    await window.user.keyboard('{Enter}');
    expect(dialog.isConnected).toBe(true);
    await window.user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(window.pad));
    expect(window.test.world.savedSettings.at(-1)).toEqual({ userName: 'Ana Lima' });
  });

  it('take pasted names one a line, say what was no name, and let one go', async () => {
    const { window, dialog } = await settings();
    expect(within(dialog).getByText(/Nobody yet/)).toBeDefined();
    const field = window.field('Add people, one name a line');
    await window.user.click(field);
    await window.user.paste(`Ana Lima\nKofi Boateng\n${'x'.repeat(300)}`);
    await window.user.click(window.button('Add people'));
    expect(chosen(window).people).toEqual(['Ana Lima', 'Kofi Boateng']);
    expect(within(dialog).getByText('1 line was left out: a name has at most 200 characters.')).toBeDefined();
    expect(document.activeElement).toBe(field);
    await window.user.click(window.button('Add people'));
    expect(within(dialog).getByText('Type or paste a name first.')).toBeDefined();
    await window.user.click(window.button('Remove Ana Lima'));
    expect(chosen(window).people).toEqual(['Kofi Boateng']);
  });

  it('try the alarm and ask whether it was seen and heard', async () => {
    const { window, dialog } = await settings();
    await window.user.click(window.button('Test alarm'));
    expect(window.test.world.storage.asked).toEqual(['test alarm']);
    expect(within(dialog).getByText('Did you see and hear it?')).toBeDefined();
    await window.user.click(window.button('Not heard'));
    expect(within(dialog).getByText(/Turn the computer’s sound up/)).toBeDefined();
    await window.user.click(screen.getByRole('checkbox', { name: 'Mute the sound' }));
    expect(chosen(window).muted).toBe(true);
    await window.user.click(window.button('Test alarm'));
    expect(within(dialog).getByText('The sound is muted. Did you see the notification?')).toBeDefined();
  });

  it('[SEV1] take the team’s wording, an empty one as the product’s, and go back to it', async () => {
    const { window } = await settings();
    await window.fill('Sev 1', 'Checkout is down');
    expect(chosen(window).severityDefinitions).toEqual({ '1': 'Checkout is down' });
    await window.user.clear(window.field('Sev 2'));
    expect(chosen(window).severityDefinitions).toEqual({ '1': 'Checkout is down' });
    expect(screen.getByText(/^Empty: “Significant degradation/)).toBeDefined();
    await window.user.click(window.button('Back to the default wording'));
    expect(chosen(window).severityDefinitions).toEqual({});
    expect(window.field('Sev 1').value).toMatch(/^Site down/);
  });

  it('choose colours and zone', async () => {
    const { window } = await settings();
    await window.user.click(screen.getByRole('radio', { name: 'Light' }));
    await window.user.click(screen.getByRole('radio', { name: 'UTC' }));
    expect(chosen(window)).toMatchObject({ theme: 'light', clockZone: 'utc' });
  });

  it('show where the data lives, and say when a folder can’t be shown', async () => {
    const { window, dialog } = await settings();
    expect(await within(dialog).findByText('/p/journal')).toBeDefined();
    window.test.world.storage.canShow = false;
    await window.user.click(window.button('Show folder: Backups'));
    expect(window.test.world.storage.asked).toEqual(['show backups']);
    expect(within(dialog).getByText(/That folder can’t be shown/)).toBeDefined();
  });

  it('are as axe wants them', async () => {
    const { window } = await settings();
    window.test.console.settings.change({ people: ['Ana'] });
    await window.user.click(window.button('Test alarm'));
    expect(await violations()).toEqual([]);
  });
});
