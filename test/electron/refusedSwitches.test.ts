import { describe, expect, it } from 'vitest';
import { refusal, refusedSwitch } from '../../electron/refusedSwitches';

const none = (): boolean => false;

describe('a release package', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--remote-debugging-pipe',
    '-remote-debugging-port=1',
    '--inspect',
    '--inspect=0.0.0.0:9229',
    '--inspect-brk',
    '--Inspect-Port=1',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--disable-web-security',
  ])('refuses %s', (argument) => {
    expect(refusedSwitch(['incident-console', argument], none)).toBe(argument);
  });

  it('refuses what Chromium has read as a switch, however it was written', () => {
    expect(refusedSwitch(['x'], (name) => name === 'remote-debugging-port')).toBe('--remote-debugging-port');
  });

  it.each([
    '--user-data-dir=/tmp/x',
    '--no-sandbox',
    'inspect.icbundle',
    '--lang=de',
    '--',
    '/tmp/--inspect',
  ])('takes %s', (argument) => {
    expect(refusedSwitch(['incident-console', argument], none)).toBeNull();
  });

  it('says why in one sentence', () => {
    expect(refusal('--inspect')).toMatch(/^Incident Console does not start with --inspect: .+\.\n$/);
  });
});
