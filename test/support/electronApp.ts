/**
 * Starts the built console in a real Electron for a test, with a profile and a home of its own.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ElectronApplication, type Page, _electron } from '@playwright/test';
import { electronHere } from '../../build/electronHere';
import { killTree } from '../../build/killTree';
import { launchArguments } from '../../build/launchArguments';
import { processesMentioning, signalQuietly } from '../../build/processTree';
import { projectRoot } from '../../build/projectRoot';
import { hasDisplay } from '../../build/virtualDisplay';
import { closeElectron } from './electronClose';
import { testEnvironment } from './electronEnvironment';
import { freshFolder } from './freshFolder';

/** What a test may choose; everything left out is made afresh. */
export interface LaunchOptions {
  /** The profile; give the same one again to restart on the same data. */
  readonly userDataDir?: string;
  /** HOME of the app; its documents folder is this folder itself. Give it again with `userDataDir`. */
  readonly home?: string;
  /** Further switches and files, e.g. `['incident.icbundle']`. */
  readonly args?: readonly string[];
  /** Added to the environment, e.g. `{ TZ: 'Asia/Kolkata' }`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Another executable that needs no app folder: a package. */
  readonly packaged?: string;
  /** How long the first window may take. */
  readonly timeoutMs?: number;
}

/** A running console. */
export interface RunningConsole {
  readonly app: ElectronApplication;
  /** The first window, loaded. */
  readonly page: Page;
  readonly profile: string;
  readonly home: string;
  /** Process id of the main process. */
  readonly pid: number;
  /** Quits as a person would, waits until every process has ended, and kills what has not after 15 s. */
  readonly close: () => Promise<void>;
  /** SIGKILLs every process of the app at once and waits until each is dead. */
  readonly killAll: () => Promise<void>;
}

/**
 * Starts the console that `npm run build` put into `out/`.
 *
 * @example
 * const first = await launchConsole();
 * await first.killAll();
 * const again = await launchConsole({ userDataDir: first.profile, home: first.home });
 */
export async function launchConsole(options: LaunchOptions = {}): Promise<RunningConsole> {
  if (!hasDisplay())
    throw new Error('No display: run the tests with `npm run e2e`, which starts a virtual one.');
  const profile = options.userDataDir ?? freshFolder('profile');
  const home = options.home ?? freshFolder('home');
  const isRoot = process.getuid?.() === 0;
  const start = async () =>
    _electron.launch({
      executablePath: options.packaged ?? (await electronForTests()),
      args: [...argumentsFor(options, profile, isRoot)],
      env: testEnvironment(process.env, home, options.env),
      chromiumSandbox: !isRoot,
      cwd: home,
      timeout: options.timeoutMs ?? 30_000,
    });
  const app = await heldOf(start, profile);
  const pid = app.process().pid;
  if (pid === undefined) throw new Error('Electron started without a process id.');
  const killAll = () => killTree(pid, () => processesMentioning(profile));
  try {
    const page = await app.firstWindow({ timeout: options.timeoutMs ?? 30_000 });
    await page.waitForLoadState('domcontentloaded');
    await untilItTakesKeys(page);
    return { app, page, profile, home, pid, killAll, close: () => closeElectron(app, killAll) };
  } catch (error) {
    await killAll();
    throw error;
  }
}

/** Starts the console with nobody holding it, to be killed before it has a window. */
export async function startUnheld(profile: string, home: string): Promise<() => Promise<void>> {
  const args = argumentsFor({}, profile, process.getuid?.() === 0);
  const env = testEnvironment(process.env, home);
  const { pid } = spawn(await electronForTests(), [...args], { cwd: home, env, stdio: 'ignore' });
  if (pid === undefined) throw new Error('Electron did not start.');
  return () => killTree(pid, () => processesMentioning(profile));
}

/**
 * Starts the program, and once more when Playwright got no hold of it at all in its 30 s: on a busy machine
 * the debuggers are connected and nothing follows, once in some hundred starts. A window that came late or
 * wrong is no such case.
 */
async function heldOf(
  start: () => Promise<ElectronApplication>,
  profile: string,
): Promise<ElectronApplication> {
  try {
    return await start();
  } catch (error) {
    if (!String(error).includes('electron.launch: Timeout')) throw error;
    console.warn('Started again: Playwright got no hold of the first start.');
    for (const left of processesMentioning(profile)) signalQuietly(left, 'SIGKILL');
    return start();
  }
}

/** The page's own mark; a page that is broken on purpose never sets it, and is handed over all the same. */
async function untilItTakesKeys(page: Page): Promise<void> {
  const taken = () => page.evaluate(() => performance.getEntriesByName('app:interactive').length > 0);
  const patience = Date.now() + 5_000;
  while (Date.now() < patience && !(await taken())) await pause(20);
}

let found: Promise<string> | undefined;

/** The Electron of this machine, looked for once a worker. */
function electronForTests(): Promise<string> {
  if (!existsSync(join(projectRoot, 'out/main/main.js'))) {
    throw new Error('There is no out/main/main.js: run `npm run build` first.');
  }
  found ??= electronHere().then(({ path }) => path);
  return found;
}

function argumentsFor(options: LaunchOptions, profile: string, isRoot: boolean): readonly string[] {
  const typed = [`--user-data-dir=${profile}`, ...(options.args ?? [])];
  const args = launchArguments(typed, { appFolder: projectRoot, typedIn: projectRoot, isRoot });
  // A package holds its app and would take the folder for a file to open.
  return options.packaged === undefined ? args : args.filter((argument) => argument !== projectRoot);
}
