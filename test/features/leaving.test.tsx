import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { askedToLeave } from '../../renderer/store/leaving';
import { renderIncident } from '../support/renderConsole';

const CLOSE = 'Close the window?';
const QUIT = 'Quit while an incident is live?';

async function asked(how: 'close' | 'quit') {
  const window = await renderIncident();
  await window.user.keyboard('half a tho');
  await window.act(({ console }) => askedToLeave(console, how));
  await window.dialog(how === 'close' ? CLOSE : QUIT);
  const calls = window.test.world.programCalls;
  calls.length = 0;
  return { window, calls };
}

describe('the question before leaving (END)', () => {
  it('[END2] is asked by Ctrl+Q, names the incident, and Enter keeps the console running', async () => {
    const window = await renderIncident();
    await window.user.keyboard('{Control>}q{/Control}');
    const dialog = await window.dialog(QUIT);
    expect(dialog.textContent).toContain('INC-0001 “Checkout errors” is live.');
    expect(document.activeElement).toBe(window.button('Keep running'));
    await window.user.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(window.pad);
    expect(window.test.world.programCalls).not.toContain('leave quit');
  });

  it('[END2] quits when it is told to', async () => {
    const { window, calls } = await asked('quit');
    await window.user.click(window.button('Quit'));
    expect(calls).toContain('leave quit');
  });

  it('[END2] of a closed window hides it with Enter, and the pad keeps its text', async () => {
    const { window, calls } = await asked('close');
    await window.user.keyboard('{Enter}');
    expect(calls.at(-1)).toBe('leave background');
    expect(window.pad.value).toBe('half a tho');
    expect(document.activeElement).toBe(window.pad);
  });

  it.each(['Escape', 'Cancel'])('[END2] of a closed window stays with %s', async (way) => {
    const { window, calls } = await asked('close');
    if (way === 'Escape') await window.user.keyboard('{Escape}');
    else await window.user.click(window.button('Cancel'));
    expect(calls.at(-1)).toBe('leave stay');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[END3] counts down aloud to the end that nobody asked for, until somebody begins to answer', async () => {
    const { window, calls } = await asked('close');
    expect(screen.getByText(/closes in 10 s\./)).toBeDefined();
    for (let n = 0; n < 3; n += 1) await window.pass(1000);
    expect(screen.getByText(/closes in 7 s\./)).toBeDefined();
    await window.user.keyboard('{Tab}');
    expect(calls).toEqual(['leave stay']);
    expect(screen.queryByText(/closes in/)).toBeNull();
  });

  it('leads back to the dialog it came over, with what was typed there', async () => {
    const window = await renderIncident();
    await window.openDialog('Severity');
    await window.fill('Reason', 'half a rea');
    await window.user.keyboard('{Control>}q{/Control}');
    await window.dialog(QUIT);
    await window.user.keyboard('{Escape}');
    await window.dialog('Severity');
    expect(window.field('Reason').value).toBe('half a rea');
  });
});
