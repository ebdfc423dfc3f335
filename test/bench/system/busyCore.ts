import { spawn } from 'node:child_process';

/** Keeps one core busy, as a call beside the console does: a process that only counts. @returns its end. */
export function keepOneCoreBusy(): () => void {
  const child = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  const stop = () => void child.kill('SIGKILL');
  process.once('exit', stop);
  return stop;
}
