import { describe, expect, it } from 'vitest';
import { readPadLine, type PadLine } from '../../../renderer/language/padLine';
import { PAD_CONTEXT } from '../../support/padContext';

const read = (text: string): PadLine => readPadLine(text, PAD_CONTEXT);

describe('what a line opens', () => {
  it.each([
    ['/update', { open: 'update', known: '' }],
    ['/update internal 5xx at 3 %', { open: 'update', audience: 'internal', known: '5xx at 3 %' }],
    ['/update internal', { open: 'update', audience: 'internal' }],
    ['/update Execs', { open: 'update', audience: 'executives' }],
    ['/update support', { open: 'update', audience: 'support' }],
    ['/resolve', { open: 'resolve', summary: '' }],
    ['/resolve rolled back', { open: 'resolve', summary: 'rolled back' }],
    ['/drill', { open: 'drill', title: '' }],
    ['/drill checkout fails', { open: 'drill', title: 'checkout fails' }],
    ['/help', { open: 'help' }],
  ])('[GRM4] "%s"', (text, opening) => {
    expect(read(text)).toMatchObject({ kind: 'opening', opening });
  });

  it.each([
    ['/update the world', 'audience-unknown'],
    ['/update 5xx at 3 %', 'audience-unknown'],
    ['/help me', 'nothing-follows'],
  ])('[GRM3] "%s" stays as typed: %s', (text, problem) => {
    expect(read(text)).toMatchObject({ kind: 'problem', problem, text });
  });
});

describe('notes of a kind', () => {
  it.each([
    ['/decide roll back', 'decision', 'roll back'],
    ['/DECIDE roll back', 'decision', 'roll back'],
    ['/impact 12 % of checkouts\nEU only', 'impact', '12 % of checkouts\nEU only'],
    ['/decide /var/log goes', 'decision', '/var/log goes'],
    ['/decide //sev is a command', 'decision', '//sev is a command'],
  ])('[GRM4] "%s"', (text, as, note) => {
    expect(read(text)).toMatchObject({ kind: 'note', as, text: note, backdated: false });
  });

  it('[GRM3] asks for the text', () => {
    expect(read('/decide ')).toMatchObject({ kind: 'problem', problem: 'note-text-missing' });
  });
});
