import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

const SECRET = 'password hunter2-Zq8';

/** A window with a secret on its timeline, and the dialog that would erase it. */
async function asked(): Promise<WindowUnderTest> {
  const window = await renderIncident();
  await window.user.keyboard(`${SECRET}{Enter}`);
  await window.choose(window.row('hunter2'), 'Redact…');
  await window.dialog('Redact entry');
  return window;
}

async function redacted(reason = 'a password'): Promise<WindowUnderTest> {
  const window = await asked();
  await window.user.keyboard(`${reason}{Enter}`);
  await window.act(({ console }) => console.session.settled());
  return window;
}

describe('redacting an entry (RED)', () => {
  it('[RED5] asks first: shows the line, says what goes and that it is for ever', async () => {
    const window = await asked();
    const dialog = screen.getByRole('dialog', { name: 'Redact entry' });
    expect(dialog.textContent).toContain(SECRET);
    expect(dialog.textContent).toContain('This can’t be undone.');
    await window.user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(window.row(SECRET)).toBeDefined();
    expect(document.activeElement).toBe(window.pad);
  });

  it('[RED3] leaves a line that says who redacted it, when and why, and no way to edit it', async () => {
    const window = await redacted('a password');
    expect(document.body.textContent).not.toContain('hunter2');
    const row = window.row('[redacted]');
    expect(within(row).getByText('redacted by Dana').title).toBe('2026-11-23 03:04:00: a password');
    expect(within(row).queryByRole('button', { name: /Edit|Retract|Pin/ })).toBeNull();
    expect(document.activeElement).toBe(window.pad);
  });

  it('[RED3] hides the earlier forms of a reworded line', async () => {
    const window = await renderIncident();
    await window.user.keyboard(`${SECRET}{Enter}`);
    await window.user.click(window.button('Edit', window.row('hunter2')));
    await window.fill('Text', 'a password, gone');
    await window.user.keyboard('{Enter}');
    await window.choose(window.row('gone'), 'Redact…');
    await window.dialog('Redact entry');
    await window.user.keyboard('a password{Enter}');
    expect(document.body.innerHTML).not.toContain('hunter2');
    expect(screen.getByText('edited').title).toContain('[redacted]');
  });

  it('[RED5] is offered for what the console wrote and for a retracted line, by keyboard too', async () => {
    const window = await renderIncident();
    await window.user.keyboard(`${SECRET}{Enter}`);
    await window.user.click(window.button('More', window.row('Declared')));
    expect(await screen.findByRole('menu', { name: 'Entry' })).toBeDefined();
    expect(screen.getByRole('menuitem', { name: 'Redact…' })).toBeDefined();
    await window.user.keyboard('{Escape}');
    await window.user.click(window.button('Retract', window.row('hunter2')));
    const row = window.row('hunter2');
    expect(
      within(row)
        .getAllByRole('button')
        .map((button) => button.getAttribute('aria-label')),
    ).toEqual(['Restore', 'More']);
    window.button('More', row).focus();
    await window.user.keyboard('{Enter}');
    await screen.findByRole('menu', { name: 'Entry' });
    await window.user.keyboard('{End}{Enter}');
    await window.dialog('Redact entry');
    await window.user.keyboard('a password{Enter}');
    expect(window.row('[redacted]').textContent).toContain('retracted by Dana');
  });

  it('[RED6] drops unsent text that repeats it, wherever it is typed, and no other', async () => {
    const window = await renderIncident();
    await window.user.keyboard(`${SECRET}{Enter}`);
    await window.user.keyboard('again: hunter2-Zq8');
    await window.act(({ console }) => console.drafts.set('composer:inc-1:known', 'we restarted it'));
    const id = window.test.lastWritten?.id ?? '';
    await window.act(({ console }) => console.drafts.set(`edit:${id}`, 'half a thought'));
    await window.choose(window.row(SECRET), 'Redact…');
    await window.dialog('Redact entry');
    await window.user.keyboard('a password{Enter}');
    expect(window.pad.value).toBe('');
    const texts = [...window.test.world.drafts].filter(([key]) => !key.startsWith('padStarted:'));
    expect(texts).toEqual([['composer:inc-1:known', 'we restarted it']]);
    await window.user.keyboard('on we go{Enter}');
    expect(window.row('on we go')).toBeDefined();
  });

  it('[RED6] forgets a name that nobody else is known by', async () => {
    const window = await renderIncident();
    for (const [role, person] of [
      ['scribe', SECRET],
      ['deputy', 'Sam'],
    ] as const) {
      await window.act(({ console }) => {
        console.settings.meet(person);
        console.session.run({ type: 'assign-role', role, person }, 'Dana');
      });
    }
    await window.choose(window.row('Scribe'), 'Redact…');
    await window.dialog('Redact entry');
    await window.user.keyboard('a password{Enter}');
    expect(window.test.console.settings.store.getState().people).toEqual(['Sam']);
    await window.act(({ console }) => console.session.settled());
    expect(document.body.innerHTML).not.toContain('hunter2');
  });
});
