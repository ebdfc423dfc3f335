import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { StorageFailure } from '../../electron/contract';
import { ACTIONS } from '../../renderer/store/actions';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { logOf } from '../support/logRows';
import { renderConsole, renderIncident } from '../support/renderConsole';
import { settle } from '../support/settle';
import { SlowLog } from '../support/slowLog';

const FULL: StorageFailure = { reason: 'disk-full', path: '/journal', detail: 'ENOSPC' };

describe('the status line', () => {
  const saved = (): HTMLElement => screen.getByTestId('saved');

  it('[LOG8] says what is saved, and counts what the journal has', async () => {
    const log = new SlowLog();
    const window = await renderIncident({ log });
    expect(saved().dataset['durable']).toBe('1');
    expect(saved().textContent).toBe('Saved 03:04:00 · 1 row');
    log.hold('append');
    await window.user.keyboard('db01 is read-only{Enter}');
    expect(saved().dataset['durable']).toBe('1');
    await window.pass(1_100);
    expect(saved().textContent).toBe('Saving…');
    await window.pass(2_000);
    expect([saved().textContent, saved().dataset['state']]).toEqual(['NOT SAVED: 1', 'stuck']);
    log.release('append');
    await act(settle);
    expect(saved().dataset['durable']).toBe('2');
    expect(saved().textContent).toBe('Saved 03:04:03 · 2 rows');
  });

  it('changes who the log says wrote it', async () => {
    const window = await renderIncident();
    await window.user.click(window.button('Writing as Dana'));
    await window.user.clear(screen.getByRole('textbox', { name: 'Writing as' }));
    await window.user.keyboard('Kofi{Enter}');
    expect(document.activeElement).toBe(window.pad);
    await window.user.keyboard('polled the call{Enter}');
    expect(window.test.lastWritten?.by).toBe('Kofi');
  });

  it('leaves the name alone with Escape', async () => {
    const window = await renderIncident();
    await window.user.click(window.button('Writing as Dana'));
    await window.user.keyboard('x{Escape}');
    expect(window.button('Writing as Dana')).toBeDefined();
    expect(document.activeElement).toBe(window.pad);
  });

  it('goes round the themes, and the page takes each on', async () => {
    const window = await renderIncident();
    const theme = (): string | undefined => document.documentElement.dataset['theme'];
    expect(theme()).toBe('dark');
    await window.user.click(window.button('Auto theme'));
    await window.user.click(window.button('Dark theme'));
    expect(theme()).toBe('light');
    expect(window.test.world.savedSettings).toEqual(
      expect.arrayContaining([{ theme: 'dark' }, { theme: 'light' }]),
    );
  });
});

describe('notices', () => {
  it('[LOG8] of what is not saved are alerts that stay, and typing goes on', async () => {
    const log = new SlowLog();
    const window = await renderIncident({ log });
    log.failure = FULL;
    await window.user.keyboard('db01 is read-only{Enter}');
    await act(settle);
    const alert = screen.getByText(/^NOT SAVED: 1 entry is held in memory only/);
    expect([alert.getAttribute('role'), alert.getAttribute('aria-live')]).toEqual(['alert', 'assertive']);
    expect(within(alert.parentElement ?? alert).queryByRole('button', { name: /Dismiss/ })).toBeNull();
    await window.user.keyboard('still typing{Enter}');
    expect(window.row('still typing').textContent).toContain('not saved yet');
    await window.user.click(window.button('Copy them'));
    expect(window.test.world.copied[0]).toContain('Dana db01 is read-only');
    log.failure = undefined;
    await window.user.click(window.button('Try again'));
    await act(settle);
    expect(screen.queryByText(/^NOT SAVED/)).toBeNull();
  });

  it('that tell of no danger are polite, and can be dismissed', async () => {
    const window = await renderIncident();
    await window.act((test) =>
      test.console.notices.show({ id: 'restored', tone: 'info', text: 'Rebuilt from the journal.' }),
    );
    expect(screen.getByText('Rebuilt from the journal.').getAttribute('role')).toBe('status');
    await window.user.click(window.button('Dismiss this message'));
    expect(screen.queryByText('Rebuilt from the journal.')).toBeNull();
  });
});

describe('one-click export', () => {
  it('says where the draft is, in words and for a robot', async () => {
    const window = await renderIncident();
    await window.user.click(window.button('Export post-mortem'));
    const exported = await screen.findByTestId('exported');
    expect(exported.dataset['path']).toBe('/home/dana/Incident Console/INC-0001/post-mortem.md');
    expect(exported.textContent).toContain('/home/dana/Incident Console/INC-0001/post-mortem.md');
    expect(exported.closest('[role="status"]')?.getAttribute('aria-live')).toBe('polite');
    expect(screen.queryByRole('dialog')).toBeNull();
    await window.user.click(window.button('Show in folder'));
    expect(window.test.world.reveals).toBe(1);
    await window.user.click(window.button('Dismiss'));
    expect(screen.queryByTestId('exported')).toBeNull();
  });

  it('that fails is an alert with ways on', async () => {
    const window = await renderIncident();
    window.test.world.fileOutcome = { ok: false, failure: { ...FULL, reason: 'missing' } };
    await window.user.click(window.button('Export post-mortem'));
    const alert = await screen.findByText(/^The post-mortem was not written/);
    expect(alert.getAttribute('role')).toBe('alert');
    expect(window.button('Choose another folder')).toBeDefined();
    expect(screen.queryByTestId('exported')).toBeNull();
  });
});

describe('a log that is being read', () => {
  it('says so, and takes notes already', async () => {
    const log = new SlowLog();
    const test = new ConsoleUnderTest({ log });
    await log.inner.append(logOf(3));
    log.hold('open');
    void test.open(logOf(3));
    await settle();
    const window = await renderConsole(test);
    expect(screen.getByText('Rebuilding from the journal: 0 of 4 rows. You can type already.')).toBeDefined();
    await window.user.type(window.pad, 'typed early{Enter}');
    log.release('open');
    await act(settle);
    expect(screen.queryByText(/You can type already/)).toBeNull();
    expect(window.row('typed early')).toBeDefined();
  });
});

describe('keys (2.1.4)', () => {
  it('F1 shows every key there is', async () => {
    const window = await renderIncident();
    await window.user.keyboard('{F1}');
    const sheet = await window.dialog('Keyboard shortcuts');
    for (const { label } of ACTIONS.filter(({ keys }) => keys.length > 0)) {
      expect(within(sheet).getByText(label, { selector: 'dd' })).toBeDefined();
    }
    expect(within(sheet).getByText('Ctrl+Shift+S')).toBeDefined();
    await window.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(window.pad);
  });

  it('do nothing while an input method composes, or with AltGr', async () => {
    const window = await renderIncident();
    fireEvent.keyDown(window.pad, { key: 'n', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(window.pad, { key: 'n', ctrlKey: true, modifierAltGraph: true });
    await window.act(() => undefined);
    expect(window.test.console.view.store.getState().dialog).toBeNull();
  });

  it('of the window are the dialog’s own while one is open', async () => {
    const window = await renderIncident();
    await window.openDialog('Severity');
    await window.user.keyboard('{Control>}n{/Control}');
    expect(screen.queryByRole('dialog', { name: 'Declare incident' })).toBeNull();
    expect(screen.getByRole('dialog', { name: 'Severity' })).toBeDefined();
  });

  it('F6 goes round the panes and Escape home to the pad', async () => {
    const window = await renderIncident();
    const panes = [...document.querySelectorAll('[data-pane]')];
    const visited = new Set<Element | null | undefined>();
    for (let step = 0; step < panes.length; step += 1) {
      await window.user.keyboard('{F6}');
      visited.add(document.activeElement?.closest('[data-pane]'));
    }
    expect(visited).toEqual(new Set(panes));
    expect(document.activeElement).toBe(window.pad);
    await window.user.keyboard('{Shift>}{F6}{/Shift}');
    expect(document.activeElement).not.toBe(window.pad);
    await window.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(window.pad);
  });

  it('that cannot be used now say why', async () => {
    const window = await renderConsole();
    await window.user.keyboard('{Control>}u{/Control}');
    expect(screen.getByText('Declare or open an incident first.')).toBeDefined();
  });
});
