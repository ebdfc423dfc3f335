import { describe, expect, it } from 'vitest';
import type { StorageFailure } from '../../electron/contract';
import { watchLateness } from '../../renderer/store/lateness';
import { SessionUnderTest } from '../support/sessionForTests';
import { settle } from '../support/settle';

const FULL: StorageFailure = { reason: 'disk-full', path: '/journal', detail: 'ENOSPC' };

/** An incident that is saved, and what was told about it since. */
async function watched() {
  const test = new SessionUnderTest();
  test.declare();
  await settle();
  const told: boolean[] = [];
  const leave = watchLateness(test.session.store, test.world.ports, (late) => told.push(late));
  const isLate = (): boolean | undefined => told.at(-1);
  return { test, told, isLate, leave };
}

describe('what waits for the disk (LOG8)', () => {
  it('is late after 300 ms, and no more once it is saved', async () => {
    const { test, isLate } = await watched();
    test.log.hold('append');
    test.note('db01 is read-only');
    test.world.pass(299);
    expect(isLate()).toBe(false);
    test.world.pass(1);
    expect(isLate()).toBe(true);
    test.log.release('append');
    await settle();
    expect(isLate()).toBe(false);
  });

  it('is not late while each row is saved soon, however many follow', async () => {
    const { test, told } = await watched();
    for (let i = 0; i < 5; i += 1) {
      test.note(`note ${i}`);
      test.world.pass(200);
      await settle();
    }
    expect(told).not.toContain(true);
  });

  it('is late at once when it can’t be saved', async () => {
    const { test, isLate } = await watched();
    test.log.failure = FULL;
    test.note('db01 is read-only');
    await settle();
    expect(isLate()).toBe(true);
  });

  it('is told to nobody who has left', async () => {
    const { test, told, leave } = await watched();
    test.log.hold('append');
    test.note('db01 is read-only');
    leave();
    const before = told.length;
    test.world.pass(1_000);
    expect(told).toHaveLength(before);
  });
});
