import { spawn } from 'node:child_process';
import type { Command } from './runCommand';
import { hasProgram } from './systemInventory';
import { startVirtualDisplay } from './virtualDisplay';

/** Somewhere for tests to show windows. */
export interface TestDesktop {
  readonly env: NodeJS.ProcessEnv;
  /** The same command, inside a D-Bus session of its own where there is dbus. */
  readonly wrap: (command: Command) => Command;
  readonly stop: () => void;
}

/**
 * A desktop of the tests' own, always the same size and never the developer's screen: a virtual display
 * with a window manager, because without one minimise, focus and always-on-top cannot be trusted.
 *
 * Only Linux has one; elsewhere the tests use the desktop that is there.
 */
export async function startTestDesktop(): Promise<TestDesktop> {
  if (process.platform !== 'linux')
    return { env: process.env, wrap: (command) => command, stop: () => undefined };
  const display = await startVirtualDisplay('1600x1000x24');
  const env: NodeJS.ProcessEnv = { ...process.env, DISPLAY: display.name };
  delete env['WAYLAND_DISPLAY'];
  const stopManager = startWindowManager(env);
  return {
    env,
    wrap: inDbusSession,
    stop: () => {
      stopManager();
      display.stop();
    },
  };
}

function startWindowManager(env: NodeJS.ProcessEnv): () => void {
  if (!hasProgram('openbox')) return () => undefined;
  const manager = spawn('openbox', ['--sm-disable'], { env, stdio: 'ignore' });
  manager.on('error', (error) => console.error('No window manager:', error.message));
  manager.unref();
  return () => void manager.kill('SIGTERM');
}

function inDbusSession(command: Command): Command {
  if (!hasProgram('dbus-run-session')) return command;
  return { ...command, file: 'dbus-run-session', args: ['--', command.file, ...command.args] };
}
