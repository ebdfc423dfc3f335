import { setTimeout as pause } from 'node:timers/promises';
import type { Readings } from '../metrics';
import type { Running } from './running';

const FLOOD_MS = 1500;
const WHEEL_PIXELS = 240;
/** After so many turns the wheel is turned the other way. */
const TURNS_ONE_WAY = 60;
const JUMPS = 15;
const LATE_FRAME_MS = 25;
/** With fewer rows there is nothing to scroll by. */
const FEWEST_ROWS = 500;

/** A flood of wheel turns, then jumps to places all over the log. */
export async function measureScrolling(running: Running, readings: Readings): Promise<void> {
  const { page } = running;
  if (running.size < FEWEST_ROWS) {
    readings.skipped.push(`scroll: fewer than ${FEWEST_ROWS} entries`);
    return;
  }
  const { frames, blank } = await flood(running);
  readings.add('scroll.frame', ...frames);
  readings.add('scroll.over25', shareOver(frames));
  readings.add('scroll.blank', (100 * blank) / (frames.length + 1));
  const jumps = await page.evaluate((count) => benchProbe.jumps(count), JUMPS);
  if (jumps.some(Number.isNaN)) readings.problems.push('a jump never filled the view with rows');
  readings.add('scroll.jump', ...jumps);
  readings.add('scroll.jumpOver25', shareOver(jumps));
}

async function flood({ page, cdp }: Running): Promise<{ frames: number[]; blank: number }> {
  const middle = await page.evaluate(() => benchProbe.scrollerMiddle());
  const recording = page.evaluate((ms) => benchProbe.recordFrames(ms), FLOOD_MS);
  const end = performance.now() + FLOOD_MS - 50;
  for (let turn = 0; performance.now() < end; turn += 1) {
    const deltaY = Math.floor(turn / TURNS_ONE_WAY) % 2 === 0 ? -WHEEL_PIXELS : WHEEL_PIXELS;
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...middle, deltaX: 0, deltaY });
    await pause(14);
  }
  return recording;
}

/** Per cent that are too late; what never came (NaN) is too late as well. */
const shareOver = (times: readonly number[]): number =>
  (100 * times.filter((time) => !(time <= LATE_FRAME_MS)).length) / times.length;
