import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { MirrorState } from '../../electron/contract';
import { violations } from '../support/axe';
import { renderConsole, type WindowUnderTest } from '../support/renderConsole';
import { NO_MIRROR } from '../support/storageWorld';

const LEVEL: MirrorState = { ...NO_MIRROR, folder: '/media/stick', standing: 'level' };

async function section(window: WindowUnderTest): Promise<HTMLElement> {
  await window.user.keyboard('{Control>},{/Control}');
  await window.dialog('Settings');
  return screen.findByRole('region', { name: 'Mirror: a second copy of the journal' });
}

const status = (): string | null => screen.getByTestId('mirror').textContent;

describe('the mirror in the settings (MIR)', () => {
  it('[MIR1] is none at first; a folder is chosen by key, shown, and turned off again', async () => {
    document.documentElement.lang = 'en';
    const window = await renderConsole();
    const { storage } = window.test.world;
    const part = await section(window);
    await waitFor(() => expect(status()).toBe('The journal is on this disk only.'));
    storage.chosen = { ok: true, value: LEVEL };
    within(part).getByRole('button', { name: 'Copy the journal to another folder as well…' }).focus();
    await window.user.keyboard('{Enter}');
    expect(await within(part).findByText('/media/stick')).toBeDefined();
    expect(status()).toBe('The mirror has every row of the journal.');
    expect(await violations()).toEqual([]);
    await window.user.click(within(part).getByRole('button', { name: 'Show folder: mirror' }));
    await window.user.click(within(part).getByRole('button', { name: 'Turn off the mirror' }));
    expect(await within(part).findByText('Turned off. What was copied stays where it is.')).toBeDefined();
    expect(status()).toBe('The journal is on this disk only.');
    expect(storage.asked).toEqual(['choose a mirror', 'show the mirror', 'turn the mirror off']);
  });

  it('[MIR1] a dialog cancelled changes nothing, and a folder that is refused is said with why', async () => {
    const window = await renderConsole();
    const { storage } = window.test.world;
    const part = await section(window);
    const choose = within(part).getByRole('button', { name: /^Copy the journal/ });
    await window.user.click(choose);
    expect(status()).toBe('The journal is on this disk only.');
    storage.chosen = {
      ok: false,
      failure: { reason: 'failed', path: '/p', detail: 'it is the console’s own' },
    };
    await window.user.click(choose);
    const alert = await within(part).findByRole('alert');
    expect(alert.textContent).toBe(
      'The journal is not copied there. “/p” refused the write (it is the console’s own).',
    );
  });

  it('[MIR6] adds what only the mirror has', async () => {
    const window = await renderConsole();
    const { storage } = window.test.world;
    storage.mirrored = LEVEL;
    const part = await section(window);
    await window.user.click(
      await within(part).findByRole('button', { name: 'Add what only the mirror has' }),
    );
    expect(await within(part).findByText('Nothing in the mirror is missing here.')).toBeDefined();
  });
});
