import { describe, expect, it } from 'vitest';
import { SUITES } from './metrics';
import { readOptions } from './options';
import { placesFor, turns } from './places';

describe('the options of the bench', () => {
  it('measures everything at 10,000 entries unless asked otherwise', () => {
    const usual = readOptions([]);
    expect(usual.sizes).toEqual([10_000]);
    expect([...usual.suites]).toEqual([...SUITES]);
    expect(usual.busy).toBe(false);
  });

  it('takes sizes, rounds, suites and switches', () => {
    const asked = readOptions(['--full', '--rounds=2', '--suites=typing,scroll', '--busy', '--markdown']);
    expect(asked.sizes).toEqual([100, 1_000, 10_000, 100_000]);
    expect(asked.rounds).toBe(2);
    expect([...asked.suites]).toEqual(['typing', 'scroll']);
    expect([asked.busy, asked.markdown]).toEqual([true, true]);
    expect(readOptions(['--sizes=100,500', '--quiet=0'])).toMatchObject({ sizes: [100, 500], quiet: 0 });
  });

  it.each(['--round=2', '--rounds=0', '--rounds=x', '--sizes=', '--suites=speed', '--busy=1', 'full'])(
    'says how it is used when it does not understand %s',
    (argument) => {
      expect(() => readOptions([argument])).toThrow(`Not understood: ${argument}\nnpm run bench`);
    },
  );
});

describe('the places of the bench', () => {
  it('starts on a new profile and among many incidents only to measure starts', () => {
    expect(placesFor(readOptions([])).map(({ name }) => name)).toEqual(['new', 'many', 'log']);
    expect(placesFor(readOptions(['--suites=typing'])).map(({ name }) => name)).toEqual(['log']);
  });

  it('lets everyone go first in turn', () => {
    expect([0, 1, 2, 3].map((round) => turns(['a', 'b', 'c'], round).join(''))).toEqual([
      'abc',
      'bca',
      'cab',
      'abc',
    ]);
  });
});
