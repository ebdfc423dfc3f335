import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { settle } from '../support/settle';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

async function withNotes(...notes: readonly string[]): Promise<WindowUnderTest> {
  const window = await renderIncident();
  for (const note of notes) await window.user.keyboard(`${note}{Enter}`);
  return window;
}

const status = (text: string | RegExp): boolean =>
  screen.queryAllByRole('status').some((one) => new RegExp(text).test(one.textContent));

describe('the menu of an entry', () => {
  it('[TML11] changes the kind of a note, and says it in a word', async () => {
    const window = await withNotes('disk is full');
    await window.choose(window.row('disk is full'), 'Change kind…');
    const kinds = await screen.findByRole('menu', { name: 'Kind', hidden: true });
    fireEvent.click([...kinds.querySelectorAll('[role="menuitem"]')][2] ?? kinds);
    await act(settle);
    const row = window.row('disk is full');
    expect(row.dataset['kind']).toBe('hypothesis');
    expect(row.textContent).toContain('hypothesis disk is full');
    expect(row.textContent).not.toContain('edited');
  });

  it('[TML12] the star pins and unpins, and shows that', async () => {
    const window = await withNotes('pager went');
    const star = (): HTMLElement => window.button('Pin', window.row('pager went'));
    expect(star().getAttribute('aria-pressed')).toBe('false');
    await window.user.click(star());
    expect(star().getAttribute('aria-pressed')).toBe('true');
    await window.user.click(star());
    expect(star().getAttribute('aria-pressed')).toBe('false');
  });

  it('opens with the other mouse button, and returns the focus when it closes', async () => {
    const window = await withNotes('pager went');
    fireEvent.contextMenu(window.row('pager went'));
    await act(settle);
    expect(await screen.findByRole('menu', { name: 'Entry', hidden: true })).toBeDefined();
    await window.user.keyboard('{Escape}');
    await act(settle);
    expect(screen.queryByRole('menu', { hidden: true })).toBeNull();
  });

  it('[TML16] splits at the cursor; [UND1] Undo puts it together again', async () => {
    const window = await withNotes('5xx rise. EU only');
    await window.choose(window.row('5xx rise'), 'Split…');
    await window.dialog('Split the note');
    await window.user.click(window.button('Split'));
    expect(window.row('EU only').textContent).not.toContain('5xx rise');
    await window.user.click(window.button('Undo'));
    expect(window.row('5xx rise. EU only')).toBeDefined();
    expect(document.activeElement).toBe(window.pad);
  });

  it('[TML16] leaves the words as they are, whatever is pressed where the split is shown', async () => {
    const window = await withNotes('5xx rise. EU only');
    await window.choose(window.row('5xx rise'), 'Split…');
    await window.dialog('Split the note');
    const field = screen.getByLabelText('Put the cursor where the second note begins');
    await act(() => new Promise((done) => setTimeout(done)));
    expect([(field as HTMLTextAreaElement).selectionStart]).toEqual([10]);
    for (const inputType of ['deleteContentBackward', 'deleteByCut', 'insertText']) {
      const event = new InputEvent('beforeinput', { inputType, cancelable: true, bubbles: true });
      expect([inputType, field.dispatchEvent(event)]).toEqual([inputType, false]);
    }
  });

  it('[RED1] shows every line that a redaction erases with it before it is asked for', async () => {
    const window = await withNotes('password is hunter2', 'EU only');
    await window.choose(window.row('EU only'), 'Merge with…');
    await window.dialog('Merge with another note');
    await window.user.click(window.button('Merge'));
    await window.choose(window.row('Merged into another note'), 'Redact…');
    const dialog = await window.dialog('Redact entry');
    expect([...dialog.querySelectorAll('blockquote')].map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('EU only'),
      expect.stringContaining('password is hunter2'),
    ]);
    expect(dialog.textContent).toContain('All 2 lines above are erased');
  });

  it('[TML15] merges with the note before, and shows all forms in the history', async () => {
    const window = await withNotes('5xx rise', 'EU only');
    await window.choose(window.row('EU only'), 'Merge with…');
    await window.dialog('Merge with another note');
    await window.user.click(window.button('Merge'));
    expect(window.row('5xx rise').textContent).toContain('EU only');
    expect(window.row('Merged into another note')).toBeDefined();
    await window.choose(window.row('5xx rise'), 'History…');
    const dialog = await window.dialog('History of the entry');
    expect(dialog.querySelectorAll('li')).toHaveLength(2);
    expect(dialog.textContent).toContain('by Dana');
  });

  it('[ACT3] makes an action item that leads back to the note', async () => {
    const window = await withNotes('no alert on 5xx');
    const row = window.rows.at(-1);
    if (!row) throw new Error('no row');
    await window.choose(window.row('alert on 5xx'), 'Make action item…');
    await window.dialog('Make an action item');
    await window.user.keyboard('{Enter}');
    expect(window.test.incident.actionItems.some(({ from }) => from !== undefined)).toBe(true);
    expect(window.button(/^Show the entry/)).toBeDefined();
  });
});

describe('filter and find', () => {
  it('[FLT2] says how much is shown, counts what it hides, and gives all back', async () => {
    const window = await withNotes('pager went #cause', 'db01 is read-only');
    await window.user.click(window.button('Filter'));
    await window.user.selectOptions(screen.getByLabelText('Tag'), '=cause');
    expect(status(/^1 of 3 shown$/)).toBe(true);
    expect(window.rows).toHaveLength(1);
    expect(window.rows[0]?.getAttribute('aria-setsize')).toBe('1');
    window.pad.focus();
    await window.user.keyboard('no tag{Enter}');
    expect(status('1 note logged, hidden by the filter')).toBe(true);
    await window.user.click(window.button('Show all'));
    expect(window.rows).toHaveLength(4);
    expect(document.activeElement).toBe(window.pad);
  });

  it('[FLT1] says so when nothing passes, and clears', async () => {
    const window = await withNotes('pager went');
    await window.user.click(window.button('Filter'));
    await window.user.click(window.button(/^Pinned/));
    expect(screen.getByText(/No entry passes the filter/)).toBeDefined();
    expect(screen.getAllByRole('button', { name: 'Clear filter', hidden: true })).toHaveLength(2);
  });

  it('[FND1] marks what was found, counts it, and Escape leads back to the pad', async () => {
    const window = await withNotes('CAFÉ is down', 'cafe is up', 'else');
    await window.user.keyboard('{Control>}f{/Control}');
    await window.user.keyboard('cafe');
    expect(status('^2 of 2$')).toBe(true);
    expect(window.row('is down').querySelector('mark')?.textContent).toBe('CAFÉ');
    await window.user.keyboard('{Enter}');
    expect(status('^1 of 2$')).toBe(true);
    await window.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(window.pad);
    expect(document.querySelector('mark')).toBeNull();
  });

  it('[FND3] finds in all incidents, and Enter opens the first', async () => {
    const window = await withNotes('the canary did not page');
    await window.user.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
    await window.dialog('Find in all incidents');
    await window.user.keyboard('canary');
    await window.pass(500);
    expect(screen.getByText('canary').tagName).toBe('MARK');
    expect(screen.getByText('canary').parentElement?.textContent).toBe('the canary did not page');
    await window.user.keyboard('{Enter}');
    await act(settle);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(window.test.console.view.store.getState().revealed?.times).toBe(1);
  });
});
