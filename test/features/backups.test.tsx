import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { violations } from '../support/axe';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';
import { backupAt } from '../support/storageWorld';

beforeEach(() => {
  document.documentElement.lang = 'en';
});

const FIRST = { type: 'incident-declared', title: 'Cart', severity: 2, drill: false, number: 7 } as const;

const ROW = {
  stamp: '2026-11-23T03:00:00.000Z_0000_dev1',
  at: 0,
  recordedAt: 0,
  by: 'Dana',
  event: FIRST,
};

async function settings(window: WindowUnderTest): Promise<HTMLElement> {
  await window.user.keyboard('{Control>},{/Control}');
  return window.dialog('Settings');
}

async function withBackups(): Promise<WindowUnderTest> {
  const window = await renderIncident();
  const { storage } = window.test.world;
  storage.listed = { ok: true, value: [backupAt('2026-11-23T03:00:00Z'), backupAt('2026-11-22T03:00:00Z')] };
  storage.previewed = {
    ok: true,
    value: {
      file: 'b',
      takenAt: Date.parse('2026-11-23T03:00:00Z'),
      incidents: [
        {
          incidentId: 'inc-1',
          inBackup: 3,
          here: 1,
          onlyInBackup: 2,
          first: { ...ROW, incidentId: 'inc-1' },
        },
        {
          incidentId: 'inc-9',
          inBackup: 5,
          here: 0,
          onlyInBackup: 5,
          first: { ...ROW, incidentId: 'inc-9' },
        },
      ],
    },
  };
  return window;
}

const status = (): string | null => screen.getByTestId('safekeeping').textContent;

describe('backups in the settings (BAK)', () => {
  it('[BAK3] are listed newest first with their rows and size, or said to be none', async () => {
    const none = await settings(await renderConsole());
    expect(await within(none).findByText(/No backup yet/)).toBeDefined();
  });

  it('[BAK3] are taken when asked for, and say what they hold', async () => {
    const window = await withBackups();
    await settings(window);
    const rows = within(await screen.findByRole('table')).getAllByRole('row');
    expect(rows[1]?.textContent).toBe('2026-11-23 03:00:001122.0 kBRestore…');
    await window.user.click(window.button('Back up now'));
    await waitFor(() => expect(status()).toBe('Backed up and checked: 1 incident, 12 rows.'));
    expect(await violations()).toEqual([]);
  });

  it('[BAK8] that fail say why, and that the log is untouched', async () => {
    const window = await renderConsole();
    const dialog = await settings(window);
    const failure = { reason: 'disk-full', path: '/p/backups', detail: 'ENOSPC' } as const;
    window.test.world.storage.taken = { ok: false, failure };
    await window.user.click(window.button('Back up now'));
    expect(
      await within(dialog).findByText(/^No backup was written\. .*The log itself is untouched\.$/),
    ).toBeDefined();
  });

  it('[BAK4] are restored after a preview, incident by incident, and lead back to the settings', async () => {
    const window = await withBackups();
    await settings(window);
    await window.user.click(await screen.findByRole('button', { name: /Restore the backup of 2026-11-23/ }));
    const dialog = await window.dialog('Restore a backup');
    expect(await within(dialog).findByText(/adds 7 rows that are missing here/)).toBeDefined();
    const rows = within(dialog).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'IncidentIn the backupHereOnly in the backup',
      'INC-0001 Checkout errors312',
      'INC-0007 Cart505',
    ]);
    expect(await violations()).toEqual([]);
    window.test.world.storage.restored = {
      ok: true,
      value: { rows: 7, incidents: 2, presentKeptAs: 'now' },
    };
    await window.user.click(window.button('Restore 7 rows', dialog));
    await window.dialog('Settings');
    expect(status()).toBe(
      'Restored: 7 rows added to 2 incidents. Nothing was taken away. What was here before is the newest backup.',
    );
  });

  it('[BAK7] that are damaged say so, and nothing is offered', async () => {
    const window = await withBackups();
    await settings(window);
    window.test.world.storage.previewed = {
      ok: false,
      failure: { reason: 'failed', path: '/b', detail: 'its rows do not match its checksum' },
    };
    await window.user.click(await screen.findByRole('button', { name: /Restore the backup of 2026-11-22/ }));
    const dialog = await window.dialog('Restore a backup');
    expect(
      await within(dialog).findByText(
        'This backup can’t be used: its rows do not match its checksum. Nothing was taken away. Try another one.',
      ),
    ).toBeDefined();
    expect(within(dialog).queryByRole('button', { name: /^Restore / })).toBeNull();
    await window.user.click(window.button('Close', dialog));
    expect(await window.dialog('Settings')).toBeDefined();
  });

  it('stand beside a check of integrity that says what is fine and what is not', async () => {
    const window = await renderIncident();
    await settings(window);
    const damage = [{ file: 'inc-1.0001.ndjson', why: 'line 2: its text was changed' }];
    window.test.world.storage.checked = {
      ok: true,
      value: { incidents: [{ incidentId: 'inc-1', rows: 1, damage }] },
    };
    await window.user.click(window.button('Check integrity'));
    const list = await screen.findByRole('list', { name: 'What the check found' });
    expect(list.textContent).toBe(
      'INC-0001 Checkout errors: “inc-1.0001.ndjson”, line 2: its text was changed. The rest of it was read.',
    );
  });

  it('stand beside an export of everything, which says where it is', async () => {
    const window = await renderIncident();
    window.test.world.journalled = ['inc-1'];
    const dialog = await settings(window);
    await window.user.click(window.button('Export everything'));
    expect(await within(dialog).findByText(/Bundle of .* written and checked: /)).toBeDefined();
  });
});
