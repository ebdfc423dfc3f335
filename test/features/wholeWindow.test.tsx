import '../support/pageLayout';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../renderer/App';
// Fetched at idle: loaded beforehand, so that none is under way when a test is over.
import '../../renderer/Dialogs';
import { compose } from '../../renderer/compose';
import { DATABASE_NAME } from '../../renderer/persistence/workingCopy';
import type { Console } from '../../renderer/store/console';
import { faultyFiles, systemError, type Faults } from '../electron/support/faultyFiles';
import { freshFolder } from '../support/freshFolder';
import { instant } from '../support/instants';
import { startMain, type MainOptions, type MainProcess } from '../support/mainProcess';

/** Everything but Electron: the page as main.tsx puts it together, on main's real stores. */
interface Run {
  readonly main: MainProcess;
  readonly console: Console;
  readonly user: UserEvent;
}

const runs: Run[] = [];

async function start(profile: string, options: MainOptions = {}): Promise<Run> {
  const main = await startMain(profile, options);
  const console = compose(main.bridge, await main.bridge.call('app:boot'));
  await act(async () => render(<App console={console} platform="linux" />));
  const run = { main, console, user: userEvent.setup({ delay: null }) };
  runs.push(run);
  return run;
}

/** The window closes and the program ends as it should. */
async function quit({ main }: Run): Promise<void> {
  main.push('app:drain', {});
  await waitFor(() => expect(main.calls).toContain('app:drained'));
  act(() => cleanup());
  await main.quit();
}

const pad = (): Promise<HTMLTextAreaElement> => screen.findByRole('textbox', { name: 'Timeline note' });

const durable = (): string | undefined => screen.getByTestId('saved').dataset['durable'];

const rows = (): readonly (string | null | undefined)[] =>
  screen.getAllByTestId('timeline-entry').map((row) => row.querySelector('bdi')?.textContent);

async function declare({ user }: Run, title: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Declare incident' }));
  await screen.findByRole('dialog', { name: 'Declare incident' });
  await user.type(screen.getByRole('textbox', { name: 'What is broken?' }), `${title}{Enter}`);
  await pad();
}

async function note({ user }: Run, text: string): Promise<void> {
  await user.type(await pad(), `${text}{Enter}`);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(instant('2026-11-23T03:03:00Z'));
});
afterEach(async () => {
  vi.useRealTimers();
  // What an earlier window still writes would be in the next one's database.
  for (const { console } of runs.splice(0)) await console.session.settled();
  await Dexie.delete(DATABASE_NAME);
});

const WRITTEN = ['Declared Sev 1: Checkout errors', 'db01 is read-only'];

describe('the whole window on its two stores', () => {
  it('saves what is typed in the journal, and hands the promise to main', async () => {
    const run = await start(freshFolder('window'));
    await declare(run, 'Checkout errors');
    await note(run, 'db01 is read-only');
    await waitFor(() => expect(durable()).toBe('2'));
    const id = run.console.session.store.getState().openId ?? '';
    const journal = await run.main.stores.journal.read(id, 0, 10);
    expect(journal.ok && journal.value.rows.length).toBe(2);
    expect(run.main.armed.get(id)).toMatchObject({ dueAt: instant('2026-11-23T03:18:00Z'), snoozed: false });
  });

  it('comes back after a restart with the incident, the list and the unsent text', async () => {
    const profile = freshFolder('window');
    const first = await start(profile);
    await declare(first, 'Checkout errors');
    await note(first, 'db01 is read-only');
    await first.user.type(await pad(), 'half a no');
    await quit(first);
    await start(profile);
    await waitFor(() => expect(rows()).toEqual(WRITTEN));
    expect(durable()).toBe('2');
    expect((await pad()).value).toBe('half a no');
    expect(screen.getByRole('listitem', { name: 'Checkout errors' })).toBeDefined();
    expect(screen.queryByText(/Rebuilt/)).toBeNull();
  });

  it('rebuilds the working copy when it is gone, and says so', async () => {
    const profile = freshFolder('window');
    const first = await start(profile);
    await declare(first, 'Checkout errors');
    await note(first, 'db01 is read-only');
    await quit(first);
    await Dexie.delete(DATABASE_NAME);
    await start(profile);
    await waitFor(() => expect(rows()).toEqual(WRITTEN));
    expect(await screen.findByText(/^Rebuilt from the journal: 2 rows/)).toBeDefined();
    expect(screen.getByRole('listitem', { name: 'Checkout errors' })).toBeDefined();
  });

  it('says after a kill that what was saved is here, and it is', async () => {
    const profile = freshFolder('window');
    const first = await start(profile);
    await declare(first, 'Checkout errors');
    await note(first, 'db01 is read-only');
    await waitFor(() => expect(durable()).toBe('2'));
    act(() => cleanup());
    await start(profile);
    await waitFor(() => expect(rows()).toEqual(WRITTEN));
    expect(await screen.findByText(/did not end by itself last time/)).toBeDefined();
  });

  it('keeps saying what a full disk does not take, and saves it when there is space', async () => {
    const faults: Faults = {};
    const run = await start(freshFolder('window'), { files: faultyFiles(faults) });
    await declare(run, 'Checkout errors');
    await waitFor(() => expect(durable()).toBe('1'));
    faults.write = (path, length) => {
      if (path.endsWith('.ndjson') && path.includes('journal')) throw systemError('ENOSPC');
      return length;
    };
    await note(run, 'db01 is read-only');
    expect(await screen.findByText(/^NOT SAVED: 1 entry is held in memory only/)).toBeDefined();
    expect(durable()).toBe('1');
    delete faults.write;
    await waitFor(() => expect(durable()).toBe('2'));
    expect(screen.queryByText(/^NOT SAVED/)).toBeNull();
  });

  it('exports with one click to a file that holds what was typed', async () => {
    const run = await start(freshFolder('window'));
    await declare(run, 'Checkout errors');
    await note(run, 'db01 is read-only');
    await run.user.click(screen.getByRole('button', { name: 'Export post-mortem' }));
    const path = (await screen.findByTestId('exported')).dataset['path'] ?? '';
    const { readFileSync } = await import('node:fs');
    expect(path).toMatch(/Incident Console\/INC-0001 Checkout errors\/post-mortem\.md$/);
    expect(readFileSync(path, 'utf8')).toContain('db01 is read-only');
  });
});

describe('what main pushes', () => {
  it('reaches the window: a menu item, an alarm, damage', async () => {
    const run = await start(freshFolder('window'));
    await declare(run, 'Checkout errors');
    const incidentId = run.console.session.store.getState().openId ?? '';
    const dueAt = instant('2026-11-23T03:18:00Z');
    act(() => {
      run.main.push('alarm:rang', {
        incidentId,
        lane: 'internal',
        level: 'due',
        dueAt,
        lateMs: 0,
        missedAsleep: false,
      });
      run.main.push('journal:damaged', { incidentId, file: 'a.0001.ndjson', why: 'bad checksum' });
      run.main.push('menu:action', { id: 'severity' });
    });
    expect(screen.getByText(/^UPDATE DUE: INC-0001/)).toBeDefined();
    expect(await screen.findByText(/“a\.0001\.ndjson” is damaged/)).toBeDefined();
    expect(await screen.findByRole('dialog', { name: 'Severity' })).toBeDefined();
  });

  it('asks before the end, and is answered when the last row is saved', async () => {
    const run = await start(freshFolder('window'));
    await declare(run, 'Checkout errors');
    await note(run, 'last words');
    run.main.push('app:drain', {});
    await waitFor(() => expect(run.main.calls).toContain('app:drained'));
    expect(run.console.session.unsavedRows()).toEqual([]);
    expect(run.main.calls.indexOf('app:drained')).toBe(run.main.calls.length - 1);
  });
});
