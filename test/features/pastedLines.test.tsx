import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { asksForHalf, inHalf, timedLines } from '../../renderer/imports/timedLines';
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

  const shown = (): readonly (string | undefined)[] =>
    [...screen.getByRole('list', { name: 'As they would be logged' }).querySelectorAll('time')].map(
      (time) => time.dateTime,
    );

  it('[IMP11] shows the instants before they go in, and takes another day', async () => {
    const window = await renderIncident();
    await window.user.click(window.pad);
    await window.user.paste('23:50 first alert\n02:45 rolled back web');
    expect(shown()).toEqual(['2026-11-22T23:50:00.000Z', '2026-11-23T02:45:00.000Z']);
    expect(screen.getByRole('group', { name: 'Pasted lines' }).textContent).not.toContain('backwards');
    await window.fill('Day', '2026-11-20');
    expect(shown()).toEqual(['2026-11-20T23:50:00.000Z', '2026-11-20T02:45:00.000Z']);
    expect(screen.getByRole('group', { name: 'Pasted lines' }).textContent).toContain('They run backwards');
    await window.fill('Day', 'someday');
    expect(screen.getByRole('group', { name: 'Pasted lines' }).textContent).toMatch(
      /not a time this field knows/,
    );
    await window.fill('Day', 'yesterday');
    await window.user.click(window.button('Add as 2 timed notes'));
    expect(window.row('rolled back web').querySelector('time')?.dateTime).toBe('2026-11-22T02:45:00.000Z');
  });

  it('[IMP11] asks of which half of the day clocks of twelve hours are', async () => {
    const window = await renderIncident();
    await window.user.click(window.pad);
    await window.user.paste('12:58 first alert\n1:05 rolled back web');
    expect(screen.getByRole('group', { name: 'Pasted lines' }).textContent).toContain(
      'say of which half of the day',
    );
    expect(screen.queryByRole('button', { name: /^Add as/ })).toBeNull();
    await window.user.click(window.button('Afternoon'));
    expect(shown()).toEqual(['2026-11-22T12:58:00.000Z', '2026-11-22T13:05:00.000Z']);
    await window.user.click(window.button('Before noon'));
    expect(shown()).toEqual(['2026-11-23T00:58:00.000Z', '2026-11-23T01:05:00.000Z']);
    await window.user.click(window.button('Add as 2 timed notes'));
    expect(window.row('rolled back').querySelector('time')?.dateTime).toBe('2026-11-23T01:05:00.000Z');
  });

  it('[IMP11] asks where only some lines say am or pm, and not where the clock is one of 24 hours', () => {
    const asks = (block: string): boolean => asksForHalf(timedLines(block) ?? []);
    expect(asks('2:41 pm a\n3:05 b')).toBe(true);
    expect(asks('2:41 pm a\n3:05 pm b')).toBe(false);
    expect(asks('02:41 a\n03:05 b')).toBe(false);
    expect(asks('2:41 a\n14:05 b')).toBe(false);
    expect(asks('12:58 a\n01:05 b')).toBe(true);
    expect(asks('2026-11-23 2:41 a\n2026-11-23 3:05 b')).toBe(true);
    expect((timedLines('2026-11-23 2:41:10Z a\n3:05 pm b') ?? []).map((line) => inHalf(line, 'pm'))).toEqual([
      '2026-11-23 14:41:10Z',
      '15:05',
    ]);
  });
});
