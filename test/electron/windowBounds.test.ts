import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { reachableBounds, readWindowState, writeWindowState } from '../../electron/windowBounds';
import { tempFolder } from './support/tempFolder';

const SCREENS = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
];

function place(x: number, y: number, width = 1000, height = 700) {
  return { bounds: { x, y, width, height }, maximized: false };
}

describe('the window’s place', () => {
  it('is remembered', async () => {
    const path = join(tempFolder(), 'window.json');
    await writeWindowState(nodeFiles, path, { ...place(10, 20), maximized: true });
    expect(readWindowState(readFileSync(path, 'utf8'))).toEqual({ ...place(10, 20), maximized: true });
  });

  it.each([
    '',
    '{}',
    '{"bounds":{"x":"0"}}',
    '{"bounds":{"x":1e9,"y":0,"width":1,"height":1},"maximized":false}',
  ])('is forgotten when the file holds %j', (content) => {
    expect(readWindowState(content)).toBeNull();
  });

  it('is taken up again on either screen', () => {
    expect(reachableBounds(place(100, 100), SCREENS)).toEqual(place(100, 100).bounds);
    expect(reachableBounds(place(2000, 100), SCREENS)).toEqual(place(2000, 100).bounds);
  });

  it.each([
    ['on a screen that was unplugged', place(4000, 100)],
    ['with its title bar above the screen', place(100, -60)],
    ['with only a sliver showing', place(-950, 100)],
    ['below the screen', place(100, 1030)],
  ])('is not when it lies %s', (_where, state) => {
    expect(reachableBounds(state, SCREENS)).toBeNull();
  });

  it('is never smaller than the smallest window', () => {
    expect(reachableBounds(place(0, 0, 10, 10), SCREENS)).toEqual({ x: 0, y: 0, width: 480, height: 480 });
  });
});
