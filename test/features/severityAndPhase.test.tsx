import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident } from '../support/renderConsole';

const badge = (): string | null => screen.getByTestId('severity').textContent;

const current = (): readonly string[] =>
  within(screen.getByRole('navigation', { name: 'Phase' }))
    .getAllByRole('button')
    .filter((button) => button.getAttribute('aria-current') === 'step')
    .map((button) => button.textContent);

describe('changing severity (SEV)', () => {
  it('[SEV3] takes a level and a reason, and says how often updates are due then', async () => {
    const window = await renderIncident();
    await window.openDialog('Severity');
    await window.user.click(screen.getByRole('radio', { name: 'Sev 2' }));
    expect(screen.getByText('Updates every 30 minutes then.')).toBeDefined();
    await window.user.type(window.field('Reason'), 'EU only{Enter}');
    expect(badge()).toBe('Sev 2');
    expect(window.row('Sev 1 → Sev 2: EU only').dataset['kind']).toBe('severity');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[SEV3] needs a reason, and says so beside the field', async () => {
    const window = await renderIncident();
    const dialog = await window.openDialog('Severity');
    await window.user.click(screen.getByRole('radio', { name: 'Sev 2' }));
    await window.user.click(window.button('Change severity', dialog));
    expect(within(dialog).getByRole('alert').textContent).toBe(
      'Give a reason in a few words; it is kept in the log.',
    );
    expect(window.field('Reason').getAttribute('aria-invalid')).toBe('true');
    expect(badge()).toBe('Sev 1');
  });

  it('[SEV2] says that it is that severity already', async () => {
    const window = await renderIncident();
    const dialog = await window.openDialog('Severity');
    await window.user.type(window.field('Reason'), 'still bad{Enter}');
    expect(within(dialog).getByRole('alert').textContent).toBe('That is the severity already.');
  });

  it('moves between the levels with the arrows, starting at the present one', async () => {
    const window = await renderIncident();
    await window.openDialog('Severity');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Sev 1' }));
    await window.user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Sev 3' }).checked).toBe(true);
  });
});

describe('the phases (LIF)', () => {
  it('[LIF1] go on with one click', async () => {
    const window = await renderIncident();
    expect(current()).toEqual(['Detection']);
    await window.user.click(window.button('Mitigation'));
    expect(current()).toEqual(['Mitigation']);
    expect(window.row('Detection → Mitigation').dataset['kind']).toBe('phase');
  });

  it('[LIF1] go back with a reason', async () => {
    const window = await renderIncident();
    await window.user.click(window.button('Mitigation'));
    const dialog = await window.openDialog('Triage', 'Back to Triage');
    await window.user.click(window.button('Move back', dialog));
    expect(within(dialog).getByRole('alert').textContent).toBe(
      'Give a reason in a few words; it is kept in the log.',
    );
    await window.user.type(window.field('Reason'), 'wrong lead{Enter}');
    expect(current()).toEqual(['Triage']);
    expect(window.row('Mitigation → Triage: wrong lead')).toBeDefined();
  });

  it('[LIF1] stay where they are when the present one is pressed', async () => {
    const window = await renderIncident();
    await window.user.click(window.button('Detection'));
    expect(window.test.incident.rowCount).toBe(1);
    expect(window.test.notices).toEqual([]);
  });
});

describe('the title (LIF3)', () => {
  it('[LIF3] can be changed, and the old one stays in the log', async () => {
    const window = await renderIncident();
    await window.openDialog('Checkout errors', 'Change title');
    await window.fill('What is broken?', 'Checkout and cart errors');
    await window.user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Checkout and cart errors');
    expect(window.row('Title changed from “Checkout errors”')).toBeDefined();
    expect(document.title).toContain('Checkout and cart errors');
  });

  it('[LIF3] says what is wrong with an empty one', async () => {
    const window = await renderIncident();
    const dialog = await window.openDialog('Checkout errors', 'Change title');
    await window.fill('What is broken?', ' ');
    await window.user.keyboard('{Enter}');
    expect(within(dialog).getByRole('alert').textContent).toMatch(/Say what is broken/);
  });
});
