/** What the shipped package must do and must refuse, tried on the finished executable. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type PackagedRun, startPackaged } from './packagedRun';

const startMs = 30_000;
const quitMs = 20_000;

/** It starts, opens its journal, and quits cleanly when asked to. @returns a sentence on a fault. */
export async function checkStartAndQuit(
  executable: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  return examine(startPackaged(executable, [], env), startsAndQuits);
}

/** A debugging switch ends it at once, with a sentence. @returns a sentence on a fault. */
export async function checkRefuses(
  executable: string,
  debugSwitch: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  return examine(startPackaged(executable, [debugSwitch], env), async (run) => {
    const code = await run.exit(startMs);
    if (code === 0 || typeof code !== 'number') return `With ${debugSwitch} it should refuse, but: ${code}.`;
    if (/DevTools listening|Debugger listening/.test(run.said()))
      return `With ${debugSwitch} it opened a port first.`;
    if (existsSync(join(run.profile, 'journal')))
      return `With ${debugSwitch} it went to work before it refused.`;
    const names = debugSwitch.split('=')[0] ?? debugSwitch;
    return run.said().includes(names) ? undefined : `It refused ${debugSwitch} without saying why.`;
  });
}

/** With ELECTRON_RUN_AS_NODE it stays the app and runs no script. @returns a sentence on a fault. */
export async function checkIsNoNode(executable: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const asNode = { ...env, ELECTRON_RUN_AS_NODE: '1' };
  return examine(
    startPackaged(executable, ['-e', 'console.log("I am " + "Node"); process.exit(42)'], asNode),
    async (run) => {
      const code = await run.exit(5000);
      if (code === 42 || run.said().includes('I am Node'))
        return 'With ELECTRON_RUN_AS_NODE it ran a script as Node.';
      // It may ignore the variable and be the app, or refuse; both are safe.
      return code === 'still running' ? startsAndQuits(run) : undefined;
    },
  );
}

async function startsAndQuits(run: PackagedRun): Promise<string | undefined> {
  const deadline = Date.now() + startMs;
  while (!existsSync(join(run.profile, 'journal'))) {
    if (run.child.exitCode !== null) return `It ended at the start with code ${run.child.exitCode}.`;
    if (Date.now() > deadline) return 'It did not open its journal.';
    await pause(100);
  }
  await pause(2000);
  run.child.kill('SIGTERM');
  const code = await run.exit(quitMs);
  return code === 0 ? undefined : `Asked to quit, it ended with: ${code}.`;
}

/** Runs one check, adds what the app said to a fault, and leaves nothing behind. */
async function examine(
  run: PackagedRun,
  check: (run: PackagedRun) => Promise<string | undefined>,
): Promise<string | undefined> {
  try {
    const fault = await check(run);
    return fault === undefined ? undefined : `${fault}\n${run.said()}`;
  } finally {
    await run.cleanUp();
  }
}
