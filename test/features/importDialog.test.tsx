import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceFile } from '../../renderer/imports/importTypes';
import { sourceOf } from '../../renderer/store/importFiles';
import { violations } from '../support/axe';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';
import { settle } from '../support/settle';
import { SlowLog } from '../support/slowLog';

// As index.html has it; jsdom starts with an empty page.
beforeEach(() => {
  document.documentElement.lang = 'en';
});

const file = (text: string, name = 'a.csv'): SourceFile => sourceOf(new File([text], name));
const TABLE =
  'time,author,text\n2026-11-22T14:00:00Z,noor,early\n2026-11-22T15:00:30Z,sam,late\nsoon,sam,when\n';
const LONG = `time,text\n${Array.from({ length: 450 }, (_, i) => `${1_795_000_000 - i},note ${i}\n`).join('')}`;

async function look(window: WindowUnderTest, one: SourceFile, name = 'a.csv'): Promise<HTMLElement> {
  await window.act(({ console }) => console.importing.take([one], name));
  return window.dialog(`Import “${name}”`);
}

const submit = (dialog: HTMLElement): HTMLElement => within(dialog).getByText(/^Import \d+ entr/);
const status = (dialog: HTMLElement): string => within(dialog).getByRole('status').textContent;
const wait = (window: WindowUnderTest) => window.act(settle);

describe('the import dialog', () => {
  it('[IMP3] asks for a file, with the field for it focused', async () => {
    const window = await renderIncident();
    await window.user.keyboard('{Control>}{Shift>}o{/Shift}{/Control}');
    const dialog = await window.dialog('Import');
    expect(document.activeElement).toBe(screen.getByLabelText('File to import'));
    expect(screen.getByLabelText('Folder of a Slack export')).toBeDefined();
    expect(status(dialog)).toContain('Slack exports, PagerDuty');
    expect(await violations()).toEqual([]);
  });

  it('[IMP3] shows how far it has read, and is called off with nothing left behind', async () => {
    const window = await renderIncident();
    const rows = window.test.incident.rowCount;
    const endless: SourceFile = { path: 'a.json', size: 100, read: () => new Promise(() => undefined) };
    await window.act(({ console }) => void console.importing.take([endless], 'a.json'));
    const dialog = await window.dialog('Import “a.json”');
    expect(within(dialog).getByRole('progressbar', { name: 'Progress' })).toBeDefined();
    expect(status(dialog)).toBe('Reading. Nothing is imported yet; Close stops it.');
    expect(await violations()).toEqual([]);
    await window.user.click(window.button('Close', dialog));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect([window.test.console.importing.store.getState(), window.test.incident.rowCount]).toEqual([
      null,
      rows,
    ]);
  });

  it('[IMP1] says why a file is refused, and takes another one', async () => {
    const window = await renderIncident();
    const dialog = await look(window, file('no table\nat all\n'));
    expect(within(dialog).getByRole('alert').textContent).toContain(
      'The file is no table with a column of times',
    );
    expect(await violations()).toEqual([]);
    // jsdom's files have no such path.
    const other = Object.defineProperty(new File([TABLE], 'b.csv'), 'webkitRelativePath', { value: '' });
    await window.user.upload(screen.getByLabelText('File to import'), other);
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('2 new'));
    expect(within(screen.getByRole('dialog')).queryByRole('alert')).toBeNull();
  });

  it('[IMP2] lists what is new, there twice and unreadable, and imports what is ticked, undone with one press', async () => {
    const window = await renderIncident();
    const dialog = await look(window, file(`${TABLE}2026-11-22T14:00:00Z,noor,early\n`));
    expect(status(dialog)).toContain('Table: 2 new · 1 duplicate · 1 unreadable.');
    expect(await violations()).toEqual([]);
    await window.user.click(window.button('Duplicate 1', dialog));
    expect(dialog.textContent).toContain('the same as line 2');
    await window.user.click(window.button('Unreadable 1', dialog));
    expect(dialog.textContent).toContain('its time is none this version reads');
    expect(await violations()).toEqual([]);
    await window.user.click(window.button('New 2', dialog));
    await window.user.click(window.button('Tick none', dialog));
    expect(submit(dialog).textContent).toBe('Import 0 entries');
    await window.user.click(submit(dialog));
    expect(within(dialog).getByRole('alert').textContent).toBe('Tick at least one entry to import.');
    await window.user.click(window.button('Tick all', dialog));
    await window.user.click(submit(dialog));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(window.row('early').textContent).toContain('noor');
    await window.user.click(window.button('Undo import'));
    expect(window.rows.some(({ textContent }) => textContent.includes('early'))).toBe(false);
    await window.user.click(window.button('Put back'));
    expect(window.row('late')).toBeDefined();
  });

  it('[IMP6] asks for the zone, the order, the columns and the names, and reads the file as answered', async () => {
    const window = await renderIncident();
    const dialog = await look(window, file('time,who,text,more\n03/04/2020 10:00,noor,one,two\n'));
    expect(await violations()).toEqual([]);
    const answer = async (label: string, value: string): Promise<void> => {
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
      await wait(window);
      await waitFor(() => expect(status(dialog)).toContain('1 new'));
    };
    const at = (): string =>
      new Date(window.test.console.importing.store.getState()?.items[0]?.row.at ?? 0).toISOString();
    expect(at()).toBe('2020-04-03T10:00:00.000Z');
    await answer('Dates like 03/04/2020 are', 'month-first');
    expect(at()).toBe('2020-03-04T10:00:00.000Z');
    const zone = screen.getByLabelText('Times without a zone are in');
    await window.user.clear(zone);
    await window.user.type(zone, 'berlin{Enter}');
    expect(dialog.textContent).toContain('No zone is called “berlin”. Times are still read as');
    expect(screen.queryByRole('dialog')).not.toBeNull();
    await window.user.clear(zone);
    await window.user.type(zone, 'Asia/Kolkata');
    expect(at()).toBe('2020-03-04T10:00:00.000Z');
    await window.user.tab();
    await wait(window);
    await waitFor(() => expect(status(dialog)).toContain('1 new'));
    expect(at()).toBe('2020-03-04T04:30:00.000Z');
    await answer('more', 'text');
    expect(window.test.console.importing.store.getState()?.items[0]?.row.text).toBe('one · two');
    fireEvent.change(screen.getByLabelText('noor'), { target: { value: 'Noor Haddad' } });
    await wait(window);
    await window.user.click(submit(dialog));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(window.row('one · two').textContent).toContain('Noor Haddad');
  });

  it('[IMP6] asks which zone an abbreviation of several means', async () => {
    const window = await renderIncident();
    const dialog = await look(window, file('time,text\n2026-11-20 10:00 IST,a\n2026-11-20T10:00:00Z,b\n'));
    expect(status(dialog)).toContain('1 new · 0 duplicate · 1 unreadable');
    fireEvent.change(screen.getByLabelText('IST is the time of'), { target: { value: '330' } });
    await waitFor(() => expect(status(dialog)).toContain('2 new · 0 duplicate · 0 unreadable'));
    expect(screen.getByLabelText('IST is the time of').textContent).toContain('India (UTC+5:30)');
    expect(await violations()).toEqual([]);
  });

  it('[IMP3] shows how far an import is, and Close takes out what came in', async () => {
    const log = new SlowLog();
    const window = await renderIncident({ log });
    const dialog = await look(window, file(LONG));
    log.hold('append');
    await window.user.click(submit(dialog));
    expect(status(dialog)).toBe('Importing 0 of 450. Close stops it and takes out what came in.');
    expect(await violations()).toEqual([]);
    await window.user.click(window.button('Close', dialog));
    log.release('append');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(window.test.notices.join()).toContain(
      'The import was stopped; the 200 entries that had come in were taken out',
    );
    expect(window.test.entries.filter(({ source }) => source)).toEqual([]);
  });
});

describe('files dropped with no incident open', () => {
  async function drop(window: WindowUnderTest, ...files: readonly File[]): Promise<void> {
    const event = new Event('drop', { cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files, items: [] } });
    await window.act(() => fireEvent(globalThis.window, event));
    await wait(window);
  }

  it('[IMP3] are kept until one is declared, and shown there', async () => {
    const window = await renderConsole();
    await drop(window, new File([TABLE], 'a.csv'));
    expect(window.test.notices.join()).toContain('“a.csv” is imported into an incident. Declare or open one');
    await window.act((test) => test.declare());
    const dialog = await window.dialog('Import “a.csv”');
    await waitFor(() => expect(status(dialog)).toContain('2 new'));
    expect(window.test.notices.join()).not.toContain('is kept until then');
  });

  it('[IMP15] several days of a channel, and files of one kind, are read together', async () => {
    const window = await renderIncident();
    const day = (ts: string): string => JSON.stringify([{ type: 'message', user: 'U1', text: ts, ts }]);
    await drop(
      window,
      new File([day('1795000000.000100')], '2026-11-18.json'),
      new File([day('1795100000.000100')], '2026-11-19.json'),
    );
    const dialog = await window.dialog('Import “2 files”');
    await waitFor(() => expect(status(dialog)).toContain('Slack: 2 new'));
    await window.user.click(window.button('Cancel', dialog));
    await drop(window, new File([TABLE], 'a.csv'), new File([TABLE], 'b.csv'));
    const tables = await window.dialog('Import “2 files”');
    await waitFor(() => expect(status(tables)).toContain('Table: 2 new'));
    await window.user.click(window.button('Cancel', tables));
    await drop(window, new File([TABLE], 'a.csv'), new File([day('1795000000.000100')], 'b.json'));
    const mixed = await window.dialog('Import “2 files”');
    await waitFor(() =>
      expect(within(mixed).getByRole('alert').textContent).toContain('Import them one by one'),
    );
  });
});
