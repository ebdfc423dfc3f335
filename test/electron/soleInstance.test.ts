import { existsSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayStart } from '../../electron/soleInstance';
import { freshFolder } from '../support/freshFolder';

const granted = { requestSingleInstanceLock: () => true };
const refused = { requestSingleInstanceLock: () => false };

describe('the lock of a profile', () => {
  it('lets one console start, and a second one not', () => {
    const profile = freshFolder('profile');
    expect([mayStart(granted, profile), mayStart(refused, profile)]).toEqual([true, false]);
  });

  it('is removed where damage has made a file or a folder of it: no start would get past it', () => {
    const profile = freshFolder('profile');
    writeFileSync(join(profile, 'SingletonLock'), 'not a link any more');
    mkdirSync(join(profile, 'SingletonSocket'));
    mayStart(granted, profile);
    expect(existsSync(join(profile, 'SingletonLock'))).toBe(false);
    expect(existsSync(join(profile, 'SingletonSocket'))).toBe(false);
  });

  it('is left to Chromium while it is a link, wherever that leads', () => {
    const profile = freshFolder('profile');
    symlinkSync('another-machine-4711', join(profile, 'SingletonLock'));
    mayStart(refused, profile);
    expect(lstatSync(join(profile, 'SingletonLock')).isSymbolicLink()).toBe(true);
  });
});
