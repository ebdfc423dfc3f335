import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { spaceLevel, watchSpace, type Space } from '../../electron/diskSpace';

describe('free space (BAK9)', () => {
  it.each([
    [Number.POSITIVE_INFINITY, 'ok'],
    [200_000_000, 'ok'],
    [199_999_999, 'low'],
    [50_000_000, 'low'],
    [49_999_999, 'critical'],
    [0, 'critical'],
  ])('[BAK9] %d bytes is %s', (free, level) => {
    expect(spaceLevel(free)).toBe(level);
  });

  it('[BAK9] is looked at when the console starts and every minute; a disk that doesn’t answer is no full disk', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const told: Space[] = [];
    let free: number | null = 60_000_000;
    const freeBytes = (): Promise<number> =>
      free === null ? Promise.reject(new Error('EIO')) : Promise.resolve(free);
    const end = watchSpace({ freeBytes }, '/profile', (space) => told.push(space));
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual([{ level: 'low', freeBytes: 60_000_000 }]);
    free = 10_000_000;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told.at(-1)).toEqual({ level: 'critical', freeBytes: 10_000_000 });
    free = null;
    await vi.advanceTimersByTimeAsync(60_000);
    free = 900_000_000;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(told.map(({ level }) => level)).toEqual(['low', 'critical', 'ok']);
    end();
  });
});
