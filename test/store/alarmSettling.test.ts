import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../renderer/domain/ids';
import { NO_INCIDENT } from '../../renderer/domain/incident';
import { settleAlarms } from '../../renderer/store/alarmSettling';
import { openIncident } from '../../renderer/store/moves';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { settle } from '../support/settle';

/** One incident for each fate, none of them shown, and main armed for all of them and for one long gone. */
async function started() {
  const test = new ConsoleUnderTest();
  const { world } = test;
  test.declare({ title: 'live' });
  test.declare({ title: 'resolved' });
  test.run({ type: 'resolve', summary: '', unticked: [] });
  test.declare({ title: 'paused' });
  test.run({ type: 'pause-updates', reason: 'night' });
  test.declare({ title: 'shown' });
  await settle();
  world.journalled = ['inc-1', 'inc-2', 'inc-3', 'inc-4'];
  world.armed = ['inc-1', 'inc-2', 'inc-3', 'inc-4', 'gone'];
  world.promises.clear();
  world.alarmCalls.length = 0;
  return test;
}

describe('the alarms main took up at a start (UPD)', () => {
  it('[UPD15] are dropped where nothing is promised any more, and kept where something is', async () => {
    const test = await started();
    await settleAlarms(test.console, test.log);
    expect(test.world.alarmCalls).toEqual(['arm 03:18:00', 'disarm', 'disarm', 'disarm']);
    expect([...test.world.promises.keys()]).toEqual(['inc-1']);
  });

  it('[UPD15] are kept for an incident that can’t be read just now', async () => {
    const test = await started();
    const failure = { reason: 'failed', path: '/p', detail: 'EIO' } as const;
    const unreadable = {
      open: () => Promise.resolve({ rows: [], incident: NO_INCIDENT, durable: 0, restored: 0, failure }),
    };
    await settleAlarms(test.console, unreadable);
    expect(test.world.alarmCalls).toEqual(['disarm', 'disarm']);
  });

  it('[UPD15] leaves the open incident to itself', async () => {
    const test = await started();
    await openIncident(test.console, 'inc-1' as IncidentId);
    test.world.alarmCalls.length = 0;
    test.world.armed = ['inc-1'];
    await settleAlarms(test.console, test.log);
    expect(test.world.alarmCalls).toEqual([]);
  });
});
