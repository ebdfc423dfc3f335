import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BundleLine, StoredRow } from '../../electron/contract';
import { writeRow } from '../../renderer/domain/upcast';
import { INC_A, logOf, rowOf } from '../support/logRows';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';

const lines: readonly BundleLine[] = [
  ...logOf(2).map((row, i) => ({ line: i + 1, row: writeRow(row) as StoredRow })),
  { line: 4, why: 'is not JSON' },
];

async function open(window: WindowUnderTest, given = lines): Promise<HTMLElement> {
  window.test.world.bundles.set('bundle-1', { [INC_A]: given });
  await window.act(({ console }) =>
    console.bundleImporting.opened({
      bundle: 'bundle-1',
      name: 'a.icbundle',
      incidents: [{ incidentId: INC_A, rows: given.length }],
      attachments: 0,
    }),
  );
  const dialog = await screen.findByRole('dialog', { name: 'Bundle “a.icbundle”' });
  await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Import' })).toBeDefined());
  return dialog;
}

describe('the bundle’s preview (BUN)', () => {
  it('[BUN8] shows each incident with its rows, times, authors and unreadable lines', async () => {
    const window = await renderConsole();
    const dialog = await open(window);
    const item = within(dialog).getByRole('listitem', { name: 'Checkout errors (inc-a)' });
    expect(item.textContent).toContain('INC-0001 · Sev 1 · 3 rows');
    expect(item.textContent).toContain('by Dana');
    expect(item.textContent).toContain('3 new, 0 here already');
    const unread = within(item).getByRole('list', { name: 'Lines that can’t be read' });
    expect(unread.textContent).toBe('Line 4 is not JSON; it is left out.');
  });

  it('[BUN9] shows a clock that was off, and [BUN12] a row that says something else here', async () => {
    const window = await renderConsole();
    await window.test.log.append(logOf(1));
    const forged = rowOf(1, { type: 'note-logged', kind: 'note', text: 'never happened' });
    const late = { ...logOf(3)[3], recordedAt: forged.recordedAt + 3_600_000 };
    const dialog = await open(window, [
      { line: 1, row: writeRow(forged) as StoredRow },
      { line: 2, row: late as unknown as StoredRow },
    ]);
    expect(within(dialog).getByRole('list', { name: 'Clocks that were off' }).textContent).toMatch(
      /The clock of Dana \(dev1\) was off by up to 59 min.* in 1 row\./,
    );
    expect(
      within(dialog).getByRole('list', { name: 'Rows that say something else here' }).textContent,
    ).toContain('here “note 1”, there “never happened”');
  });

  it('[BUN10] imports with Enter, and the incident is listed', async () => {
    const window = await renderConsole();
    const dialog = await open(window);
    within(dialog).getByRole('button', { name: 'Import' }).focus();
    await window.user.keyboard('{Enter}');
    await screen.findByText(/is imported: 3 rows came in/);
    expect(screen.getByRole('listitem', { name: 'Checkout errors (inc-a)' })).toBeDefined();
  });

  it('[BUN8] is left with Escape, and nothing has changed', async () => {
    const window = await renderConsole();
    await open(window);
    await window.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('No incident so far.')).toBeDefined();
  });

  it('[BUN1] has a button for one incident, and one for all on the start screen', async () => {
    const window = await renderIncident();
    await window.user.click(window.button('Export bundle'));
    await screen.findByText(/Bundle of 1 incident with 14 rows written and checked/);
    await window.act(({ console }) => console.view.set({ atHome: true }));
    await window.user.click(window.button('Export all incidents as bundle'));
    await screen.findByText('There is no incident to export yet.');
    await window.user.click(window.button('Open bundle…'));
    expect(window.test.world.bundlesAskedFor).toBe(1);
  });
});
