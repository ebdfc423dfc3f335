import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

async function enter(window: WindowUnderTest, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) await window.user.keyboard(`${line}{Enter}`);
}

const itemOf = (text: string): string =>
  screen.getByText(text, { selector: 'li span' }).closest('li')?.textContent ?? '';

describe('what the panels say', () => {
  it('[ACT4] an action item shows its owner and day, what is missing, and that it is overdue', async () => {
    const window = await renderIncident({ settings: { people: ['Ana Lima'] } });
    await enter(
      window,
      '/action alert on burn @ana due 2026-11-24',
      'TODO: document it',
      '/action tidy @ana',
    );
    expect(itemOf('alert on burn')).toContain('@Ana Lima');
    expect(itemOf('alert on burn')).toContain('due 2026-11-24');
    expect(itemOf('alert on burn')).not.toMatch(/no owner|no day|overdue/);
    expect(itemOf('document it')).toContain('no owner, no day');
    expect(itemOf('tidy')).toMatch(/@Ana Lima.*no day/);
    await window.pass(48 * 3_600_000);
    expect(itemOf('alert on burn')).toContain('overdue');
  });

  it('[MIT5] nobody is asked whether the impact is mitigated once the incident is resolved', async () => {
    const window = await renderIncident();
    await enter(window, '/mitigate rollback web', '/worked');
    expect(screen.getByText('It worked. Is the impact mitigated?')).toBeDefined();
    await window.act((test) => test.run({ type: 'resolve', unticked: [] }));
    expect(screen.queryByText('It worked. Is the impact mitigated?')).toBeNull();
  });

  it('a sentence about a key just pressed goes with the next one, or by itself', async () => {
    const window = await renderIncident();
    await enter(window, 'first');
    await window.act((test) => {
      const entry = test.lastWritten?.id;
      if (entry) test.run({ type: 'retract-entry', entry });
    });
    await window.user.keyboard('{Shift>}{F6}{/Shift}{ArrowUp}e');
    expect(window.test.notices).toEqual(['This line is retracted. Restore it first.']);
    await window.pass(7_000);
    expect(window.test.notices).toHaveLength(1);
    await window.pass(2_000);
    expect(window.test.notices).toEqual([]);
    await window.user.keyboard('e');
    expect(window.test.notices).toHaveLength(1);
    await window.user.keyboard('{Delete}');
    expect(window.test.notices).toEqual([]);
  });

  it('[FLT3] Up says that the filter hid the note, and the filter is one button away', async () => {
    const window = await renderIncident();
    await enter(window, 'first');
    await window.act(({ console }) =>
      console.view.set({ filter: { ...console.view.store.getState().filter, kind: 'role' } }),
    );
    await window.user.click(window.pad);
    await window.user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(window.field('Text'));
    expect(window.test.notices).toEqual(['The filter hid that entry, so it is off now.']);
    await window.user.keyboard('{Escape}');
    await window.user.click(window.button('Filter again'));
    expect(window.test.console.view.store.getState().filter.kind).toBe('role');
    expect(document.activeElement).toBe(window.pad);
    expect(window.test.notices).toEqual([]);
  });

  it('[RED5] Enter alone erases nothing without a reason; the button does', async () => {
    const window = await renderIncident();
    await enter(window, 'db password hunter2');
    await window.choose(window.row('hunter2'), 'Redact…');
    await window.dialog('Redact entry');
    await window.user.keyboard('{Enter}{Enter}');
    expect(screen.getByRole('dialog').textContent).toContain('press the button “Erase the text” itself');
    expect(window.test.lastWritten?.redacted).toBeUndefined();
    await window.user.click(window.button('Erase the text'));
    await waitFor(() => expect(window.test.entries.some(({ redacted }) => redacted)).toBe(true));
  });

  it('a menu opened by key begins at its first item, one opened by mouse at none', async () => {
    const window = await renderIncident();
    window.button('Export as…').focus();
    await window.user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitem'));
    expect(document.activeElement?.textContent).toMatch(/^HTML/);
    await window.user.keyboard('{Escape}');
    await window.user.click(window.button('Export as…'));
    await screen.findByRole('menu', { hidden: true });
    expect(document.activeElement?.getAttribute('role')).not.toBe('menuitem');
  });
});
