/**
 * Starts Electron by a plain spawn and attaches late, through Chromium's debugger: attaching can then not
 * slow down the start that is timed, and nothing is added to what is started.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { endTree, killTree } from '../../../build/killTree';
import { launchArguments } from '../../../build/launchArguments';
import { testEnvironment } from '../../support/electronEnvironment';
import type { Ground, Subject } from '../subjects/subject';

const START_MS = 60_000;
const PAGE_MS = 30_000;
/** For an end in order: the console settles its stores and takes a backup. */
const END_MS = 30_000;

/** A page with the debugger attached. */
export interface Attached {
  readonly page: Page;
  readonly cdp: CDPSession;
}

export interface Launched {
  readonly pid: number;
  /** When it was spawned, in epoch milliseconds with fractions. */
  readonly spawnedAt: number;
  readonly attach: () => Promise<Attached>;
  /** Ends it as a log-out would, so that the profile is left clean. */
  readonly end: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** Starts a subject on a ground. @throws when no debugger answers in a minute. */
export async function launch(electron: string, subject: Subject, ground: Ground): Promise<Launched> {
  const { appFolder, switches } = subject;
  const typed = [...switches, '--remote-debugging-port=0', `--user-data-dir=${ground.profile}`];
  const isRoot = process.getuid?.() === 0;
  const args = launchArguments(typed, { appFolder, typedIn: ground.home, isRoot });
  const env = testEnvironment(process.env, ground.home);
  const spawnedAt = epochNow();
  const child = spawn(electron, [...args], { cwd: ground.home, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${electron} did not start.`);
  let browser: Browser | undefined;
  const leave = () => browser?.close().catch(() => undefined);
  const kill = async () => {
    await killTree(pid);
    await leave();
  };
  try {
    const endpoint = await debuggerOf(child);
    return {
      pid,
      spawnedAt,
      kill,
      attach: async () => attachedTo((browser ??= await chromium.connectOverCDP(endpoint))),
      end: async () => {
        await endTree(pid, END_MS);
        await leave();
      },
    };
  } catch (error) {
    await kill();
    throw error;
  }
}

export const epochNow = (): number => performance.timeOrigin + performance.now();

function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`No debugger: ${why}. ${said.slice(-800)}`));
    const timer = setTimeout(() => fail('it took too long'), START_MS);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /DevTools listening on ws:\/\/([^/\s]+)/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(`http://${found}`);
    });
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with exit code ${String(code)}`));
  });
}

async function attachedTo(browser: Browser): Promise<Attached> {
  const patience = performance.now() + PAGE_MS;
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((one) => /^(?:app|file):/.test(one.url()));
    if (page) return { page, cdp: await page.context().newCDPSession(page) };
    if (performance.now() > patience) throw new Error('No page was found.');
    await pause(50);
  }
}
