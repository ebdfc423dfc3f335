import { readFileSync } from 'node:fs';
import type { Settings } from './contract';
import type { ProfilePaths } from './profile';
import { readSettings } from './settingsShape';
import { readWindowState, type WindowState } from './windowBounds';

/** What the window must know before it is made. */
export interface FirstLook {
  readonly remembered: WindowState | null;
  readonly theme: Settings['theme'];
}

/**
 * Reads two small files at once, before Electron is ready. Nothing else could run by then, and later each
 * step of an unhurried reading would wait for a main thread that is busy with the window.
 */
export function firstLook({ bounds, settings }: Pick<ProfilePaths, 'bounds' | 'settings'>): FirstLook {
  return { remembered: readWindowState(textOf(bounds)), theme: readSettings(textOf(settings)).theme };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
