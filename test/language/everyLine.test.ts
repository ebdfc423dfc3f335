import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAD_COMMANDS } from '../../renderer/language/commands/padCommands';
import { plainNote, readPadLine, type PadLine } from '../../renderer/language/padLine';
import { PAD_SENTENCES, problemSentence } from '../../renderer/language/padProblems';
import { PAD_CONTEXT, ROLLBACK, SHIFT } from '../support/padContext';

const context = { ...PAD_CONTEXT, attempts: [ROLLBACK, SHIFT] };
const read = (text: string): PadLine => readPadLine(text, context);

/** What lines of a pad are made of, in any order. */
const piece = fc.oneof(
  fc.constantFrom(...PAD_COMMANDS.map(({ word }) => `/${word}`)),
  fc.constantFrom('/at', '//at', '//sev', '/var/log', '/SEV', 'TODO', 'TODO:', '//', '/'),
  fc.constantFrom('14:32', '-7m', '2026-11-22 14:32', 'yesterday', 'ten minutes ago', '2030-01-01T00:00Z'),
  fc.constantFrom('@ana', '@Ana Lima', '@Sam Lee', '@"New One"', '@', '@nobody', '#tag'),
  fc.constantFrom('ic', 'comms', 'sme', 'rollback', 'shift', 'web to 2.3', 'mit', 'triage', 'internal'),
  fc.constantFrom('check 5m', 'check', 'due fri', 'due', 'due 2026-12-24', '2', '5', '4 x', ':', '-'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const blank = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\t', '');
const line = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(piece, blank), { maxLength: 8 })
      .map((parts) => parts.map(([text, gap]) => text + gap).join('')),
  },
);

/** What can be seen of a text, in an order of its own. */
const charactersOf = (text: string): string => text.replace(/\s+/g, '').split('').toSorted().join('');

const commandOf = (said: PadLine): unknown => (said.kind === 'command' ? said.command : undefined);

describe('any line at all (GRM)', () => {
  it('[GRM3] 10,000 of them come to something, and what is turned down is whole', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(line, (text) => {
        const result = read(text);
        kinds.set(result.kind, (kinds.get(result.kind) ?? 0) + 1);
        if (result.kind !== 'problem') return true;
        return result.text === text && problemSentence(result.problem, result.names).endsWith('.');
      }),
      { numRuns: 10_000 },
    );
    const common = ['note', 'command', 'opening', 'problem'].filter((kind) => (kinds.get(kind) ?? 0) > 50);
    expect(common).toHaveLength(4);
  });

  it('[GRM3] every word of a command is in one of its parts', () => {
    const command = fc.constantFrom(...PAD_COMMANDS.map(({ word }) => `/${word}`), 'TODO', 'TODO:');
    const rest = fc.array(fc.tuple(blank, piece), { maxLength: 6 });
    fc.assert(
      fc.property(command, rest, (word, parts) => {
        const argument = parts.map(([gap, text]) => gap + text).join('');
        const text = `${word} ${argument}`;
        // A time right behind the command's word is no part of it.
        if (/^\s*\/at(\s|$)/i.test(argument)) return true;
        const result = read(text);
        if (result.kind === 'problem') return result.text === text;
        if (result.chips === undefined) return result.kind === 'note' && result.text === text;
        const typed = result.chips.map((chip) => chip.typed).join(' ');
        expect(charactersOf(`${word} ${typed}`)).toEqual(charactersOf(text));
        return true;
      }),
      { numRuns: 10_000 },
    );
  });

  it('[GRM7] as plain text it is logged character for character', () => {
    fc.assert(
      fc.property(line, (text) => {
        const note = plainNote(text, context);
        return note.text === text && note.at === context.firstKeystroke;
      }),
    );
  });

  it('[GRM7] a second slash before any command logs the line with one', () => {
    const command = fc.constantFrom('/at', ...PAD_COMMANDS.map(({ word }) => `/${word}`));
    fc.assert(
      fc.property(command, fc.string({ unit: 'grapheme' }), (word, rest) => {
        const meant = `${word} ${rest}`;
        const result = read(`/${meant}`);
        return result.kind === 'note' && result.text === meant && !result.backdated;
      }),
      { numRuns: 2000 },
    );
  });

  it('[GRM7] without a slash or a TODO at its start it is text', () => {
    fc.assert(
      fc.property(line, (text) => {
        fc.pre(!/^\s*(?:\/|todo)/i.test(text));
        const result = read(text);
        return result.kind === 'note' && result.text === text && result.as === undefined;
      }),
      { numRuns: 2000 },
    );
  });

  it('[GRM2] with /at before it, it is the same at another time, or is said to be about now', () => {
    fc.assert(
      fc.property(line, (text) => {
        fc.pre(text.trim() !== '' && !/\/at(\s|$)/i.test(text));
        const now = read(text);
        const then = read(`/at 2026-11-22T14:32Z ${text}`);
        if (then.kind === 'problem') return true;
        expect(then.kind).toBe(now.kind);
        expect(then.kind === 'opening' ? '' : then.at).toBe(Date.parse('2026-11-22T14:32:00Z'));
        expect(commandOf(then)).toEqual(commandOf(now));
        return true;
      }),
      { numRuns: 3000 },
    );
  });
});

describe('/at with a command', () => {
  const AT = Date.parse('2026-11-23T02:58:00Z');

  it.each([
    '/at 02:58 /sev 2 EU only',
    '/sev /at 02:58 2 EU only',
    '/at 02:58 /decide roll back',
    '/decide /at 02:58 roll back',
    '/at 02:58 /mitigate rollback web',
    '/at 02:58 /role ic @ana',
    '/at 02:58 TODO: x',
    '/at 02:58 /worked rollback',
    '/at 02:58 /phase mitigation',
    '/action /at 02:58 x',
  ])('[GRM2] "%s" happened then', (text) => {
    expect(read(text)).toMatchObject({ at: AT, backdated: true });
  });

  it.each([
    '/at 02:58 /snooze 5 x',
    '/snooze /at 02:58 5 x',
    '/at 02:58 /update',
    '/at 02:58 /resolve',
    '/at 02:58 /drill',
    '/at 02:58 /help',
  ])('[GRM2] "%s" is about now, which is said', (text) => {
    expect(read(text)).toMatchObject({ kind: 'problem', problem: 'now-only', text });
  });

  it('[GRM2] shows the time understood while the rest is still missing', () => {
    expect(read('/at 02:58 /sev 2')).toMatchObject({ problem: 'level-reason-missing', at: AT });
    expect(read('/sev /at 02:58')).toMatchObject({ problem: 'text-missing', at: AT });
    expect(read('/sev /at soon 2 x')).toMatchObject({ problem: 'time-unreadable' });
  });

  it('[GRM7] a second slash behind it is text again', () => {
    expect(read('/at 02:58 //sev 2')).toMatchObject({ kind: 'note', text: '/sev 2', at: AT });
    expect(read('/at 02:58 /at 02:59 x')).toMatchObject({ kind: 'note', text: '/at 02:59 x', at: AT });
  });

  it('[GRM2] takes the one of two instants that was chosen', () => {
    const text = '/at 2026-10-25 01:30 /sev 2 x';
    const asked = read(text);
    const [first, second] = (asked.kind === 'problem' && asked.candidates) || [];
    expect(asked).toMatchObject({ problem: 'time-twice' });
    for (const chosen of [first, second]) {
      if (chosen === undefined) throw new Error('no two instants');
      expect(readPadLine(text, { ...context, chosen })).toMatchObject({ kind: 'command', at: chosen });
    }
    const elsewhere = readPadLine(text, { ...context, chosen: context.now });
    expect(elsewhere).toMatchObject({ problem: 'time-twice' });
  });
});

describe('what is said of a line', () => {
  it('each problem has a sentence, which begins and ends like one', () => {
    for (const sentence of Object.values(PAD_SENTENCES)) expect(sentence).toMatch(/^[A-Z].*[.:]$/);
  });

  it('each command has a word of its own and says what it does', () => {
    const words = PAD_COMMANDS.map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
    for (const { word, does } of PAD_COMMANDS) {
      expect(word).toMatch(/^[a-z]+$/);
      expect(does).toMatch(/^[a-z]/);
    }
  });
});
