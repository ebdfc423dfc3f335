import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNote, readPadLine, type PadContext, type PadLine } from '../../renderer/language/padLine';
import { instant } from '../support/instants';

const context: PadContext = {
  now: instant('2026-11-23T03:15:00Z'),
  firstKeystroke: instant('2026-11-23T03:14:05Z'),
  timeZone: 'Europe/London',
};
const read = (text: string): PadLine => readPadLine(text, context);

const note = (text: string, at: string, precise: string): unknown => ({
  kind: 'note',
  text,
  at: instant(at),
  backdated: true,
  precise,
});

describe('a plain line', () => {
  it.each([
    '5xx at 12 %',
    '/var/log/messages is full',
    '/atlas',
    'at 14:32 it broke',
    '/mitigates rollback',
    'decide /decide',
    'see /sev 2',
    '/sev2 x',
    '/',
    '/ sev 2',
    '/pläne sind da',
    '//',
    '// comment',
    '//var',
    ' indented',
    '',
    'mar 3 shards',
  ])('"%s" is text, character for character, at its first keystroke', (text) => {
    expect(read(text)).toEqual({ kind: 'note', text, at: context.firstKeystroke, backdated: false });
  });

  it('keeps its line breaks', () => {
    expect(read('one\n/at 14:32 two')).toMatchObject({
      kind: 'note',
      text: 'one\n/at 14:32 two',
      backdated: false,
    });
  });

  it.each([
    ['//at 14:32 went down', '/at 14:32 went down'],
    ['///at', '//at'],
    ['  //at x', '  /at x'],
    ['//AT x', '/AT x'],
    ['//sev 2 x', '/sev 2 x'],
    ['///decide', '//decide'],
    ['//Mitigate x\ny', '/Mitigate x\ny'],
  ])('"%s" logs the text "%s"', (text, logged) => {
    expect(read(text)).toMatchObject({ kind: 'note', text: logged, backdated: false });
  });

  it('asked for as plain text is not searched for commands', () => {
    expect(plainNote('/at 14:32 x', context)).toMatchObject({ text: '/at 14:32 x', backdated: false });
  });
});

describe('/at', () => {
  it.each([
    ['/at 02:58 pager went', 'pager went', '2026-11-23T02:58:00Z', 'clock'],
    ['/at 2:58 pager went', 'pager went', '2026-11-23T02:58:00Z', 'clock'],
    ['/at 0258Z pager went', 'pager went', '2026-11-23T02:58:00Z', 'clock'],
    ['/AT 14:32 x', 'x', '2026-11-22T14:32:00Z', 'clock'],
    ['  /at\t14:32\n x\ny', 'x\ny', '2026-11-22T14:32:00Z', 'clock'],
    ['/at 2026-11-22 14:32 x', 'x', '2026-11-22T14:32:00Z', 'full'],
    ['/at 2017-01-31T23:27:00.000Z rm -rf', 'rm -rf', '2017-01-31T23:27:00Z', 'full'],
    ['/at -7m x', 'x', '2026-11-23T03:07:05Z', 'relative'],
    ['/at -90s x', 'x', '2026-11-23T03:12:35Z', 'relative'],
    ['/at -7m -90s', '-90s', '2026-11-23T03:07:05Z', 'relative'],
    ['/at 02:58 /at 02:59 x', '/at 02:59 x', '2026-11-23T02:58:00Z', 'clock'],
  ])('%s', (text, logged, at, precise) => {
    expect(read(text)).toEqual(note(logged, at, precise));
  });

  it('a clock is read against now, not against the first keystroke', () => {
    expect(read('/at 03:15 said on the call')).toEqual(
      note('said on the call', '2026-11-23T03:15:00Z', 'clock'),
    );
  });

  it.each([
    ['/at', 'time-missing', ''],
    ['/at ', 'time-missing', ''],
    ['/at soon it broke', 'time-unreadable', 'soon it broke'],
    ['/at 14:32, x', 'time-unreadable', '14:32, x'],
    ['/at 2999-01-01T00:00Z x', 'time-in-future', 'x'],
    ['/at 2026-02-29 10:00 x', 'no-such-time', 'x'],
    ['/at 2026-03-29 01:30 x', 'time-skipped', 'x'],
  ])('%s gets the problem %s and stays as typed', (text, problem, kept) => {
    expect(read(text)).toEqual({ kind: 'problem', problem, text, note: kept });
  });

  it('without a text asks for it and says which time was understood', () => {
    expect(read('/at 02:58 ')).toEqual({
      kind: 'problem',
      problem: 'text-missing',
      text: '/at 02:58 ',
      note: '',
      at: instant('2026-11-23T02:58:00Z'),
    });
  });

  it('with a time shown twice offers both and keeps the note', () => {
    expect(read('/at 2026-10-25 01:30 x')).toEqual({
      kind: 'problem',
      problem: 'time-twice',
      text: '/at 2026-10-25 01:30 x',
      note: 'x',
      candidates: [instant('2026-10-25T00:30:00Z'), instant('2026-10-25T01:30:00Z')],
    });
    expect(read('/at 2026-10-25 01:30')).toMatchObject({ problem: 'text-missing' });
  });
});

describe('any line', () => {
  const lines = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(
        fc.constantFrom('/at ', '//at ', ' /at\n', '/AT ', '/'),
        fc.constantFrom(
          '14:32 ',
          '-7m ',
          '1432',
          '2026-11-22 14:32 ',
          '2026-10-25 01:30 ',
          '2030-01-01T00:00Z ',
          'x ',
          '',
        ),
        fc.string({ unit: 'binary' }),
      )
      .map((parts) => parts.join('')),
  );

  it('is a note or a problem, and nothing typed disappears', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const result = read(text);
        if (result.kind === 'problem') return result.text === text && text.endsWith(result.note);
        if (result.kind !== 'note') return false;
        if (result.backdated) return text.endsWith(result.text) && result.text.trim() !== '';
        return result.text === text || text.replace('/', '') === result.text;
      }),
      { numRuns: 2000 },
    );
  });

  it('of a command and 100,000 characters is read at once', () => {
    const start = performance.now();
    for (const word of [
      'sev 2',
      'role sme @a',
      'mitigate block',
      'action',
      'phase mit',
      'snooze 5',
      'worked',
    ]) {
      for (const part of ['@', ' @ana', ' due ', ' check 5m', ' ', 'due', 'check ', '"', '\n']) {
        expect(read(`/${word} ${part.repeat(Math.floor(100_000 / part.length))}x`).kind).not.toBe('opening');
      }
    }
    expect(performance.now() - start).toBeLessThan(4000);
  });

  it('of 100,000 characters is read at once', () => {
    const long = '/at '.repeat(25_000);
    const start = performance.now();
    expect(read(long).kind).toBe('problem');
    expect(read(`/at 14:32 ${'-7m '.repeat(25_000)}`).kind).toBe('note');
    expect(read(' '.repeat(100_000)).kind).toBe('note');
    expect(performance.now() - start).toBeLessThan(500);
  });
});
