import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageChannels, pushChannels, requestChannels } from '../../electron/channels';
import { messageGuards, requestGuards } from '../../electron/guards';

const CONTRACT = readFileSync(resolve(import.meta.dirname, '../../electron/contract.ts'), 'utf8');

/** The channels an interface of the contract declares. */
function declaredIn(name: string): readonly string[] {
  const body = new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(CONTRACT)?.[1] ?? '';
  return [...body.matchAll(/^ {2}'([a-zA-Z:]+)':/gm)].map(([, channel]) => channel ?? '');
}

describe('the preload’s allow-list', () => {
  it.each([
    ['Requests', requestChannels],
    ['Messages', messageChannels],
    ['Pushes', pushChannels],
  ] as const)('names just the channels of %s', (name, channels) => {
    expect([...channels].sort()).toEqual([...declaredIn(name)].sort());
    expect(channels.length).toBeGreaterThan(0);
  });
});

describe('the guards', () => {
  it('cover every channel the page can send on', () => {
    expect(Object.keys(requestGuards).sort()).toEqual([...requestChannels].sort());
    expect(Object.keys(messageGuards).sort()).toEqual([...messageChannels].sort());
  });
});
