import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { renderConsole, renderIncident } from '../support/renderConsole';

const list = (): HTMLElement => screen.getByRole('list', { name: 'Incidents' });

const titles = (): readonly (string | null)[] =>
  within(list())
    .getAllByRole('listitem')
    .map((item) => item.getAttribute('aria-label'));

describe('with no incident open', () => {
  it('one can declare at once, before any setup', async () => {
    const window = await renderConsole({ settings: { userName: '' } });
    expect(document.activeElement).toBe(window.button('Declare incident'));
    expect(screen.getByText('No incident so far.')).toBeDefined();
    expect(document.title).toBe('Incident Console');
  });

  it('one may say who one is, and it stands in the log', async () => {
    const window = await renderConsole({ settings: { userName: '' } });
    await window.user.type(window.field(/^Your name/), ' Kofi ');
    await window.user.tab();
    await window.openDialog('Declare incident');
    await window.user.keyboard('Checkout errors{Enter}');
    expect(window.test.entries[0]?.by).toBe('Kofi');
  });
});

describe('the list of incidents (DEC7)', () => {
  it('[DEC7] has live ones first, and opens one with a click', async () => {
    const test = new ConsoleUnderTest();
    test.declare({ title: 'Old' });
    test.run({ type: 'resolve', unticked: [] });
    test.world.pass(60_000);
    test.declare({ title: 'First' });
    test.world.pass(60_000);
    test.declare({ title: 'Second' });
    const window = await renderConsole(test);
    expect(titles()).toEqual(['Second', 'First', 'Old']);
    await window.user.click(within(list()).getByRole('button', { name: /First/ }));
    expect(test.incident.title).toBe('First');
    expect(document.activeElement).toBe(window.pad);
    expect(test.world.savedSettings.at(-1)).toEqual({ openIncident: 'inc-2' });
  });

  it('says number, severity and state of each, and which is a drill', async () => {
    const test = new ConsoleUnderTest();
    test.declare({ title: 'Practice', drill: true, severity: 3 });
    await renderConsole(test);
    expect(within(list()).getByRole('button').textContent).toContain('DRILL · DR-1 · Sev 3 · Detection');
  });

  it('shows the declared incident before the disk has answered', async () => {
    const window = await renderIncident();
    expect(titles()).toEqual(['Checkout errors']);
    await window.act((test) => test.run({ type: 'change-title', to: 'Cart errors' }));
    expect(titles()).toEqual(['Cart errors']);
  });

  it('can be looked at while an incident is open, and left again', async () => {
    const window = await renderIncident();
    await window.user.keyboard('{Control>}{Shift>}H{/Shift}{/Control}');
    expect(screen.queryByRole('textbox', { name: 'Timeline note' })).toBeNull();
    await window.user.click(window.button('Back to the open incident'));
    expect(document.activeElement).toBe(window.pad);
  });
});
