import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../renderer/domain/ids';
import { attemptNamed, attemptSaidWhole } from '../../renderer/language/attemptNames';
import type { OpenAttempt } from '../../renderer/language/padReading';

const attempt = (action: OpenAttempt['action'], what: string, id = what): OpenAttempt => ({
  id: id as Stamp,
  action,
  what,
});

const CACHE = attempt('restart', 'cache');
const WEB = attempt('rollback', 'web to 2.3');
const EU = attempt('shift', 'EU to Dublin');

const named = (text: string, attempts: readonly OpenAttempt[] = [CACHE, WEB, EU]): string | undefined => {
  const found = attemptNamed(text, attempts);
  return found && `${found.attempt.what} | ${text.slice(found.end).trim()}`;
};

describe('which attempt a text names (GRM5)', () => {
  it.each([
    ['restart cache back', 'cache | back'],
    ['roll back web to 2.3 done', 'web to 2.3 | done'],
    ['Roll-back: web to 2.3, done', 'web to 2.3 | done'],
    ['revert done', 'web to 2.3 | done'],
    ['eu fine', 'EU to Dublin | fine'],
    ['EU to Dublin', 'EU to Dublin | '],
    ['shift', 'EU to Dublin | '],
    ['cach', 'cache | '],
    ['ca', undefined],
    ['web to 2.31', undefined],
    ['errors gone', undefined],
    ['', undefined],
  ])('[GRM5] “%s”', (text, says) => {
    expect(named(text)).toBe(says);
  });

  it('[GRM5] two of the same name can’t be told apart, two of a kind only by what is tried', () => {
    const other = attempt('restart', 'queue');
    expect(named('restart fine', [CACHE, other])).toBeUndefined();
    expect(named('restart queue fine', [CACHE, other])).toBe('queue | fine');
    expect(named('cache fine', [CACHE, attempt('scale', 'cache', 'x')])).toBeUndefined();
    expect(named('scale cache fine', [CACHE, attempt('scale', 'cache', 'x')])).toBe('cache | fine');
  });

  it('[GRM5] of the only one the whole name is taken out, one word is not', () => {
    expect(attemptSaidWhole('restart cache back', CACHE)).toBe('restart cache'.length);
    expect(attemptSaidWhole('web to 2.3: fine', WEB)).toBe('web to 2.3:'.length);
    expect(attemptSaidWhole('cache is back', CACHE)).toBe(0);
    expect(attemptSaidWhole('web to', WEB)).toBe(0);
  });

  it('[GRM3] whatever is typed, the name and the note are all of it', () => {
    const words = fc
      .array(fc.constantFrom('restart', 'cache', 'web', 'to', '2.3', 'EU', 'shift', ':', 'fine', 'Dublin,'), {
        maxLength: 6,
      })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        const found = attemptNamed(text.trim(), [CACHE, WEB, EU]);
        const end = found?.end ?? 0;
        return end <= text.trim().length && (end === 0 || !/\S/.test(text.trim().charAt(end)));
      }),
      { numRuns: 3000 },
    );
  });
});
