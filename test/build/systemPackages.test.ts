import { describe, expect, it } from 'vitest';
import {
  aptNameOf,
  electronLibraries,
  installableIn,
  missingPackages,
  sonamesIn,
} from '../../build/systemPackages';

const alsa = { aptName: 'libasound2', library: 'libasound.so.2' };
const xvfb = { aptName: 'xvfb', program: 'Xvfb' };

describe('what a system lacks', () => {
  it('is what it has neither as library nor as program', () => {
    const bare = { hasLibrary: () => false, hasProgram: () => false };
    expect(missingPackages([alsa, xvfb], bare)).toEqual([alsa, xvfb]);
  });

  it('is nothing where the things are there, whatever package brought them', () => {
    const desktop = {
      hasLibrary: (name: string) => name === 'libasound.so.2',
      hasProgram: (name: string) => name === 'Xvfb',
    };
    expect(missingPackages([alsa, xvfb], desktop)).toEqual([]);
  });

  it('names each library of Electron once', () => {
    const names = electronLibraries.map((item) => item.aptName);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the name under which apt installs it', () => {
  it('is the t64 name where apt has one, as on Debian 13 and Ubuntu 24.04', () => {
    expect(aptNameOf(alsa, (name) => name === 'libasound2t64')).toBe('libasound2t64');
    expect(aptNameOf(alsa, () => true)).toBe('libasound2t64');
  });

  it('is the plain name on Debian 12', () => {
    expect(aptNameOf(alsa, (name) => name === 'libasound2')).toBe('libasound2');
  });

  it('is unknown before the first apt-get update', () => {
    expect(aptNameOf(alsa, () => false)).toBeUndefined();
  });
});

describe('what the system tools print', () => {
  it('is read from apt-cache policy, without purely virtual names', () => {
    const output = [
      'libasound2:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
      'libasound2t64:',
      '  Installed: (none)',
      '  Candidate: 1.2.11-1',
      '  Version table:',
      '     1.2.11-1 500',
    ].join('\n');
    expect([...installableIn(output)]).toEqual(['libasound2t64']);
    expect([...installableIn('')]).toEqual([]);
  });

  it('is read from ldconfig, heading left out', () => {
    const output =
      '2 libs found in cache\n\tlibgbm.so.1 (libc6,x86-64) => /usr/lib/libgbm.so.1\n\tlibnss3.so (libc6) => /x\n';
    expect([...sonamesIn(output)]).toEqual(['libgbm.so.1', 'libnss3.so']);
  });
});
