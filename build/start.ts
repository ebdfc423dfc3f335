/**
 * `npm start`: brings the app up from a fresh checkout, on a desktop or on a bare server. Arguments go
 * through: `npm start -- --user-data-dir=DIR FILE.icbundle`.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { buildApp } from './buildApp';
import { electronHere } from './electronHere';
import { NoElectron } from './electronPath';
import { ensureSystemPackages } from './installSystemPackages';
import { launchArguments } from './launchArguments';
import { projectRoot } from './projectRoot';
import { electronLibraries, virtualDisplayPackages } from './systemPackages';
import { hasDisplay, startVirtualDisplay } from './virtualDisplay';

try {
  process.exit(await start(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof NoElectron ? error.message : error);
  process.exit(1);
}

async function start(typed: readonly string[]): Promise<number> {
  const needed = hasDisplay() ? electronLibraries : [...electronLibraries, ...virtualDisplayPackages];
  const lacking = await ensureSystemPackages(needed);
  if (lacking !== undefined) return complain(lacking);
  const electron = await electronHere();
  const fault = await buildApp();
  if (fault !== undefined) return complain(fault);
  const args = launchArguments(typed, {
    appFolder: projectRoot,
    typedIn: process.env['INIT_CWD'] ?? process.cwd(),
    isRoot: process.getuid?.() === 0,
  });
  return launch(electron.path, args, await environment());
}

/** Our own environment, with a virtual display where there is no real one. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE']; // Set in terminals inside Electron apps; would turn ours into a bare Node.
  if (hasDisplay()) return env;
  const display = await startVirtualDisplay();
  console.error(`No screen here: the console runs on the virtual display ${display.name}. To look at it:`);
  console.error(
    `  DISPLAY=${display.name} import -window root shot.png   (imagemagick), or x11vnc -display ${display.name}`,
  );
  return { ...env, DISPLAY: display.name };
}

/** Runs Electron to its end, handing on the signals that ask us to stop. @returns the exit code. */
function launch(path: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const app = spawn(path, args, { stdio: 'inherit', env, cwd: projectRoot });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.kill(signal));
  return new Promise((resolve, reject) => {
    app.once('error', reject);
    app.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}
