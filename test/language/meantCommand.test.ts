import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAD_COMMANDS } from '../../renderer/language/commands/padCommands';
import { meantCommand } from '../../renderer/language/meantCommand';
import { nearestWords, slipsBetween } from '../../renderer/language/nearWords';
import { readPadLine } from '../../renderer/language/padLine';
import { PAD_CONTEXT } from '../support/padContext';

/** The line once the offer is taken up. */
function taken(line: string): string | undefined {
  const meant = meantCommand(line);
  return meant && line.slice(0, meant.from) + meant.insert + line.slice(meant.to);
}

describe('what a line may have meant (GRM)', () => {
  it.each([
    ['/snoze 5 rollback is finishing', '/snooze 5 rollback is finishing'],
    ['/Snoze', '/snooze'],
    ['/asign comms @ana', '/role comms @ana'],
    ['/assign comms @ana', '/role comms @ana'],
    ['/rolbak web to 2.3', '/mitigate rollback web to 2.3'],
    ['/rollback web', '/mitigate rollback web'],
    ['/mitgate rollback web', '/mitigate rollback web'],
    ['/mit rollback web', '/mitigate rollback web'],
    ['/sve 2 EU', '/sev 2 EU'],
    ['/severity 2 EU', '/sev 2 EU'],
    ['/sev2 EU only', '/sev 2 EU only'],
    ['/snooze5 x', '/snooze 5 x'],
    ['/at-7m pager went', '/at -7m pager went'],
    ['/decide: roll back', '/decide roll back'],
    ['/didn’t help', '/didnt help'],
    ['/hypo cache', '/hypothesis cache'],
    ['/comms @ana', '/role comms @ana'],
    ['/handoff @ana', '/handover @ana'],
    ['/at 14:32 /snoze 5', '/at 14:32 /snooze 5'],
    ['  /resolv', '  /resolve'],
  ])('[GRM13] “%s” may be “%s”', (line, meant) => {
    expect(taken(line)).toBe(meant);
    expect(readPadLine(line, PAD_CONTEXT).kind).toBe('note');
  });

  it.each([
    '/var/log is full',
    '/var/log/sev',
    '/dev is full',
    '/etc changed',
    '/api/role is down',
    '/x',
    '/',
    '//snoze 5',
    '/checkout fails',
    '/healthz answers 500',
    'snoze 5',
    'see /snoze',
    '/p two commands begin so',
    '/sev2/eu is a path',
    '/at soon /snoze',
    '',
  ])('[GRM13] “%s” is a text and nothing else', (line) => {
    expect(meantCommand(line)).toBeUndefined();
  });

  it('[GRM13] no known command is taken for another one', () => {
    for (const { word } of PAD_COMMANDS)
      expect([word, meantCommand(`/${word} x`)]).toEqual([word, undefined]);
    expect(meantCommand('/at -7m x')).toBeUndefined();
  });

  it('[GRM13] taking it up keeps every word behind it, and makes a command of the line', () => {
    const slip = fc
      .tuple(
        fc.constantFrom(...PAD_COMMANDS.map(({ word }) => word)),
        fc.nat(),
        fc.string({ unit: 'grapheme' }),
      )
      .map(
        ([word, at, rest]) =>
          `/${word.slice(0, at % word.length)}${word.slice((at % word.length) + 1)} ${rest}`,
      );
    fc.assert(
      fc.property(fc.oneof(slip, fc.string({ unit: 'binary' })), (line) => {
        const meant = meantCommand(line);
        if (!meant) return true;
        expect(taken(line)?.endsWith(line.slice(meant.to))).toBe(true);
        expect(line.slice(0, meant.from)).toBe('');
        return meantCommand(taken(line) ?? '') === undefined;
      }),
      { numRuns: 3000 },
    );
  });
});

describe('slips of the finger', () => {
  it.each([
    ['', 'abc', 3],
    ['role', 'role', 0],
    ['rolbak', 'rollback', 2],
    ['sve', 'sev', 1],
    ['snoze', 'snooze', 1],
    ['kitten', 'sitting', 3],
  ])('from “%s” to “%s” are %d', (one, other, slips) => {
    expect([slipsBetween(one, other), slipsBetween(other, one)]).toEqual([slips, slips]);
  });

  it('prefers words that begin alike, and knows no near word for a short one', () => {
    expect(nearestWords('pim', ['pin', 'aim'])).toEqual(['pin']);
    expect(nearestWords('xy', ['xx'])).toEqual([]);
  });
});
