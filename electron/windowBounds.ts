import * as v from 'valibot';
import { atomicWrite } from './files/atomicWrite';
import type { FilePort } from './files/filePort';

/** A place on the desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window stood when it was closed. */
export interface WindowState {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

export const SMALLEST = { width: 480, height: 480 };
export const FIRST_SIZE = { width: 1280, height: 800 };
/** So much of the title bar must be on a screen for the window to count as reachable. */
const GRIP = { width: 120, height: 40 };

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const stateShape = v.object({
  bounds: v.object({ x: pixels, y: pixels, width: pixels, height: pixels }),
  maximized: v.boolean(),
});

/** Takes what the file says; null at a first start or when that makes no sense. */
export function readWindowState(text: string): WindowState | null {
  try {
    return v.parse(stateShape, JSON.parse(text));
  } catch {
    return null;
  }
}

export async function writeWindowState(files: FilePort, path: string, state: WindowState): Promise<void> {
  await atomicWrite(files, path, `${JSON.stringify(state)}\n`);
}

/** Remembered bounds if a hand can still reach the window there: screens are unplugged. */
export function reachableBounds({ bounds }: WindowState, screens: readonly Bounds[]): Bounds | null {
  const width = Math.max(bounds.width, SMALLEST.width);
  const height = Math.max(bounds.height, SMALLEST.height);
  const reachable = screens.some((screen) => {
    const across = overlap(bounds.x, width, screen.x, screen.width);
    const gripHeight = overlap(bounds.y, GRIP.height, screen.y, screen.height);
    return across >= GRIP.width && gripHeight >= GRIP.height;
  });
  return reachable ? { x: bounds.x, y: bounds.y, width, height } : null;
}

function overlap(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
}
