import { act, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { violations } from '../support/axe';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';
import { settle } from '../support/settle';

describe('a line of the timeline that has the focus', () => {
  let window: WindowUnderTest;
  beforeEach(async () => {
    window = await renderIncident();
    for (const note of ['first', 'second', 'third']) await window.user.type(window.pad, `${note}{Enter}`);
    // From the pad back to the timeline, and up to its last line.
    await window.user.keyboard('{Shift>}{F6}{/Shift}{ArrowUp}');
  });
  const focused = (): string => document.activeElement?.textContent ?? '';

  it('[KEY11] is reached by F6 and the arrows, which stop at the ends', async () => {
    expect(focused()).toContain('third');
    await window.user.keyboard('{ArrowUp}');
    expect(focused()).toContain('second');
    await window.user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toContain('third');
    await window.user.keyboard('{Home}{ArrowUp}');
    expect(focused()).toContain('Declared');
    await window.user.keyboard('{End}');
    expect(focused()).toContain('third');
    document.documentElement.lang = 'en';
    expect(await violations()).toEqual([]);
  });

  it('[KEY11] is reworded with e and timed with t, and has the focus again afterwards', async () => {
    await window.user.keyboard('e');
    expect(document.activeElement).toBe(window.field('Text'));
    await window.user.keyboard(' and last{Enter}');
    expect(document.activeElement).toBe(window.row('third and last'));
    await window.user.keyboard('t');
    expect(document.activeElement).toBe(window.field('Happened at'));
    await window.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(window.row('third and last'));
    await window.user.keyboard('t');
    await window.fill('Happened at', '-30m');
    expect(document.querySelector('form[aria-label="Edit entry"]')?.textContent).toContain(
      '= 2026-11-23 02:34',
    );
    await window.user.keyboard('{Enter}');
    await act(settle);
    expect(document.activeElement).toBe(window.row('third and last'));
    await window.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[KEY11] edited with its button, it leads to the pad', async () => {
    await window.user.click(window.button('Edit', window.row('second')));
    await window.user.keyboard(' too{Enter}');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[KEY11] is retracted and restored with Delete', async () => {
    await window.user.keyboard('{Delete}');
    expect(window.row('third').textContent).toContain('retracted');
    expect(document.activeElement).toBe(window.row('third'));
    await window.user.keyboard('{Delete}');
    expect(window.row('third').textContent).not.toContain('retracted');
    expect(document.activeElement).toBe(window.row('third'));
  });

  it('[KEY11] has the focus again when its menu is closed with Escape', async () => {
    await window.user.keyboard('{Shift>}{F10}{/Shift}');
    await waitFor(() => expect(document.querySelector('[role=menu]')).not.toBeNull());
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Edit'));
    await window.user.keyboard('{Escape}');
    await act(settle);
    expect(document.activeElement).toBe(window.row('third'));
  });

  it('[KEY11] is pinned and unpinned with p, and becomes an action item with a', async () => {
    const pinned = (): unknown => window.test.entries.find(({ text }) => text === 'third')?.pinned;
    await window.user.keyboard('p');
    expect(pinned()).toBeDefined();
    await window.user.keyboard('p');
    expect(pinned()).toBeUndefined();
    await window.user.keyboard('a');
    await window.dialog('Make an action item');
    await window.user.keyboard('{Enter}');
    expect(window.test.incident.actionItems.map(({ text }) => text)).toEqual(['third']);
    await waitFor(() => expect(document.activeElement).toBe(window.row('third')));
  });

  it('[KEY11] is copied, with its time and who said it', async () => {
    await window.user.keyboard('{Control>}c{/Control}');
    await act(settle);
    expect(window.test.world.copied.at(-1)).toContain('third');
  });

  it('[KEY11] sends any other letter to the pad as text', async () => {
    await window.user.keyboard('x');
    expect(window.pad.value).toBe('x');
    await window.user.keyboard('eta');
    expect(window.pad.value).toBe('xeta');
  });

  it('[KEY11] says why where it can’t be edited', async () => {
    await window.user.keyboard('{Delete}');
    await window.user.keyboard('{Escape}{Shift>}{F6}{/Shift}{ArrowUp}e');
    expect(window.test.notices.at(-1)).toMatch(/^This line is retracted/);
  });

  it('[KEY8] is what the palette’s line commands mean', async () => {
    await window.user.keyboard('{ArrowUp}{Control>}k{/Control}');
    await window.dialog('Command palette');
    await window.user.keyboard('edit line{Enter}');
    await act(settle);
    expect(window.field('Text').value).toBe('second');
    expect(document.activeElement).toBe(window.field('Text'));
  });
});
