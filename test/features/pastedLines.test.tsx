import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident } from '../support/renderConsole';

const BLOCK = '02:41 pager went\n02:45 rolled back web\n02:50 errors fall';

describe('a pasted block of lines with times', () => {
  it('[IMP11] is offered as notes, and becomes them at their times', async () => {
    const window = await renderIncident();
    await window.user.click(window.pad);
    await window.user.paste(BLOCK);
    await window.user.click(window.button('Add as 3 timed notes'));
    expect(window.row('pager went').querySelector('time')?.dateTime).toBe('2026-11-23T02:41:00.000Z');
    expect(window.row('errors fall').querySelector('time')?.dateTime).toBe('2026-11-23T02:50:00.000Z');
    expect(window.pad.value).toBe('');
    expect(screen.queryByRole('group', { name: 'Pasted lines' })).toBeNull();
  });

  it('[UND2] is taken back as a whole', async () => {
    const window = await renderIncident();
    await window.user.click(window.pad);
    await window.user.paste(BLOCK);
    await window.user.click(window.button('Add as 3 timed notes'));
    await window.user.click(window.button('Undo'));
    for (const text of ['pager went', 'rolled back web', 'errors fall']) {
      expect(window.row(text).querySelector('s')?.textContent).toContain(text);
    }
  });

  it('[IMP11] is read in the zone that is shown, as any time in the pad is', async () => {
    const window = await renderIncident();
    await window.act((test) => {
      Object.assign(test.console.ports, { timeZone: 'Asia/Kolkata' });
      test.console.settings.change({ clockZone: 'utc' });
    });
    await window.user.click(window.pad);
    await window.user.paste(BLOCK);
    await window.user.click(window.button('Add as 3 timed notes'));
    expect(window.row('pager went').querySelector('time')?.dateTime).toBe('2026-11-23T02:41:00.000Z');
  });

  it('[IMP11] logs none of them where one is too long, and keeps the text', async () => {
    const window = await renderIncident();
    await window.user.click(window.pad);
    await window.user.paste(`02:41 pager went\n02:45 ${'x'.repeat(1_000_001)}`);
    await window.user.click(window.button('Add as 2 timed notes'));
    expect(screen.getByRole('group', { name: 'Pasted lines' }).textContent).toMatch(/too long|longer/);
    expect(window.rows.filter((row) => row.textContent.includes('pager went'))).toEqual([]);
    expect(window.pad.value).toContain('pager went');
  });

  it('[IMP11] stays one note when that is wanted', async () => {
    const window = await renderIncident();
    await window.user.click(window.pad);
    await window.user.paste(BLOCK);
    await window.user.click(window.button('Keep as one note'));
    expect(window.pad.value).toBe(BLOCK);
    await window.user.type(window.pad, '{Enter}');
    expect(window.rows.filter((row) => row.textContent.includes('rolled back web'))).toHaveLength(1);
  });

  it('[IMP11] goes on with what is typed behind the paste, and ends where that is no note of its own', async () => {
    const window = await renderIncident();
    await window.user.click(window.pad);
    await window.user.paste(BLOCK);
    await window.user.type(window.pad, ' everywhere');
    await window.user.click(window.button('Add as 3 timed notes'));
    expect(window.row('errors fall everywhere').querySelector('time')?.dateTime).toBe(
      '2026-11-23T02:50:00.000Z',
    );
    await window.user.paste(BLOCK);
    await window.user.type(window.pad, '{Shift>}{Enter}{/Shift}and then');
    expect(screen.queryByRole('group', { name: 'Pasted lines' })).toBeNull();
    expect(window.pad.value).toContain('and then');
  });

  it('[IMP11] offers nothing for other text', async () => {
    const window = await renderIncident();
    await window.user.click(window.pad);
    await window.user.paste('one line\nand another');
    expect(screen.queryByRole('group', { name: 'Pasted lines' })).toBeNull();
  });
});
