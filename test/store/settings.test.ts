import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { requestGuards } from '../../electron/guards';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { settle } from '../support/settle';

const FULL = { ok: false, failure: { reason: 'disk-full', path: '/p/settings.json', detail: 'x' } } as const;

function started(settings = {}) {
  const test = new ConsoleUnderTest({ settings: { userName: '', ...settings } });
  return { test, world: test.world, settings: test.console.settings };
}

describe('settings', () => {
  it('take effect at once, and the change alone is saved', () => {
    const { settings, world } = started();
    settings.change({ theme: 'light' });
    expect(settings.store.getState().theme).toBe('light');
    expect(world.savedSettings).toEqual([{ theme: 'light' }]);
  });

  it('that could not be saved hold, and say so until one is saved', async () => {
    const { settings, world, test } = started();
    world.settingsOutcome = FULL;
    settings.change({ muted: true });
    await settle();
    expect(settings.store.getState().muted).toBe(true);
    expect(test.notices).toEqual([
      'Your settings could not be saved. “/p/settings.json” has no space left. Free some space; saving goes on by itself. They hold until you quit; incidents are not affected.',
    ]);
    world.settingsOutcome = { ok: true, value: settings.store.getState() };
    settings.change({ muted: false });
    await settle();
    expect(test.notices).toEqual([]);
  });

  it('that could not be saved are tried again by themselves', async () => {
    const { settings, world, test } = started();
    world.settingsOutcome = FULL;
    settings.change({ muted: true });
    await settle();
    world.pass(5_000);
    await settle();
    expect(test.notices).toHaveLength(1);
    world.settingsOutcome = { ok: true, value: settings.store.getState() };
    world.pass(5_000);
    await settle();
    expect(test.notices).toEqual([]);
    expect(world.savedSettings).toEqual([{ muted: true }, {}, {}]);
    world.pass(60_000);
    expect(world.savedSettings).toHaveLength(3);
  });
});

describe('the roster', () => {
  it('learns people as they are named, the newest first, each once', () => {
    const { settings } = started();
    for (const name of ['Sam', ' Ana  Lima ', 'Sam', 'Sam', '']) settings.meet(name);
    expect(settings.store.getState().people).toEqual(['Sam', 'Ana Lima']);
  });

  it('writes nothing for somebody who is the newest already', () => {
    const { settings, world } = started({ people: ['Sam', 'Ana'] });
    settings.meet('Sam');
    settings.meet('  ');
    expect(world.savedSettings).toEqual([]);
  });

  it('forgets the oldest beyond 500', () => {
    const { settings } = started();
    for (let n = 0; n < 501; n += 1) settings.meet(`person ${n}`);
    const { people } = settings.store.getState();
    expect([people.length, people[0], people.at(-1)]).toEqual([500, 'person 500', 'person 1']);
  });

  /** Main turns a longer name down, and with it every row or setting that carries it. */
  it('and the writer’s name never hold what main would turn down', () => {
    const { settings, world } = started();
    settings.meet('x'.repeat(5_000));
    settings.change({ userName: 'y'.repeat(5_000) });
    settings.meet('Sam');
    expect(settings.store.getState().userName).toHaveLength(200);
    for (const patch of world.savedSettings) {
      expect(v.is(requestGuards['settings:save'], [patch])).toBe(true);
    }
  });
});
