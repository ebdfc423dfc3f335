import { describe, expect, it } from 'vitest';
import type { Ring } from '../../electron/contract';
import { CrashBudget } from '../../electron/crashBudget';
import { headline } from '../../electron/headline';
import { mayBeRequested } from '../../electron/networkGate';
import { isStartUrl, START_URL } from '../../electron/origin';
import { isGranted } from '../../electron/permissions';
import { defaultProfile, profilePaths } from '../../electron/profile';
import { mayStart } from '../../electron/soleInstance';
import { NOON } from './support/rows';
import { tempFolder } from './support/tempFolder';

describe('names that must never change, or data is lost', () => {
  it('are the origin and the files of the profile', () => {
    expect(START_URL).toBe('app://console/index.html');
    expect(defaultProfile('/home/dana/.config')).toBe('/home/dana/.config/incident-console');
    expect(profilePaths('/p')).toEqual({
      root: '/p',
      settings: '/p/settings.json',
      drafts: '/p/drafts.ndjson',
      alarms: '/p/alarms.json',
      device: '/p/device-id',
      bounds: '/p/window.json',
      failures: '/p/failures',
      backups: '/p/backups',
      mirror: '/p/mirror.json',
      attachments: '/p/attachments',
      version: '/p/profile-version.json',
    });
  });
});

describe('the page’s own address', () => {
  it('is the one the window loads, whatever stands behind #', () => {
    expect([START_URL, `${START_URL}#x`].every(isStartUrl)).toBe(true);
  });

  it.each(['app://console/', 'app://console/other.html', `${START_URL}?x`, 'app://other/index.html', 'x'])(
    'is not %s',
    (url) => expect(isStartUrl(url)).toBe(false),
  );
});

describe('the network gate', () => {
  it.each(['app://console/x.js', 'blob:app://console/1', 'data:text/plain,x', 'devtools://devtools/x'])(
    'lets %s through',
    (url) => expect(mayBeRequested(url)).toBe(true),
  );

  it.each([
    'http://127.0.0.1/',
    'https://example.com/app://',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'ftp://x/',
    'chrome-extension://x/',
    'nonsense',
    '',
  ])('stops %j', (url) => expect(mayBeRequested(url)).toBe(false));
});

describe('permissions', () => {
  it('are denied, but for storage that is not evicted, to our page', () => {
    expect(isGranted('persistent-storage', START_URL)).toBe(true);
    expect(isGranted('persistent-storage', 'app://other/')).toBe(false);
    for (const permission of ['media', 'notifications', 'geolocation', 'clipboard-read', 'fullscreen']) {
      expect(isGranted(permission, START_URL)).toBe(false);
    }
  });
});

describe('a page that crashes', () => {
  it('is loaded again three times a minute and no more', () => {
    const budget = new CrashBudget();
    expect([0, 1000, 2000, 3000].map((now) => budget.mayReload(now))).toEqual([true, true, true, false]);
    expect(budget.mayReload(200_000)).toBe(true);
  });
});

describe('a start', () => {
  const app = (lock: boolean) => ({ requestSingleInstanceLock: () => lock });

  it('goes on with the lock, and ends without it', () => {
    expect(mayStart(app(true), tempFolder())).toBe(true);
    expect(mayStart(app(false), tempFolder())).toBe(false);
  });

  it('goes on without the lock where the profile cannot be written: the window says so', () => {
    expect(mayStart(app(false), '/proc/nowhere')).toBe(true);
  });
});

describe('the notification of an alarm', () => {
  const ring: Ring = {
    incidentId: 'inc1',
    lane: 'internal',
    level: 'due',
    dueAt: NOON,
    lateMs: 0,
    missedAsleep: false,
  };
  it.each<[Partial<Ring>, string]>([
    [{ level: 'due-soon' }, 'Update due soon'],
    [{}, 'Update due now'],
    [{ level: 'overdue', lateMs: 121_000 }, 'Update overdue by 2 min'],
    [
      { level: 'overdue', lateMs: 3_600_000, missedAsleep: true },
      'Update was due 60 min ago, while this computer was away',
    ],
  ])('%j reads %j', (change, text) => {
    expect(headline({ ...ring, ...change })).toBe(text);
  });
});
