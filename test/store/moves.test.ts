import { describe, expect, it } from 'vitest';
import { run, runOrTell, sentenceOf } from '../../renderer/store/console';
import { declareIncident, openIncident } from '../../renderer/store/moves';
import { shownZone } from '../../renderer/store/zone';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { INC_A, logOf } from '../support/logRows';

const COMMAND = { title: 'Checkout errors', severity: 1, drill: false, commander: '' } as const;

describe('declaring from the window', () => {
  it('[DEC3] numbers the incident, remembers it and goes to the pad', () => {
    const test = new ConsoleUnderTest({ drafts: { 'declare:title': 'Checkout errors' } });
    test.console.view.set({ dialog: { name: 'declare' }, atHome: true, composerOpen: true });
    const { padFocus } = test.console.view.store.getState();
    expect(declareIncident(test.console, COMMAND)).toEqual({ ok: true });
    expect(test.incident.number).toBe(1);
    expect(test.console.settings.store.getState().openIncident).toBe('inc-1');
    expect(test.console.drafts.get('declare:title')).toBe('');
    expect(test.console.view.store.getState()).toMatchObject({
      dialog: null,
      atHome: false,
      composerOpen: false,
      padFocus: padFocus + 1,
    });
  });

  it('takes the first commander for the one who writes here, and asks no more', () => {
    const test = new ConsoleUnderTest({ settings: { userName: '' } });
    declareIncident(test.console, { ...COMMAND, commander: ' Dana Reyes ' });
    expect(test.console.settings.store.getState()).toMatchObject({
      userName: 'Dana Reyes',
      people: ['Dana Reyes'],
    });
    expect(test.entries.map(({ by }) => by)).toEqual(['Dana Reyes', 'Dana Reyes']);
  });

  it('leaves a known writer’s name alone', () => {
    const test = new ConsoleUnderTest({ settings: { userName: 'Kofi' } });
    declareIncident(test.console, { ...COMMAND, commander: 'Dana' });
    expect(test.console.settings.store.getState().userName).toBe('Kofi');
    expect(test.entries[0]?.by).toBe('Kofi');
  });

  it('that is refused changes nothing', () => {
    const test = new ConsoleUnderTest({ drafts: { 'declare:title': ' ' } });
    test.console.view.openDialog({ name: 'declare' });
    const ran = declareIncident(test.console, { ...COMMAND, title: ' ' });
    expect(ran).toEqual({ ok: false, refusal: 'title-missing' });
    expect(test.console.view.store.getState().dialog).toEqual({ name: 'declare' });
    expect(test.console.settings.store.getState().openIncident).toBeNull();
    expect(test.world.savedSettings).toEqual([]);
  });
});

describe('opening from the window', () => {
  it('shows the incident, remembers it and clears what belonged to the one before', async () => {
    const test = new ConsoleUnderTest();
    test.declare();
    await test.log.append(logOf(1));
    test.console.view.set({ composerOpen: true, atHome: true, exported: { path: '/x', name: 'x' } });
    await openIncident(test.console, INC_A);
    expect(test.state.openId).toBe(INC_A);
    expect(test.console.settings.store.getState().openIncident).toBe(INC_A);
    expect(test.console.view.store.getState()).toMatchObject({
      composerOpen: false,
      atHome: false,
      editing: null,
      exported: null,
    });
  });
});

describe('running a command from the window', () => {
  it('signs it with the writer’s name', () => {
    const test = new ConsoleUnderTest({ settings: { userName: 'Kofi' } });
    test.declare();
    test.note('polled the call');
    expect(test.lastWritten?.by).toBe('Kofi');
  });

  it('gives the sentence of a refusal, and none when accepted', () => {
    const test = new ConsoleUnderTest();
    test.declare();
    const { console } = test;
    expect(sentenceOf(run(console, { type: 'change-title', to: 'Checkout errors' }))).toBe(
      'That is the title already.',
    );
    expect(sentenceOf(run(console, { type: 'change-title', to: 'Cart errors' }))).toBeUndefined();
  });

  it('puts a refusal that has no field into the notice bar, until the next one is accepted', () => {
    const test = new ConsoleUnderTest();
    test.declare();
    expect(runOrTell(test.console, { type: 'resume-updates' })).toBe(false);
    expect(test.notices).toEqual(['The update clock is not paused.']);
    expect(runOrTell(test.console, { type: 'move-phase', to: 'triage' })).toBe(true);
    expect(test.notices).toEqual([]);
  });

  it('tells of one that was refused only after the log was read', async () => {
    const test = new ConsoleUnderTest();
    await test.log.append(logOf(1));
    const opening = openIncident(test.console, INC_A);
    test.run({ type: 'resume-updates' });
    await opening;
    expect(test.notices).toEqual(['The update clock is not paused.']);
  });
});

describe('the zone times are shown in', () => {
  it('is the machine’s, or UTC when switched', () => {
    const { console } = new ConsoleUnderTest();
    const local = { ...console, ports: { ...console.ports, timeZone: 'Asia/Kolkata' } };
    expect(shownZone(local)).toBe('Asia/Kolkata');
    console.settings.change({ clockZone: 'utc' });
    expect(shownZone(local)).toBe('UTC');
  });
});
