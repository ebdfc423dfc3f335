import { describe, expect, it } from 'vitest';
import type { InPieces } from '../../renderer/exports/inPieces';
import { whole } from '../../renderer/exports/inPieces';
import { doInPieces, doWhenIdle, utf8 } from '../../renderer/store/exportPieces';

/** Some hundred pieces, each of which takes a millisecond; `seen` is told at each. */
function* slow(seen: () => void): InPieces<string> {
  for (let piece = 0; piece < 100; piece += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    seen();
    yield;
  }
  return 'done';
}

describe('work in pieces', () => {
  it('lets others have their turn before it ends, and gives its result', async () => {
    let turns = 0;
    const turn = setInterval(() => (turns += 1), 0);
    let turnsSeen = 0;
    const result = await doInPieces(slow(() => (turnsSeen = turns)));
    clearInterval(turn);
    expect(result).toBe('done');
    expect(turnsSeen).toBeGreaterThan(0);
  });

  it('rejects with what the work throws', async () => {
    const broken = (function* (): InPieces<string> {
      yield;
      throw new Error('broken');
    })();
    await expect(doInPieces(broken)).rejects.toThrow('broken');
  });

  it('is done to its end when it is done in idle moments, a few pieces in each', async () => {
    const idle: IdleRequestCallback[] = [];
    const before = globalThis.requestIdleCallback;
    globalThis.requestIdleCallback = (run) => idle.push(run);
    let pieces = 0;
    doWhenIdle(slow(() => (pieces += 1)));
    let moments = 0;
    for (let run = idle.pop(); run; run = idle.pop()) {
      moments += 1;
      let left = 12;
      run({ didTimeout: false, timeRemaining: () => (left -= 1) });
    }
    globalThis.requestIdleCallback = before;
    expect([pieces, moments]).toEqual([100, 12]);
  });
});

describe('the parts of a text in UTF-8', () => {
  it.each([[[]], [['a']], [['größer ', '– 3 am ', '', '😀']]])('are those of %j as one', (parts) => {
    expect(whole(utf8(parts))).toEqual(new TextEncoder().encode(parts.join('')));
  });
});
