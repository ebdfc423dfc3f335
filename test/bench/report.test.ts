import { describe, expect, it } from 'vitest';
import { judgeGrowth, judgeLines, trusted, verdictOf } from './judging/judge';
import type { Session, SubjectName } from './metrics';
import { report } from './report';

function session(
  subject: SubjectName,
  round: number,
  samples: Session['samples'],
  more: Partial<Session> = {},
): Session {
  return {
    subject,
    place: 'log',
    size: 10_000,
    round,
    noisy: false,
    foreign: 0,
    samples,
    problems: [],
    skipped: [],
    ...more,
  };
}

/** Four rounds of keys: the console's against the bare floor's. */
const keys = (console: number, bare: number): readonly Session[] =>
  [0, 1, 2, 3].flatMap((round) => [
    session('console', round, { 'typing.paint': [console, console + round / 10] }),
    session('bare', round, { 'typing.paint': [bare, bare + round / 10] }),
  ]);

describe('the verdict', () => {
  const limit = 1.25;
  it.each([
    ['met', { value: 1.1, low: 1, high: 1.2 }],
    ['not met', { value: 1.5, low: 1.4, high: 1.6 }],
    ['unsure', { value: 1.2, low: 1.1, high: 1.3 }],
    ['met', { value: 1.2, low: Number.NaN, high: Number.NaN }],
    ['not met', { value: 1.3, low: Number.NaN, high: Number.NaN }],
  ] as const)('is “%s” for %o', (verdict, estimate) => {
    expect(verdictOf(estimate, limit)).toBe(verdict);
  });

  it('has nothing to say without a goal', () => {
    expect(verdictOf({ value: 1, low: 1, high: 1 }, null)).toBe('no goal');
  });
});

describe('judging', () => {
  it('names the lines that were measured, and only those', () => {
    const lines = judgeLines(keys(2.4, 2.2));
    expect(lines.map(({ line, verdict }) => [line.label, verdict])).toEqual([
      ['key → painted, p50', 'met'],
      ['key → painted, p99', 'met'],
    ]);
  });

  it('leaves out a line whose floor is missing', () => {
    expect(judgeLines(keys(2.4, 2.2).filter(({ subject }) => subject === 'console'))).toEqual([]);
  });

  it('keeps a brand-new profile apart from a log', () => {
    const start = (subject: SubjectName, usable: number) =>
      session(subject, 0, { 'start.usable': [usable] }, { place: 'new', size: 0 });
    const lines = judgeLines([...keys(2, 2), start('console', 400), start('bare', 380)]);
    expect(lines.map(({ line }) => line.label)[0]).toBe('start → usable, brand-new profile');
  });

  it('judges by the quiet sessions, and by all when few are quiet', () => {
    const disturbed = session('console', 9, { 'typing.paint': [99] }, { noisy: true });
    const calm = keys(2, 2);
    expect(trusted([...calm, disturbed])).toEqual(calm);
    expect(trusted([...calm.slice(0, 1), disturbed])).toHaveLength(2);
  });

  it('finds how the figures grow with the log', () => {
    const at = (size: number, ms: number) => session('console', 0, { 'drafts.fold': [ms] }, { size });
    const [fold] = judgeGrowth([at(100, 1), at(10_000, 100), at(1_000, 10)]);
    expect(fold?.points.map(([size]) => size)).toEqual([100, 1_000, 10_000]);
    expect(fold?.slope).toBeCloseTo(1, 10);
    expect(fold?.verdict).toBe('met');
  });
});

describe('the report', () => {
  it('sets every figure beside its floor and goal', () => {
    expect(report(keys(2.4, 2.2), ['a machine'], 'text')).toMatchInlineSnapshot(`
      "from → to           console  floor           against it [95 %]    goal      met
      key → painted, p50  2.40 ms  2.20 ms (bare)  × 1.09 [1.09, 1.09]  × ≤ 1.25  met
      key → painted, p99  2.69 ms  2.49 ms (bare)  × 1.08 [1.08, 1.09]  × ≤ 1.5   met

      a machine"
    `);
  });

  it('can be pasted into a page', () => {
    const text = report(keys(9.9, 2.2), ['a machine'], 'markdown');
    const [head, rule, first] = text.split('\n');
    expect(head).toMatch(/^\| from → to +\| console/);
    expect(rule).toMatch(/^[| -]+$/);
    expect(first).toMatch(/^\| key → painted, p50 .*\| not met +\|$/);
  });

  it('names what was not measured and what went wrong, once each', () => {
    const text = report(
      [0, 1].map((round) =>
        session('console', 0, {}, { skipped: ['find: none yet'], problems: round ? ['a jump failed'] : [] }),
      ),
      ['a machine'],
      'text',
    );
    expect(text).toContain('Not measured:\n- find: none yet');
    expect(text.match(/none yet/g)).toHaveLength(1);
    expect(text).toContain('- console, 10,000 entries, round 1: a jump failed');
  });
});
