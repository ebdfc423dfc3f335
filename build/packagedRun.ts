import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { killTree } from './killTree';
import { processesMentioning } from './processTree';

/** A started package under examination. */
export interface PackagedRun {
  readonly child: ChildProcess;
  readonly profile: string;
  /** What it has said so far, both channels together. */
  readonly said: () => string;
  /** Its exit code; "signal" when one ended it, "still running" when it did not end in time. */
  readonly exit: (withinMs: number) => Promise<number | 'signal' | 'still running'>;
  /** Ends whatever is left, and removes the profile. */
  readonly cleanUp: () => Promise<void>;
}

/** Starts a packaged executable with a profile of its own. The sandbox cannot start as root. */
export function startPackaged(
  executable: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): PackagedRun {
  const profile = mkdtempSync(join(tmpdir(), 'incident-console-package-'));
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...noSandbox, `--user-data-dir=${profile}`, ...args], {
    env: { ...env, HOME: profile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : 'signal'));
  return {
    child,
    profile,
    said: () => text,
    exit: (withinMs) => Promise.race([ended, pause(withinMs, 'still running' as const, { ref: false })]),
    cleanUp: async () => {
      await killTree(child.pid ?? 0, () => processesMentioning(profile));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
