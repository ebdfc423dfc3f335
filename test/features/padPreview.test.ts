import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAD_COMMANDS } from '../../renderer/language/commands/padCommands';
import { PadController } from '../../renderer/features/pad/padController';
import { ConsoleUnderTest } from '../support/consoleForTests';

const BEFORE: { readonly [situation: string]: (test: ConsoleUnderTest) => void } = {
  'just declared': () => undefined,
  'one attempt under way': (test) => attempt(test, 'web to 2.3'),
  'two attempts under way': (test) => {
    attempt(test, 'restart cache');
    attempt(test, 'restart web');
  },
  resolved: (test) => test.run({ type: 'resolve', unticked: [] }),
  'updates paused': (test) => test.run({ type: 'pause-updates', reason: 'all hands are busy' }),
  'an update is being written': ({ console }) => console.view.set({ composerOpen: true }),
  'a title is being typed': ({ console }) => console.drafts.set('declare:title', 'Search is down'),
  'the newest is pinned': (test) => {
    test.note('x');
    const entry = test.lastWritten?.id;
    if (entry) test.run({ type: 'pin-entry', entry });
  },
};

function attempt(test: ConsoleUnderTest, what: string): void {
  test.run({
    type: 'attempt-mitigation',
    action: 'restart',
    what,
    owner: 'Sam',
    checkBackIn: 300_000 as never,
  });
}

/** Good and bad ones for every command: each is tried behind each. */
const ARGUMENTS = [
  '',
  'x',
  '0',
  '1',
  '1 again',
  '2',
  '2 EU only',
  '3 x',
  '5 sev',
  '5',
  '5 x',
  '7',
  '7 x',
  '10 y',
  '15m z',
  '900 x',
  'internal',
  'executives 5xx at 3 %',
  'the world',
  'ic',
  'ic @dana',
  'ic @Ana',
  'comms ana',
  'sme sam web',
  'sme @sam web',
  '@ana',
  '@Dana',
  '@',
  'detection',
  'triage',
  'mitigation',
  'mitigation x',
  'triage y',
  'post',
  'p',
  'rollback',
  'rollback web',
  'rollback web check 900m',
  'rollback web check 0m',
  'other @sam',
  'restart',
  'restart cache back',
  'web to 2.3 fine',
  'due fri',
  'x @ana due fri',
  'x due yesterday',
  'Search is down',
  'y'.repeat(201),
  `ic @"${'n'.repeat(200)}"`,
  `ic ${'n'.repeat(201)}`,
  'n'.repeat(201),
  '/at 02:00 x',
  '/at soon 5 x',
  '/at -1m 5 x',
  '/at -1m',
  '/at 2 x',
  '/at -9h worked',
  '/at 2026-11-23T09:00Z x',
] as const;

const WORDS = ['at', 'TODO', ...PAD_COMMANDS.map(({ word }) => word)];
const lineOf = (word: string, argument: string): string =>
  `${word === 'TODO' ? word : `/${word}`} ${argument}`;

interface Tried {
  readonly said: string | undefined;
  readonly lacks: string | undefined;
  readonly isTaken: boolean;
  readonly problem: string | undefined;
}

/** What the preview says of a line, and what Enter then does. */
function tried(situation: string, line: string): Tried {
  const test = new ConsoleUnderTest({ settings: { people: ['Ana Lima'] } });
  test.declare({ commander: 'Dana' });
  test.world.pass(60_000);
  BEFORE[situation]?.(test);
  test.world.pass(60_000);
  const pad = new PadController(test.console, test.state.openId ?? '');
  pad.typed(line);
  const { refused: said, needs: lacks } = pad.store.getState();
  let isTaken = pad.log(false);
  // A question is no refusal.
  if (/Press Enter again/.test(pad.store.getState().problem ?? '')) isTaken = pad.log(false);
  return { said, lacks, isTaken, problem: pad.store.getState().problem };
}

function agrees(situation: string, line: string): void {
  const { said, lacks, isTaken, problem } = tried(situation, line);
  expect([situation, line, said === undefined && lacks === undefined]).toEqual([situation, line, isTaken]);
  expect([line, problem]).toEqual([line, said ?? problem]);
}

describe('the preview of a line and what Enter does (GRM14)', () => {
  it.each(WORDS)('[GRM14] agree for /%s with every argument in every situation', (word) => {
    for (const situation of Object.keys(BEFORE)) {
      for (const argument of ARGUMENTS) agrees(situation, lineOf(word, argument));
    }
  });

  it('[GRM14] agree for what is thrown at it', () => {
    const argument = fc
      .array(fc.constantFrom(...ARGUMENTS), { maxLength: 3 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(BEFORE)),
        fc.constantFrom(...WORDS),
        argument,
        (situation, word, rest) => agrees(situation, lineOf(word, rest)),
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['just declared', '/snooze 7', 'Snooze for 5, 10 or 15 minutes.'],
    ['just declared', '/sev 1', 'That is the severity already.'],
    ['just declared', '/worked', /^No mitigation attempt is open/],
    ['just declared', '/role ic @dana', 'That person holds this role already.'],
    ['resolved', '/resolve', 'The incident is resolved.'],
    ['resolved', '/snooze 5', 'The update clock is not running.'],
    ['the newest is pinned', '/pin', 'That entry is pinned already.'],
    ['just declared', '/at 02:00 /help', /can’t be given another time/],
  ])('[GRM14] %s: “%s” is said to be turned down before Enter', (situation, line, sentence) => {
    const { said, problem } = tried(situation, line);
    expect(said).toMatch(sentence);
    expect(problem).toBe(said);
  });

  it('[GRM14] look again when something else is logged', () => {
    const test = new ConsoleUnderTest();
    test.declare();
    attempt(test, 'web');
    const pad = new PadController(test.console, test.state.openId ?? '');
    pad.typed('/worked fine');
    expect(pad.store.getState().refused).toBeUndefined();
    const [open] = test.incident.attempts;
    if (open) test.run({ type: 'judge-mitigation', attempt: open.id, verdict: 'didnt' });
    pad.incidentChanged();
    expect(pad.store.getState().refused).toMatch(/^No mitigation attempt is open/);
  });
});
