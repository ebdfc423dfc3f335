import { describe, expect, it } from 'vitest';
import { closingLine, totalOf } from '../../build/counts';
import { playwrightCounts } from '../../build/playwrightReport';
import { planOf, stageNames } from '../../build/stageNames';
import { vitestCounts } from '../../build/vitestReport';

describe('the sum of npm test', () => {
  it('counts each stage besides its tests', () => {
    const outcomes = [{}, { tests: { passed: 10, failed: 0, skipped: [] } }];
    expect(totalOf(outcomes)).toEqual({ passed: 12, failed: 0, skipped: [], failures: [], retried: [] });
  });

  it('counts a failed stage as failed even when all its tests passed', () => {
    const outcomes = [
      { failure: 'It crashed at the end.', tests: { passed: 10, failed: 0, skipped: ['a'] } },
    ];
    expect(totalOf(outcomes)).toMatchObject({ passed: 10, failed: 1, skipped: ['a'] });
  });

  it('closes with one line that CI can read', () => {
    expect(closingLine({ passed: 3, failed: 1, skipped: [] })).toBe('3 passed, 1 failed');
    expect(closingLine({ passed: 3, failed: 0, skipped: ['a', 'b'] })).toBe('3 passed, 0 failed, 2 skipped');
  });
});

describe('vitest’s report', () => {
  it('gives passed, failed with what was said, and the names of the skipped', () => {
    const assertionResults = [
      { fullName: 'a', status: 'passed' },
      { fullName: 'b', status: 'failed', failureMessages: ['Error: broken\n{ seed: 7 }\n    at x.ts'] },
      { fullName: 'c', status: 'skipped' },
      { fullName: 'd', status: 'todo' },
    ];
    const text = JSON.stringify({ testResults: [{ name: 'x', status: 'failed', assertionResults }] });
    expect(vitestCounts(text)).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['c', 'd'],
      failures: ['b · Error: broken · { seed: 7 }'],
    });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const text = JSON.stringify({ testResults: [{ name: 'x', status: 'failed', assertionResults: [] }] });
    expect(vitestCounts(text)).toMatchObject({ failed: 1, failures: ['x could not be loaded'] });
  });
});

describe('Playwright’s report', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

  it('is counted through nested suites', () => {
    const inner = { title: 'restart', specs: [spec('b', 'skipped'), spec('c', 'unexpected')] };
    const suites = [{ title: 'kill.spec.ts', specs: [spec('a', 'expected')], suites: [inner] }];
    expect(playwrightCounts(JSON.stringify({ suites }))).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['kill.spec.ts › restart › b'],
      failures: ['kill.spec.ts › restart › c'],
      retried: [],
    });
  });

  it('names a test that passed only when tried again', () => {
    const suites = [{ title: 'kill.spec.ts', specs: [spec('a', 'flaky'), spec('b', 'expected')] }];
    expect(playwrightCounts(JSON.stringify({ suites }))).toEqual({
      passed: 2,
      failed: 0,
      skipped: [],
      failures: [],
      retried: ['kill.spec.ts › a'],
    });
  });

  it('counts an error outside any test', () => {
    expect(playwrightCounts(JSON.stringify({ suites: [], errors: [{ message: 'x' }] })).failed).toBe(1);
  });
});

describe('what to run', () => {
  it('is every stage by default', () => {
    expect(planOf([])).toEqual({ stages: stageNames, passedOn: [] });
  });

  it('is the windowless part with --fast', () => {
    expect(planOf(['--fast']).stages).toEqual(['types', 'lint', 'format', 'unit']);
  });

  it('is what --only names, in the order of the stages, the rest handed on', () => {
    expect(planOf(['--only', 'e2e,build', '-g', 'kill'])).toEqual({
      stages: ['build', 'e2e'],
      passedOn: ['-g', 'kill'],
    });
  });

  it('is refused when a stage does not exist', () => {
    expect(() => planOf(['--only', 'e2, build'])).toThrow('No such stage: e2');
    expect(() => planOf(['--only'])).toThrow('No such stage');
  });
});
