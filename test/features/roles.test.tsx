import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

const board = (): HTMLElement => screen.getByRole('region', { name: 'Roles' });

const role = (name: string): HTMLInputElement =>
  within(board()).getByRole<HTMLInputElement>('combobox', { name });

/** What stands beside a role's name. */
const since = (name: string): string | null | undefined =>
  role(name).closest('[data-held]')?.querySelector('span')?.textContent;

async function assign({ user }: WindowUnderTest, name: string, person: string): Promise<void> {
  await user.clear(role(name));
  await user.type(role(name), `${person}{Enter}`);
}

describe('the role board (ROL)', () => {
  it('calls an undelegated duty held by the commander, never empty', async () => {
    await renderIncident();
    const names = ['Incident Commander', 'Communications lead', 'Scribe', 'Deputy'];
    expect(names.map(since)).toEqual(['nobody yet', 'held by IC', 'held by IC', 'held by IC']);
  });

  it('[ROL1] hands a role out with a name and Enter, and says since when', async () => {
    const window = await renderIncident();
    await assign(window, 'Scribe', 'Kofi');
    expect(role('Scribe').value).toBe('Kofi');
    expect(since('Scribe')).toBe('since 03:04');
    expect(document.activeElement).toBe(window.pad);
    expect(window.row('Scribe: Kofi').dataset['kind']).toBe('role');
  });

  it('[ROL1] lets somebody take over, by name', async () => {
    const window = await renderIncident();
    await assign(window, 'Scribe', 'Kofi');
    await window.pass(10 * 60_000);
    await assign(window, 'Scribe', 'Ana');
    expect(since('Scribe')).toBe('since 03:14');
    expect(window.row('Scribe: Ana, after Kofi')).toBeDefined();
  });

  it('[ROL2] gives a duty back when the name is cleared', async () => {
    const window = await renderIncident();
    await assign(window, 'Scribe', 'Kofi');
    await window.user.clear(role('Scribe'));
    await window.user.click(window.button('Release', board()));
    expect(since('Scribe')).toBe('held by IC');
    expect(window.test.incident.formerTenures).toHaveLength(1);
  });

  it('assigns with the button too, and changes nothing with Escape', async () => {
    const window = await renderIncident();
    await window.user.type(role('Deputy'), 'Maria');
    await window.user.click(window.button('Assign', board()));
    expect(window.test.incident.holders.deputy?.person).toBe('Maria');
    await window.user.type(role('Deputy'), ' Lopez{Escape}');
    expect(role('Deputy').value).toBe('Maria');
    expect(window.test.incident.holders.deputy?.person).toBe('Maria');
  });

  it('[ROL5] says what a role does and must not do', async () => {
    await renderIncident();
    const rule = document.getElementById(role('Incident Commander').getAttribute('aria-describedby') ?? '');
    expect(rule?.textContent).toBe(
      'Decides, delegates, keeps the whole picture; asks for the next update and the next risk. Must not: Debug, write code or run the fix.',
    );
  });

  it('learns the people and offers them again', async () => {
    const window = await renderIncident();
    await assign(window, 'Scribe', 'Kofi');
    const offered = document.getElementById(role('Deputy').getAttribute('list') ?? '');
    expect([...(offered?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toContain('Kofi');
  });

  it('asks for a commander while a Sev 1 has none', async () => {
    const window = await renderIncident();
    const cue = 'Nobody is in command. Name an Incident Commander.';
    expect(within(board()).getByText(cue)).toBeDefined();
    await assign(window, 'Incident Commander', 'Dana');
    expect(within(board()).queryByText(cue)).toBeNull();
  });
});

describe('experts (ROL3)', () => {
  async function addExpert(window: WindowUnderTest, person: string, area = '') {
    const { user } = window;
    await user.click(window.button('Add expert'));
    await user.type(screen.getByLabelText('Expert'), person);
    if (area !== '') await user.type(window.field('Area'), area);
    await user.keyboard('{Enter}');
  }

  it('[ROL3] are many, each with an area', async () => {
    const window = await renderIncident();
    await addExpert(window, 'Sam', 'web');
    await addExpert(window, 'Priya', 'payments');
    expect(within(board()).getByText('Sam · web')).toBeDefined();
    expect(within(board()).getByText('Priya · payments')).toBeDefined();
    expect(document.activeElement).toBe(window.pad);
  });

  it('[ROL3] are released one by one', async () => {
    const window = await renderIncident();
    await addExpert(window, 'Sam', 'web');
    await addExpert(window, 'Sam', 'db');
    await window.user.click(window.button('Release Sam, web'));
    expect(window.test.incident.experts.map(({ area }) => area)).toEqual(['db']);
  });

  it('need a name, and say so beside the field', async () => {
    const window = await renderIncident();
    await addExpert(window, ' ');
    expect(screen.getByText('Say who: a name or a handle.')).toBeDefined();
    await window.user.keyboard('{Escape}');
    expect(screen.queryByText('Say who: a name or a handle.')).toBeNull();
    expect(document.activeElement).toBe(window.pad);
  });

  it('[ROL4] a commander among them is told to hand one of the two over', async () => {
    const window = await renderIncident();
    await assign(window, 'Incident Commander', 'Dana');
    await addExpert(window, 'Dana', 'db');
    expect(
      screen.getByText('The commander is also working as an expert. Hand over one of the two.'),
    ).toBeDefined();
  });
});
