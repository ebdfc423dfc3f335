import { describe, expect, it } from 'vitest';
import { Leaving } from '../../electron/leaving';

/** A window about to be left, and what was done. */
function leaving(pageIsThere = true) {
  const done: string[] = [];
  const timers = new Map<() => void, number>();
  const leave = new Leaving({
    askPage: (how) => {
      if (pageIsThere) done.push(`ask ${how}`);
      return pageIsThere;
    },
    end: () => void done.push('end'),
    hide: () => void done.push('hide'),
    after: (ms, run) => {
      timers.set(run, ms);
      return () => void timers.delete(run);
    },
  });
  const runOut = (): readonly number[] => {
    const left = [...timers];
    timers.clear();
    for (const [run] of left) run();
    return left.map(([, ms]) => ms);
  };
  return { leave, done, runOut };
}

describe('leaving (END)', () => {
  it('[END1] ends at once when the page says that nothing is live', () => {
    const { leave, done, runOut } = leaving();
    leave.windowClosed();
    leave.answered('quit');
    expect({ done, timers: runOut() }).toEqual({ done: ['ask close', 'end'], timers: [] });
  });

  it('ends at once without a page', () => {
    const { leave, done } = leaving(false);
    leave.windowClosed();
    leave.quitChosen();
    expect(done).toEqual(['end', 'end']);
  });

  it('[END3] ends by itself when the page does not answer', () => {
    for (const how of ['windowClosed', 'quitChosen'] as const) {
      const { leave, done, runOut } = leaving();
      leave[how]();
      expect(runOut()).toEqual([2000]);
      expect(done.at(-1)).toBe('end');
    }
  });

  it('[END3] ends by itself when a closed window’s question gets no answer for ten seconds', () => {
    const { leave, done, runOut } = leaving();
    leave.windowClosed();
    leave.answered('asking');
    expect(runOut()).toEqual([10_000]);
    expect(done).toEqual(['ask close', 'end']);
  });

  it('[END2] stays once somebody has begun to answer, however long that takes', () => {
    const { leave, done, runOut } = leaving();
    leave.windowClosed();
    leave.answered('asking');
    leave.answered('stay');
    expect({ done, timers: runOut() }).toEqual({ done: ['ask close'], timers: [] });
  });

  it('[END2] hides the window when it is to go on in the background', () => {
    const { leave, done, runOut } = leaving();
    leave.windowClosed();
    leave.answered('asking');
    leave.answered('background');
    expect({ done, timers: runOut() }).toEqual({ done: ['ask close', 'hide'], timers: [] });
  });

  it('[END3] takes a window closed once more, while it asks, for the answer', () => {
    const { leave, done, runOut } = leaving();
    leave.windowClosed();
    leave.answered('asking');
    leave.windowClosed();
    expect({ done, timers: runOut() }).toEqual({ done: ['ask close', 'end'], timers: [] });
  });

  it('asks anew when it is closed again after it stayed', () => {
    const { leave, done } = leaving();
    leave.windowClosed();
    leave.answered('stay');
    leave.windowClosed();
    expect(done).toEqual(['ask close', 'ask close']);
  });
});
