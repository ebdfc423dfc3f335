import { cpSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freshFolder } from '../../support/freshFolder';
import type { PlaceName } from '../metrics';
import { launch, type Attached } from '../session/launched';
import { untilMarked } from '../session/running';
import { runMs } from '../system/processReadings';
import type { Ground, Subject } from './subject';

const WARM_STARTS = 2;
const IDLE_LOOK_MS = 500;
/** Per cent of a core below which a program counts as having nothing to do. */
const IDLE_PERCENT = 5;
const IDLE_PATIENCE_MS = 120_000;

/** What an ended browser leaves in its profile and the next one would stumble over. */
const LEFT_OVER = /^(?:Singleton(?:Lock|Cookie|Socket)|DevToolsActivePort)$/;

/**
 * A profile made once and copied for every session: seeded, then opened and closed in order, so that what
 * a first start builds (the working copy, compiled code) is there. For a brand-new profile it stays empty.
 */
export async function prepareProfile(
  electron: string,
  subject: Subject,
  place: PlaceName,
  size: number,
): Promise<string> {
  const profile = await subject.seed(place, size);
  if (place === 'new') return profile;
  for (let start = 0; start < WARM_STARTS; start += 1) {
    const launched = await launch(electron, subject, { profile, home: freshFolder('home') });
    try {
      const attached = await launched.attach();
      await untilMarked(attached.page, 'app:interactive');
      if (start === 0 && subject.fillsItself) await fill(attached, size);
      await untilIdle(launched.pid);
      await launched.end();
    } finally {
      await launched.kill();
    }
  }
  return profile;
}

/** A copy that one session may use up. */
export function groundFrom(profile: string): Ground {
  const copy = freshFolder('profile');
  cpSync(profile, copy, { recursive: true, filter: (file) => !LEFT_OVER.test(basename(file)) });
  return { profile: copy, home: freshFolder('home') };
}

export function clearGround({ profile, home }: Ground): void {
  for (const folder of [profile, home]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function fill({ page }: Attached, size: number): Promise<void> {
  await untilMarked(page, 'app:data');
  await page.evaluate((rows) => fillFloor?.(rows), size);
}

async function untilIdle(pid: number): Promise<void> {
  const patience = performance.now() + IDLE_PATIENCE_MS;
  for (;;) {
    const [before, from] = [runMs(pid), performance.now()];
    await pause(IDLE_LOOK_MS);
    const percent = (100 * (runMs(pid) - before)) / (performance.now() - from);
    if (!(percent > IDLE_PERCENT) || performance.now() > patience) return;
  }
}
