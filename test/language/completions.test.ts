import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAD_COMMANDS } from '../../renderer/language/commands/padCommands';
import {
  completionsAt,
  MOST_OPTIONS,
  type Completions,
  type Known,
} from '../../renderer/language/completions';
import { readPadLine, type PadLine } from '../../renderer/language/padLine';
import { PAD_CONTEXT, ROLLBACK, SHIFT } from '../support/padContext';

const KNOWN: Known = {
  people: PAD_CONTEXT.people,
  tags: ['EU', 'impact', 'cause'],
  areas: ['web', 'card payments'],
  attempts: [],
};

const at = (text: string, known: Partial<Known> = {}): Completions | undefined =>
  completionsAt(text, text.length, { ...KNOWN, ...known });
const labels = (text: string, known: Partial<Known> = {}): readonly string[] =>
  at(text, known)?.options.map(({ label }) => label) ?? [];

/** The line with the option of that label put in. */
function completed(text: string, label: string, known: Partial<Known> = {}): string {
  const found = at(text, known);
  const option = found?.options.find((one) => one.label === label);
  if (!found || !option) throw new Error(`${label} is not offered for ${text}`);
  return text.slice(0, found.from) + option.insert + text.slice(found.to);
}

const read = (text: string): PadLine => readPadLine(text, { ...PAD_CONTEXT, attempts: [ROLLBACK, SHIFT] });

describe('completing a command', () => {
  it('[GRM10] offers all of them behind a slash, with what they take and do', () => {
    expect(labels('/')).toEqual(['/at', ...PAD_COMMANDS.map(({ word }) => `/${word}`)]);
    expect(at('/sev')?.options).toEqual([
      { insert: '/sev ', label: '/sev', hint: '1–4 why · change the severity' },
    ]);
  });

  it.each([
    ['/w', ['/worked', '/worse']],
    ['/WOR', ['/worked', '/worse']],
    ['  /ro', ['/role']],
    ['/he', ['/help']],
    ['/at 14:32 /de', ['/decide', '/detect']],
    ['/at ten minutes ago /mi', ['/mitigate']],
    ['/at -7m /at', []],
  ])('[GRM10] "%s" narrows them to %j', (text, offered) => {
    expect(labels(text)).toEqual(offered);
  });

  it.each([
    '',
    'plain text',
    '//',
    '//sev',
    '/var/log',
    'see /sev',
    '/at ',
    '/at 14:32',
    '/at 14:32 ',
    '/at soon /se',
    '/decide ',
    '/decide roll',
    '/unknown x',
    'dana@example',
    'C#',
    '5 @ 3',
  ])('[GRM10] offers nothing for "%s"', (text) => {
    expect(at(text)).toBeUndefined();
  });

  it('[GRM10] offers nothing inside a word, and leaves what follows the cursor alone', () => {
    expect(completionsAt('/sev', 2, KNOWN)).toBeUndefined();
    expect(completionsAt('/se 2 x', 3, KNOWN)).toMatchObject({ from: 0, to: 3 });
  });
});

describe('completing what a command takes', () => {
  it.each([
    ['/sev ', ['1', '2', '3', '4']],
    ['/sev 2', []],
    ['/sev 2 ', []],
    ['/role ', ['ic', 'comms', 'scribe', 'deputy', 'sme']],
    ['/role s', ['scribe', 'sme']],
    ['/role comms ', ['@Ana Lima', '@Sam', '@Sam Lee', '@Priya Nair', '@Kofi Boateng']],
    ['/role comms k', ['@Kofi Boateng']],
    ['/role comms @l', ['@Ana Lima', '@Sam Lee']],
    ['/role boss ', []],
    ['/role sme @Sam Lee ', ['web', 'card payments']],
    ['/role sme @Sam Lee c', ['card payments']],
    ['/role sme @Sam Lee card p', ['card payments']],
    ['/role sme @sam', ['@Sam', '@Sam Lee']],
    ['/role ic @Ana Lima ', []],
    ['/handover ', ['@Ana Lima', '@Sam', '@Sam Lee', '@Priya Nair', '@Kofi Boateng']],
    ['/handover pri', ['@Priya Nair']],
    ['/mitigate r', ['rollback', 'restart']],
    ['/mitigate rollback ', []],
    ['/phase p', ['post-mortem', 'prevention']],
    ['/update ', ['internal', 'executives', 'support']],
    ['/update s', ['support']],
    ['/snooze 1', ['10', '15']],
    ['/snooze 5 ', []],
    ['/at 14:32 /sev ', ['1', '2', '3', '4']],
    ['/action ', []],
    ['/action alert @pri', ['@Priya Nair']],
  ])('[GRM10] "%s" is offered %j', (text, offered) => {
    expect(labels(text)).toEqual(offered);
  });

  it('[GRM10] names the attempts to judge, once there are several', () => {
    expect(labels('/worked ', { attempts: [ROLLBACK] })).toEqual([]);
    expect(labels('/worked ', { attempts: [ROLLBACK, SHIFT] })).toEqual(['web to 2.3', 'EU to Dublin']);
    expect(labels('/worse web t', { attempts: [ROLLBACK, SHIFT] })).toEqual(['web to 2.3']);
    expect(labels('/worked none', { attempts: [ROLLBACK, SHIFT] })).toEqual([]);
  });

  it('[GRM10] offers no more than can be read', () => {
    const people = Array.from({ length: 500 }, (_, i) => `Person ${i}`);
    expect(labels('@', { people })).toHaveLength(MOST_OPTIONS);
  });
});

describe('completing names and tags anywhere', () => {
  it.each([
    ['ask @', ['@Ana Lima', '@Sam', '@Sam Lee', '@Priya Nair', '@Kofi Boateng']],
    ['ask @BOA', ['@Kofi Boateng']],
    ['ask @xyz', []],
    ['EU only #', ['#EU', '#impact', '#cause']],
    ['EU only #e', ['#EU']],
    ['EU only #impact', []],
    ['two\nlines #ca', ['#cause']],
    ['/decide roll back #im', ['#impact']],
  ])('[GRM10] "%s" is offered %j', (text, offered) => {
    expect(labels(text)).toEqual(offered);
  });

  it('[GRM10] puts them in place of what was typed', () => {
    expect(completed('ask @BOA', '@Kofi Boateng')).toBe('ask @Kofi Boateng ');
    expect(completed('EU only #e', '#EU')).toBe('EU only #EU ');
    expect(completed('/w', '/worse')).toBe('/worse ');
    expect(completed('/he', '/help')).toBe('/help');
    expect(completed('/role sme @Sam Lee card p', 'card payments')).toBe('/role sme @Sam Lee card payments ');
    expect(completed('/handover pri', '@Priya Nair')).toBe('/handover @Priya Nair ');
  });
});

describe('what is completed is understood', () => {
  it.each(PAD_COMMANDS.map(({ word }) => word))('[GRM10] /%s is that command', (word) => {
    const line = completed(`/${word.slice(0, -1)}`, `/${word}`);
    expect(line.trim()).toBe(`/${word}`);
    expect(read(line).kind).not.toBe('note');
  });

  it.each(PAD_CONTEXT.people)('[GRM10] @%s is that person', (person) => {
    const first = person.split(' ')[0]?.slice(0, 2) ?? '';
    const line = completed(`/role scribe @${first}`, `@${person}`);
    expect(read(line)).toMatchObject({ kind: 'command', command: { person } });
    const expert = completed(`/role sme @${first}`, `@${person}`);
    expect(read(`${expert}web`)).toMatchObject({ command: { person, area: 'web' } });
    expect(read(`/action alert ${completed(`@${first}`, `@${person}`)}`)).toMatchObject({
      command: { text: 'alert', owner: person },
    });
  });

  it('[GRM10] each first word is taken', () => {
    for (const word of labels('/sev ')) expect(read(`${completed('/sev ', word)}why`).kind).toBe('command');
    for (const word of labels('/phase ')) expect(read(completed('/phase ', word)).kind).toBe('command');
    for (const word of labels('/mitigate ')) {
      expect(read(`${completed('/mitigate ', word)}web`).kind).toBe('command');
    }
    for (const word of labels('/role ')) {
      expect(read(`${completed('/role ', word)}@ana`).kind).toBe('command');
    }
    for (const word of labels('/update ')) expect(read(completed('/update ', word)).kind).toBe('opening');
    for (const word of labels('/snooze ')) {
      expect(read(`${completed('/snooze ', word)}why`).kind).toBe('command');
    }
    const attempts = [ROLLBACK, SHIFT];
    for (const word of labels('/worked ', { attempts })) {
      expect(read(completed('/worked ', word, { attempts })).kind).toBe('command');
    }
  });

  it('[GRM10] whatever is typed, an option only replaces the end of it', () => {
    const start = fc.constantFrom(
      '/',
      '/role sme @',
      '/sev ',
      '/worked w',
      '@',
      '#',
      'x @s',
      '/at -7m /',
      '',
    );
    fc.assert(
      fc.property(start, fc.string({ unit: 'grapheme', maxLength: 8 }), (head, tail) => {
        const text = head + tail;
        const found = at(text, { attempts: [ROLLBACK, SHIFT] });
        if (!found) return true;
        const typed = text.slice(found.from);
        return (
          found.to === text.length &&
          found.options.length > 0 &&
          found.options.every(({ insert, label }) => insert.trim() === label.trim() && insert !== typed)
        );
      }),
      { numRuns: 3000 },
    );
  });
});
