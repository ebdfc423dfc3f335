import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './freshFolder';

/** The wall clock of a console under test, as the system gives it; its steady clock goes on undisturbed. */
export interface MovableClock {
  /** Environment to launch the console with. */
  readonly env: Readonly<Record<string, string>>;
  /** Sets the clock so many seconds ahead of the true time; behind it when negative. Seen within a second. */
  readonly set: (aheadSeconds: number) => void;
}

/** Undefined where libfaketime (Debian: `faketime`) is not installed. */
export function movableClock(): MovableClock | undefined {
  const library = fakeTimeLibrary();
  if (library === undefined) return undefined;
  const file = join(freshFolder('clock'), 'offset');
  const set = (aheadSeconds: number): void =>
    writeFileSync(file, `${aheadSeconds < 0 ? '' : '+'}${aheadSeconds}\n`);
  set(0);
  return {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // Without it waits with a deadline on the steady clock never end, and Chromium stands still.
      FAKETIME_FORCE_MONOTONIC_FIX: '0',
    },
    set,
  };
}

function fakeTimeLibrary(): string | undefined {
  try {
    const found = readdirSync('/usr/lib', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => librariesIn(join('/usr/lib', name, 'faketime')));
    return found[0];
  } catch {
    return undefined;
  }
}

function librariesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name === 'libfaketimeMT.so.1')
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
