import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { hasProgram } from './systemInventory';

/** An X server without a screen. */
export interface VirtualDisplay {
  /** What DISPLAY must be, e.g. ":99". */
  readonly name: string;
  readonly stop: () => void;
}

const readyWithinMs = 15_000;

/**
 * Starts Xvfb. It picks a free display number itself and tells it through a pipe (`-displayfd`), so two
 * starts at the same moment never collide, and it is ready once the number arrives.
 *
 * @throws an Error with a sentence when it does not come up.
 */
export async function startVirtualDisplay(size = '1280x800x24'): Promise<VirtualDisplay> {
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'];
  const [file, first] = endsWithUs();
  const server = spawn(file, [...first, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const stop = () => void server.kill('SIGTERM');
  // Node must not wait for the server, but the server must not outlive us either.
  server.unref();
  process.once('exit', stop);
  try {
    return { name: `:${await displayNumber(server)}`, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Has the kernel end the server when we end, even by SIGKILL, after which no code of ours runs. */
function endsWithUs(): readonly [file: string, args: readonly string[]] {
  return hasProgram('setpriv') ? ['setpriv', ['--pdeathsig', 'TERM', 'Xvfb']] : ['Xvfb', []];
}

function displayNumber(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3] as Readable;
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The virtual display (Xvfb) did not start: ${why}.`));
    const timer = setTimeout(() => fail('no answer'), readyWithinMs);
    let text = '';
    pipe.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      pipe.destroy();
      resolve(text.trim());
    });
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`it ended with exit code ${String(code)}`));
  });
}

/** True when there is a screen to show windows on. Only Linux can be without. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean {
  if (platform !== 'linux') return true;
  return [env['DISPLAY'], env['WAYLAND_DISPLAY']].some((value) => value !== undefined && value !== '');
}
