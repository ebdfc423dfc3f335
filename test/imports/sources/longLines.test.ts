import { describe, expect, it } from 'vitest';
import { read } from './support';

const line = (ts: string, text: string): string => JSON.stringify({ type: 'message', user: 'U1', ts, text });

describe('a document on each line (IMP2)', () => {
  it('[IMP2] says of a line that is too long that it is, and reads the next one', async () => {
    const lines = [
      line('1549662360.000100', 'one'),
      line('1549662361.000100', 'two'),
      line('1549662362.000100', 'x'.repeat(4_000_001)),
      line('1549662363.000100', 'four'),
    ];
    const { rows, unreadable } = await read(lines.join('\n'));
    expect(rows.map(({ text }) => text)).toEqual(['one', 'two', 'four']);
    expect(unreadable).toEqual([{ where: 'line 3', reason: 'is longer than four million characters' }]);
  });

  it('[IMP2] takes a line of whatever length within that, wherever its pieces end', async () => {
    const long = 'ä'.repeat(150_000);
    const lines = [line('1549662360.000100', 'one'), line('1549662361.000100', long), ''];
    const { rows, unreadable } = await read(lines.join('\r\n'));
    expect([rows.map(({ text }) => text), unreadable]).toEqual([['one', long], []]);
  });

  it('[IMP2] keeps no more of a long line than tells that it is too long', async () => {
    const start = [line('1549662360.000100', 'one'), line('1549662361.000100', 'two')].join('\n');
    const before = performance.now();
    const { unreadable } = await read(`${start}\n"${'x'.repeat(48_000_000)}"`);
    expect(unreadable).toHaveLength(1);
    // Joined and cut anew with each piece it took 15 s, and more with the square of the length.
    expect(performance.now() - before).toBeLessThan(6_000);
  });
});
