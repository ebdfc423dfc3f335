import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

async function opened(window: WindowUnderTest): Promise<HTMLElement> {
  await window.user.click(window.button('Export as…'));
  return screen.findByRole('menu', { name: 'Export as…' });
}

describe('the menu of export formats (FMT)', () => {
  it('[FMT4] names each format and the file it becomes', async () => {
    const menu = await opened(await renderIncident());
    const items = within(menu).getAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'HTMLpost-mortem.html',
      'JSONpost-mortem.json',
      'Timeline as CSVtimeline.csv',
      'Review invitationreview.ics',
    ]);
  });

  it('[FMT4] writes what was chosen, says where, and goes away', async () => {
    const window = await renderIncident();
    const menu = await opened(window);
    await window.user.click(within(menu).getByText('Timeline as CSV'));
    await waitFor(() =>
      expect(screen.getByTestId('exported').textContent).toContain('Timeline as CSV written'),
    );
    expect(window.test.world.savedFiles.map(({ fileName }) => fileName)).toEqual(['timeline.csv']);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('goes away with Escape and writes nothing', async () => {
    const window = await renderIncident();
    await opened(window);
    await window.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(window.test.world.savedFiles).toEqual([]);
  });
});
