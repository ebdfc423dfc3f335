import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../renderer/store/importFiles';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

const TABLE = 'time,text\n2026-11-22T14:00:00Z,early\n2026-11-22T15:00:30Z,late\n';

async function looking(window: WindowUnderTest, text = TABLE): Promise<HTMLElement> {
  await window.act(({ console }) => console.importing.take([sourceOf(new File([text], 'a.csv'))], 'a.csv'));
  return window.dialog('Import “a.csv”');
}

const field = (label: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(label);
const submitOf = (dialog: HTMLElement): string => within(dialog).getByText(/^Import \d+ entr/).textContent;

describe('the window of time of an import', () => {
  it('[IMP3] stands in its fields as long as it is in force, whatever was shown meanwhile', async () => {
    const window = await renderIncident();
    const dialog = await looking(window);
    await window.user.type(field('Not before'), '2026-11-22 14:30');
    expect(submitOf(dialog)).toBe('Import 1 entry');
    await window.user.click(window.button(/^Duplicate/, dialog));
    await window.user.click(window.button(/^New/, dialog));
    expect([field('Not before').value, submitOf(dialog)]).toEqual(['2026-11-22 14:30:00', 'Import 1 entry']);
    await window.act(({ console }) => console.importing.choose({ timeZone: 'Europe/Berlin' }));
    expect(field('Not before').value).toBe('2026-11-22 14:30:00');
    await window.user.clear(field('Not before'));
    expect(submitOf(dialog)).toBe('Import 2 entries');
  });

  it('[IMP3] is none while its time can’t be read, and says so', async () => {
    const window = await renderIncident();
    const dialog = await looking(window);
    await window.user.type(field('Not after'), '2026-11-22 14:30');
    expect(submitOf(dialog)).toBe('Import 1 entry');
    await window.user.type(field('Not after'), ' or so');
    expect(submitOf(dialog)).toBe('Import 2 entries');
    expect(field('Not after')).toHaveProperty('value', '2026-11-22 14:30 or so');
    expect(field('Not after').getAttribute('aria-invalid')).toBe('true');
  });
});
