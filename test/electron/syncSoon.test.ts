import { describe, expect, it } from 'vitest';
import { SyncSoon } from '../../electron/syncSoon';
import { settle } from '../support/settle';

/** A disk whose syncs end when the test says so, and timers that only the test lets run out. */
function writing(sync: () => Promise<void> = () => Promise.resolve()) {
  let now = 0;
  let timers: readonly { readonly due: number; readonly run: () => void }[] = [];
  const begun: number[] = [];
  const failures: unknown[] = [];
  const soon = new SyncSoon(
    () => {
      begun.push(now);
      return sync();
    },
    (error) => failures.push(error),
    150,
    (ms, run) => {
      const timer = { due: now + ms, run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
  );
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    const due = timers.filter((one) => one.due <= now);
    timers = timers.filter((one) => one.due > now);
    for (const one of due) one.run();
    await settle();
  };
  return { begun, failures, soon, pass };
}

/** A sync that lasts until it is let go. */
function held() {
  const waiting: (() => void)[] = [];
  return {
    sync: () => new Promise<void>((done) => waiting.push(done)),
    letGo: () => waiting.splice(0).forEach((done) => done()),
  };
}

describe('syncing soon after writing', () => {
  it('waits 150 ms from the first write, not from the last, while a key falls every 20 ms', async () => {
    const { begun, soon, pass } = writing();
    for (let n = 0; n < 50; n += 1) {
      soon.written();
      await pass(20);
    }
    // 20 ms steps: 150 is reached at 160, and each next interval begins with the key after.
    expect(begun).toEqual([160, 320, 480, 640, 800, 960]);
  });

  it('does nothing while nothing is written', async () => {
    const { begun, soon, pass } = writing();
    soon.written();
    await pass(150);
    await pass(10_000);
    expect(begun).toEqual([150]);
  });

  it('asks a slow disk once at a time, and covers what was written meanwhile', async () => {
    const disk = held();
    const { begun, soon, pass } = writing(disk.sync);
    soon.written();
    await pass(150);
    for (let n = 0; n < 20; n += 1) {
      soon.written();
      await pass(50);
    }
    expect(begun).toEqual([150]);
    disk.letGo();
    await settle();
    disk.letGo();
    await pass(150);
    expect(begun.length).toBeGreaterThanOrEqual(2);
    expect(begun.length).toBeLessThanOrEqual(3);
  });

  it('tells of a sync that failed, and goes on with the next write', async () => {
    let broken = true;
    const { begun, failures, soon, pass } = writing(() =>
      broken ? Promise.reject(new Error('EIO')) : Promise.resolve(),
    );
    soon.written();
    await pass(150);
    broken = false;
    soon.written();
    await pass(150);
    expect({ begun, failures: failures.length }).toEqual({ begun: [150, 300], failures: 1 });
  });

  it('flushes what is owed at once, and nothing twice', async () => {
    const { begun, soon, pass } = writing();
    soon.written();
    await soon.flush();
    await pass(1_000);
    await soon.flush();
    expect(begun).toEqual([0]);
  });
});
