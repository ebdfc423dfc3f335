import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timedLines } from '../../renderer/imports/timedLines';

const times = (block: string): readonly string[] | undefined =>
  timedLines(block)?.map(({ time, text }) => `${time}|${text}`);

describe('pasted lines with times (IMP)', () => {
  it.each([
    ['14:32 pager went\n14:35:10 rolled back', ['14:32|pager went', '14:35:10|rolled back']],
    ['2026-11-23 14:32 one\n2026-11-23T14:35Z two', ['2026-11-23 14:32|one', '2026-11-23 14:35Z|two']],
    ['[14:32] one\n(14:35) two', ['14:32|one', '14:35|two']],
    ['- 14:32 - one\n* 14:35 – two\n• 14:36: three', ['14:32|one', '14:35|two', '14:36|three']],
    ['3:05 PM one\n12:10 am two', ['15:05|one', '00:10|two']],
    ['14:32 one\n   goes on\n14:35 two\r\n', ['14:32|one\ngoes on', '14:35|two']],
    [
      'Ana Lima  3:05 PM\nnodes are gone\n\nBo 3:07 PM\nrolling back',
      ['15:05|nodes are gone', '15:07|rolling back'],
    ],
    [
      'Ana Lima [14:32]\nnodes are gone\nall of them\nBo [14:35]\nrolling back',
      ['14:32|nodes are gone\nall of them', '14:35|rolling back'],
    ],
  ])('[IMP11] %j reads as notes', (block, expected) => expect(times(block)).toEqual(expected));

  it('[IMP11] names whoever stands before the time', () => {
    expect(timedLines('Ana 14:32\nx\nBo 14:33\ny')?.map(({ author }) => author)).toEqual(['Ana', 'Bo']);
  });

  it.each([
    '14:32 only one line',
    'prose\nof two lines',
    '14:32 one\nand prose',
    '25:00 one\n26:00 two',
    '14:72 one\n14:75 two',
    '13:05 PM one\n13:06 PM two',
    '1.2.3.4:80 one\n1.2.3.4:81 two',
    '12:30:45\n12:31:00',
    '',
  ])('[IMP11] %j is left alone', (block) => expect(timedLines(block)).toBeUndefined());

  it('[IMP11] loses nothing of what was pasted, and never throws', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 40 }), string({ maxLength: 40 }), (one, two) => {
        const clean = (text: string): string => text.replaceAll(/\s+/g, '');
        const block = `14:32 a${one.replaceAll(/[\r\n]/g, '')}\n14:33 b${two.replaceAll(/[\r\n]/g, '')}`;
        const found = timedLines(block);
        if (!found) return;
        expect(clean(found.map(({ text }) => text).join(''))).toBe(
          clean(`a${one.replaceAll(/[\r\n]/g, '')}b${two.replaceAll(/[\r\n]/g, '')}`),
        );
      }),
    );
  });
});
