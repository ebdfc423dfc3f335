import { describe, expect, it } from 'vitest';
import { readPadLine, type PadLine } from '../../../renderer/language/padLine';
import { PAD_CONTEXT } from '../../support/padContext';

const read = (text: string): PadLine => readPadLine(text, PAD_CONTEXT);
const assigned = (role: string, person: string, more: object = {}): object => ({
  kind: 'command',
  command: { type: 'assign-role', role, person, ...more },
});

describe('/role', () => {
  it.each([
    ['/role ic @ana', 'commander', 'Ana Lima'],
    ['/role IC @Ana Lima', 'commander', 'Ana Lima'],
    ['/role commander Ana Lima', 'commander', 'Ana Lima'],
    ['/role comms @"Maria de la Cruz"', 'communications', 'Maria de la Cruz'],
    ['/role communications Maria de la Cruz', 'communications', 'Maria de la Cruz'],
    ['/role scribe @kofi', 'scribe', 'Kofi Boateng'],
    ['/role deputy @newcomer', 'deputy', 'newcomer'],
  ])('[GRM4] "%s" hands the role out', (text, role, person) => {
    expect(read(text)).toMatchObject(assigned(role, person));
  });

  it.each([
    ['/role sme @sam payments', 'Sam', { area: 'payments' }],
    ['/role sme @Sam Lee payments', 'Sam Lee', { area: 'payments' }],
    ['/role expert @priya card  processing ', 'Priya Nair', { area: 'card  processing' }],
    ['/role sme @"Maria Cruz" web', 'Maria Cruz', { area: 'web' }],
    ['/role sme @newcomer', 'newcomer', {}],
  ])('[GRM4] "%s" calls an expert in', (text, person, area) => {
    expect(read(text)).toMatchObject(assigned('expert', person, area));
  });

  it('has no area where none is given', () => {
    const line = read('/role sme @sam');
    expect(line.kind === 'command' && 'area' in line.command).toBe(false);
  });

  it.each([
    ['/role', 'role-missing'],
    ['/role boss @ana', 'role-missing'],
    ['/role @ana', 'role-missing'],
    ['/role comms', 'role-person-missing'],
    ['/role comms @', 'role-person-missing'],
    ['/role sme', 'role-person-missing'],
    ['/role sme sam payments', 'role-person-unclear'],
    ['/role sme @', 'role-person-unclear'],
  ])('[GRM3] "%s" stays as typed: %s', (text, problem) => {
    expect(read(text)).toMatchObject({ kind: 'problem', problem, text });
  });

  it('[GRM9] shows who a short name is taken for', () => {
    expect(read('/role comms @ana')).toMatchObject({
      chips: [
        { label: 'Role', value: 'Communications lead', typed: 'comms' },
        { label: 'Who', value: 'Ana Lima', typed: '@ana' },
      ],
    });
  });
});

describe('/handover', () => {
  it('[GRM4] gives command to whoever is named', () => {
    expect(read('/handover @ana')).toMatchObject(assigned('commander', 'Ana Lima'));
    expect(read('/handover Maria Cruz')).toMatchObject(assigned('commander', 'Maria Cruz'));
  });

  it.each(['/handover', '/handover @', '/handover  '])('[GRM3] "%s" asks to whom', (text) => {
    expect(read(text)).toMatchObject({ kind: 'problem', problem: 'handover-person-missing', text });
  });
});
