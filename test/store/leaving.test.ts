import { describe, expect, it } from 'vitest';
import { askedToLeave, reasonsToStay, whatIsLeft } from '../../renderer/store/leaving';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { settle } from '../support/settle';
import { SlowLog } from '../support/slowLog';

const dialogOf = ({ console }: ConsoleUnderTest) => console.view.store.getState().dialog;

describe('being asked to leave (END)', () => {
  it('[END1] ends at once while nothing is live', () => {
    const test = new ConsoleUnderTest();
    test.declare();
    test.run({ type: 'resolve', summary: '', unticked: [] });
    askedToLeave(test.console, 'close');
    askedToLeave(test.console, 'quit');
    expect(test.world.programCalls).toEqual(['leave quit', 'leave quit']);
  });

  it('[END2] asks while an incident is live, over whatever stands open', () => {
    const test = new ConsoleUnderTest();
    test.declare({ title: 'Checkout' });
    test.console.view.openDialog({ name: 'severity' });
    askedToLeave(test.console, 'close');
    const leave = { name: 'leave', how: 'close', over: { name: 'severity' } };
    expect(dialogOf(test)).toEqual(leave);
    askedToLeave(test.console, 'quit');
    expect(dialogOf(test)).toEqual({ ...leave, how: 'quit' });
    expect(test.world.programCalls).toEqual(['leave asking', 'leave stay']);
  });

  it('[END2] asks while rows can’t be saved, although nothing is live', async () => {
    const log = new SlowLog();
    const test = new ConsoleUnderTest({ log });
    log.failure = { reason: 'disk-full', path: '/p', detail: 'ENOSPC' };
    test.declare();
    test.run({ type: 'resolve', summary: '', unticked: [] });
    await settle();
    const reasons = reasonsToStay(test.console);
    expect(reasons).toMatchObject({ live: [], unsaved: 2 });
    expect(reasons && whatIsLeft(reasons)).toBe('2 rows are not saved yet: copy them first.');
  });

  it('names the most urgent one, and how many more', () => {
    const test = new ConsoleUnderTest();
    test.declare({ title: 'One' });
    const says = (): string => whatIsLeft(reasonsToStay(test.console) ?? { live: [], unsaved: 0 });
    expect(says()).toBe('INC-0001 “One” is live.');
    test.world.pass(1000);
    test.declare({ title: 'Two' });
    expect(says()).toBe('INC-0002 “Two” and 1 more are live.');
  });
});
