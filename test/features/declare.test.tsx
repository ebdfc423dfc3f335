import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { instant } from '../support/instants';
import { renderConsole, type WindowUnderTest } from '../support/renderConsole';

/** The start screen with the dialog open. */
async function declaring(options = {}): Promise<WindowUnderTest> {
  const window = await renderConsole(options);
  await window.openDialog('Declare incident');
  return window;
}

const dialog = (): HTMLElement | null => screen.queryByRole('dialog', { name: 'Declare incident' });

describe('the declare dialog (DEC)', () => {
  it('[DEC1] needs a title and Enter, and leads to the pad', async () => {
    const window = await declaring();
    expect(document.activeElement).toBe(window.field('What is broken?'));
    await window.user.keyboard('Checkout errors{Enter}');
    expect(window.test.incident).toMatchObject({ title: 'Checkout errors', severity: 1, drill: false });
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(window.pad);
  });

  it('opens with Mod+N from wherever one is', async () => {
    const window = await renderConsole();
    await window.user.keyboard('{Control>}n{/Control}');
    expect(await window.dialog('Declare incident')).toBeDefined();
  });

  it('[DEC1] says what is missing beside an empty title, and keeps the rest', async () => {
    const window = await declaring();
    await window.user.click(screen.getByRole('radio', { name: 'Sev 3' }));
    await window.user.type(window.field('Incident Commander'), ' Reyes');
    await window.user.click(window.button('Declare'));
    expect(within(dialog() ?? document.body).getByRole('alert').textContent).toBe(
      'Say what is broken in a few words; you can change it later.',
    );
    const title = window.field('What is broken?');
    expect(title.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(title);
    expect(window.field('Incident Commander').value).toBe('Dana Reyes');
    await window.user.keyboard('Checkout errors{Enter}');
    expect(window.test.incident).toMatchObject({ severity: 3 });
    expect(window.test.incident.holders.commander?.person).toBe('Dana Reyes');
  });

  it('[SEV1] shows what each severity means, and assumes the worst', async () => {
    await declaring();
    const worst = screen.getByRole<HTMLInputElement>('radio', { name: 'Sev 1' });
    expect(worst.checked).toBe(true);
    const means = ['Sev 1', 'Sev 2', 'Sev 3', 'Sev 4'].map((name) => {
      const radio = screen.getByRole('radio', { name });
      return document.getElementById(radio.getAttribute('aria-describedby') ?? '')?.textContent;
    });
    expect(means).toEqual([
      'Site down, or a major feature unusable for many users.',
      'Significant degradation; some users affected.',
      'Minor degradation or a partial outage.',
      'No customer impact; needs follow-up.',
    ]);
  });

  it('[SEV1] shows the team’s own wording where it has one', async () => {
    await declaring({ settings: { severityDefinitions: { '2': 'Some shops are slow.' } } });
    expect(screen.getByText('Some shops are slow.')).toBeDefined();
  });

  it('[DEC4] warns of a live incident of the same title, and declares it at the second Enter', async () => {
    const window = await renderConsole();
    await window.act((test) => test.declare({ title: 'Checkout errors' }));
    await window.user.keyboard('{Control>}n{/Control}');
    await window.dialog('Declare incident');
    await window.user.keyboard('checkout ERRORS{Enter}');
    expect(screen.getByText(/INC-0001 “Checkout errors” is live already/)).toBeDefined();
    expect(window.test.console.incidents.store.getState()).toHaveLength(1);
    await window.user.keyboard('{Enter}');
    expect(window.test.incident.number).toBe(2);
  });

  it('[DEC4] leads to the live twin instead', async () => {
    const window = await renderConsole();
    await window.act((test) => test.declare({ title: 'Checkout errors' }));
    await window.act((test) => test.declare({ title: 'Another' }));
    await window.user.keyboard('{Control>}n{/Control}');
    await window.dialog('Declare incident');
    await window.user.keyboard('Checkout errors{Enter}');
    await window.user.click(window.button('Open INC-0001'));
    expect(dialog()).toBeNull();
    expect(window.test.incident.number).toBe(1);
  });

  it('marks a drill everywhere, with a number of its own', async () => {
    const window = await declaring();
    await window.user.type(window.field('What is broken?'), 'Failover practice');
    await window.user.click(screen.getByRole('checkbox', { name: 'This is a drill' }));
    await window.user.click(window.button('Declare'));
    expect(window.test.incident).toMatchObject({ drill: true, number: 1 });
    expect(screen.getByText('DRILL')).toBeDefined();
    expect(document.title).toContain('DRILL');
  });

  it('keeps the title through a closed dialog', async () => {
    const window = await declaring();
    await window.user.keyboard('Checkout err');
    await window.user.click(window.button('Cancel'));
    expect(dialog()).toBeNull();
    await window.openDialog('Declare incident');
    expect(window.field('What is broken?').value).toBe('Checkout err');
  });

  it('closes with Escape and leads back to where one can act', async () => {
    const window = await declaring();
    await window.user.keyboard('{Escape}');
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(window.button('Declare incident'));
  });
});

describe('more than the title (DEC5)', () => {
  async function withMore(): Promise<WindowUnderTest> {
    const window = await declaring();
    await window.user.keyboard('Checkout errors');
    await window.user.click(window.button('More'));
    return window;
  }

  it('[DEC5] takes an earlier start, and echoes how it was read', async () => {
    const window = await withMore();
    await window.user.type(window.field('Impact started at'), '-21m');
    expect(screen.getByText('= 2026-11-23 02:42:00')).toBeDefined();
    await window.user.type(window.field('Detected at'), '2026-11-23T02:50:10Z');
    await window.user.type(window.field('Affected service'), 'checkout');
    await window.user.click(window.button('Declare'));
    const { stamps, service } = window.test.incident;
    expect({ service, impactStart: stamps.impactStart?.at, detected: stamps.detected?.at }).toEqual({
      service: 'checkout',
      impactStart: instant('2026-11-23T02:42:00Z'),
      detected: instant('2026-11-23T02:50:10Z'),
    });
  });

  it('[DEC5] says beside the field that a time cannot be read, and declares nothing', async () => {
    const window = await withMore();
    await window.user.type(window.field('Impact started at'), 'around three');
    await window.user.click(window.button('Declare'));
    expect(window.field('Impact started at').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/That is not a time this field knows/)).toBeDefined();
    expect(window.test.console.incidents.store.getState()).toEqual([]);
    expect(window.field('Impact started at').value).toBe('around three');
  });

  it('[DEC5] shows the field again whose time stops the declaring', async () => {
    const window = await withMore();
    await window.user.type(window.field('Impact started at'), '25:00');
    await window.user.click(window.button('More'));
    await window.user.click(window.button('Declare'));
    expect(window.field('Impact started at').value).toBe('25:00');
  });
});
