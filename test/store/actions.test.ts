import { describe, expect, it } from 'vitest';
import { ACTIONS, perform } from '../../renderer/store/actions';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { INC_A, INC_B, logOf } from '../support/logRows';
import { settle } from '../support/settle';
import { SlowLog } from '../support/slowLog';

const allKeys = ACTIONS.filter(({ context }) => context === 'global').flatMap(({ keys }) => keys);

/**
 * Keys that belong to somebody else: AltGr and menus, the window manager, reloading, the input method,
 * the mute key of the call everybody is on.
 */
const TAKEN: readonly [RegExp, string][] = [
  [/alt/i, 'Alt types characters or opens menus'],
  [/^\$mod\+(h|m|`|space|r|\.|;)$/i, 'hides, minimises, reloads or composes'],
  [/^\$mod\+Shift\+(3|4|5|u|m|a)$/i, 'takes screenshots, types code points, mutes the call'],
  [/^[^$]$/, 'a bare letter is text'],
];

describe('the registry of actions', () => {
  it('gives each action its own name and its own keys', () => {
    const ids = ACTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(allKeys.map((keys) => keys.toLowerCase())).size).toBe(allKeys.length);
  });

  it('gives each action a label of its own, in sentence case', () => {
    const labels = ACTIONS.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^[A-Z][a-z]+( [a-z-]+)*( as [A-Z]+)?$/);
  });

  it.each(TAKEN)('takes no key like %s: %s', (taken) => {
    expect(allKeys.filter((keys) => taken.test(keys))).toEqual([]);
  });

  it('has the keys that people are told of', () => {
    const keyOf = (id: string): string | undefined => ACTIONS.find((one) => one.id === id)?.keys[0];
    expect({
      declare: keyOf('declare'),
      update: keyOf('write-update'),
      severity: keyOf('severity'),
      export: keyOf('export-postmortem'),
      help: keyOf('shortcuts'),
    }).toEqual({
      declare: '$mod+n',
      update: '$mod+u',
      severity: '$mod+Shift+s',
      export: '$mod+e',
      help: 'F1',
    });
  });
});

describe('performing an action', () => {
  it('says why it cannot be done, instead of doing nothing', () => {
    const test = new ConsoleUnderTest();
    for (const { id, unavailable } of ACTIONS) {
      const why = unavailable(test.console);
      if (why === undefined) continue;
      perform(test.console, id);
      expect(test.notices).toEqual([why]);
      test.console.notices.dismiss('refused');
    }
    expect(test.console.view.store.getState().dialog).toBeNull();
  });

  it('knows that a resolved incident has no update to snooze', () => {
    const test = new ConsoleUnderTest();
    test.declare();
    test.run({ type: 'resolve', unticked: [] });
    perform(test.console, 'snooze');
    expect(test.notices).toEqual(['The incident is resolved.']);
  });

  it.each([
    ['declare', { name: 'declare' }],
    ['severity', { name: 'severity' }],
    ['roll-back', { name: 'mitigate', action: 'rollback' }],
    ['shift-traffic', { name: 'mitigate', action: 'shift' }],
    ['disable-feature', { name: 'mitigate', action: 'disable' }],
    ['snooze', { name: 'snooze' }],
    ['edit-times', { name: 'times' }],
    ['resolve', { name: 'resolve' }],
    ['settings', { name: 'settings' }],
    ['shortcuts', { name: 'shortcuts' }],
  ])('%s opens its dialog', (id, dialog) => {
    const test = new ConsoleUnderTest();
    test.declare();
    perform(test.console, id);
    expect(test.console.view.store.getState().dialog).toEqual(dialog);
  });

  it('write-update opens the composer, also from the start screen', () => {
    const test = new ConsoleUnderTest();
    test.declare();
    perform(test.console, 'home');
    perform(test.console, 'write-update');
    expect(test.console.view.store.getState()).toMatchObject({ composerOpen: true, atHome: false });
  });

  it('focus-pad asks for the focus each time anew', () => {
    const test = new ConsoleUnderTest();
    test.declare();
    const before = test.console.view.store.getState().padFocus;
    perform(test.console, 'focus-pad');
    expect(test.console.view.store.getState().padFocus).toBe(before + 1);
  });

  it('of a name nobody knows does nothing', () => {
    const test = new ConsoleUnderTest();
    perform(test.console, 'no-such-action');
    expect(test.notices).toEqual([]);
  });

  it('[KEY8] turn the theme, the zone of times and the sound, as the status line does', () => {
    const test = new ConsoleUnderTest();
    const settings = () => test.console.settings.store.getState();
    const { theme, clockZone, muted } = settings();
    for (const id of ['theme', 'clock-zone', 'sound']) perform(test.console, id);
    expect(settings().theme).not.toBe(theme);
    expect(settings().clockZone).not.toBe(clockZone);
    expect(settings().muted).toBe(!muted);
    for (const id of ['theme', 'theme', 'clock-zone', 'sound']) perform(test.console, id);
    expect(settings()).toMatchObject({ theme, clockZone, muted });
  });
});

describe('a key pressed while the log is read', () => {
  async function whileOpening(): Promise<{ log: SlowLog; test: ConsoleUnderTest }> {
    const log = new SlowLog();
    const test = new ConsoleUnderTest({ log });
    for (const id of [INC_A, INC_B]) await log.inner.append(logOf(1, id));
    test.world.pass(60_000);
    log.hold('open');
    void test.console.session.open(INC_A);
    await settle();
    perform(test.console, 'write-update');
    return { log, test };
  }

  it('[KEY12] does its work once the log is there, and nothing is said against it', async () => {
    const { log, test } = await whileOpening();
    const { view, notices } = test.console;
    expect(view.store.getState().composerOpen).toBe(false);
    expect(notices.store.getState().map(({ id }) => id)).not.toContain('refused');
    log.release('open');
    await settle();
    expect(view.store.getState().composerOpen).toBe(true);
  });

  it('[KEY12] does nothing to another incident that is opened meanwhile', async () => {
    const { log, test } = await whileOpening();
    void test.console.session.open(INC_B);
    log.release('open');
    await settle();
    expect(test.console.session.store.getState()).toMatchObject({ openId: INC_B, status: 'open' });
    expect(test.console.view.store.getState().composerOpen).toBe(false);
  });
});
