import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { iso } from '../../renderer/domain/time';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

/** A window with one note, and its editor open. */
async function editing(options = {}): Promise<WindowUnderTest> {
  const window = await withNote(options);
  await window.user.click(window.button('Edit', window.row('db01 is read-only')));
  return window;
}

async function withNote(options = {}): Promise<WindowUnderTest> {
  const window = await renderIncident(options);
  await window.user.keyboard('db01 is read-only{Enter}');
  return window;
}

const editor = (): HTMLElement | null => screen.queryByRole('form', { name: 'Edit entry' });

describe('rewording an entry (TML6)', () => {
  it('[TML6] puts the cursor into its text, and saves with Enter', async () => {
    const window = await editing();
    expect(document.activeElement).toBe(window.field('Text'));
    await window.fill('Text', 'db02 is read-only');
    await window.user.keyboard('{Enter}');
    expect(editor()).toBeNull();
    expect(window.row('db02 is read-only').textContent).toContain('edited');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[TML6] keeps the old form readable', async () => {
    const window = await editing();
    await window.fill('Text', 'db02 is read-only');
    await window.user.keyboard('{Enter}');
    expect(screen.getByText('edited').title).toBe(
      'until 2026-11-23 03:04:00, Dana: 2026-11-23 03:04:00 db01 is read-only',
    );
  });

  it('[TML6] changes nothing with Escape', async () => {
    const window = await editing();
    await window.fill('Text', 'never mind');
    await window.user.keyboard('{Escape}');
    expect(editor()).toBeNull();
    expect(window.test.lastWritten).toMatchObject({ text: 'db01 is read-only', revisions: [] });
    expect(document.activeElement).toBe(window.pad);
  });

  it('[TML6] says that an empty text cannot be saved', async () => {
    const window = await editing();
    await window.user.clear(window.field('Text'));
    await window.user.click(window.button('Save'));
    expect(within(editor() ?? document.body).getByRole('alert').textContent).toBe(
      'The note is empty. Type something first.',
    );
  });

  it('[TML6] logs nothing when nothing was changed', async () => {
    const window = await editing();
    await window.user.click(window.button('Save'));
    expect(screen.getByText('Nothing was changed, so nothing was logged.')).toBeDefined();
    expect(window.test.incident.rowCount).toBe(2);
  });

  it('[TML6] breaks a line with Shift+Enter, and leaves an input method’s Enter alone', async () => {
    const window = await editing();
    await window.fill('Text', 'one');
    await window.user.keyboard('{Shift>}{Enter}{/Shift}two{Enter}');
    expect(window.test.lastWritten?.text).toBe('one\ntwo');
  });

  it('keeps a half-done rewording as a draft, also on Escape, until Cancel', async () => {
    const window = await editing();
    await window.fill('Text', 'half a thou');
    const draft = [...window.test.world.drafts].find(([key]) => key.startsWith('edit:'));
    expect(draft?.[1]).toBe('half a thou');
    await window.user.keyboard('{Escape}');
    await window.user.click(window.button('Edit', window.row('db01 is read-only')));
    expect(window.field('Text').value).toBe('half a thou');
    await window.user.click(window.button('Cancel'));
    expect([...window.test.world.drafts]).toEqual([]);
  });
});

describe('moving an entry in time (TML6)', () => {
  const newest = ({ test }: WindowUnderTest) => test.entries.find(({ kind }) => kind === 'note');

  it('[TML6] takes a new time, and leaves the text', async () => {
    const window = await editing();
    await window.fill('Happened at', '02:50');
    await window.user.keyboard('{Enter}');
    const entry = newest(window);
    expect([entry?.text, entry && iso(entry.at)]).toEqual(['db01 is read-only', '2026-11-23T02:50:00.000Z']);
    expect(window.rows[0]?.textContent).toContain('db01 is read-only');
  });

  it('[TML6] says beside the field that a time cannot be read, and keeps both', async () => {
    const window = await editing();
    await window.fill('Text', 'reworded');
    await window.fill('Happened at', 'lunch');
    await window.user.click(window.button('Save'));
    expect(window.field('Happened at').getAttribute('aria-invalid')).toBe('true');
    expect(window.field('Text').value).toBe('reworded');
    expect(newest(window)?.text).toBe('db01 is read-only');
  });

  it('[TML6] is all that can be done to a line the console wrote itself', async () => {
    const window = await withNote();
    await window.user.click(window.button('Edit', window.row('Declared')));
    expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull();
    await window.fill('Happened at', '03:00');
    await window.user.keyboard('{Enter}');
    expect(window.test.entries.find(({ kind }) => kind === 'declared')?.revisions).toHaveLength(1);
  });
});

describe('retracting an entry (TML7)', () => {
  it('[TML7] strikes it through, and can be taken back', async () => {
    const window = await withNote();
    await window.user.click(window.button('Retract', window.row('db01')));
    const row = window.row('db01');
    expect(row.querySelector('s')?.textContent).toBe('db01 is read-only');
    expect(row.textContent).toContain('retracted by Dana');
    expect(within(row).queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(document.activeElement).toBe(window.pad);
    await window.user.click(window.button('Restore', row));
    expect(window.row('db01').querySelector('s')).toBeNull();
    expect(document.activeElement).toBe(window.pad);
  });
});
