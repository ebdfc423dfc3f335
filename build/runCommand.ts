import { spawn } from 'node:child_process';
import { endTree } from './killTree';
import { projectRoot } from './projectRoot';

/** What to run and for how long. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Nothing may hang for ever: after this it and its children are ended. */
  readonly timeoutMs: number;
  /** `show`: to our own output. `capture`: only into the result. `to-stderr`: keeps our stdout clean. */
  readonly output: 'show' | 'capture' | 'to-stderr';
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** How it ended. `code` is null when it never started or was ended by a signal. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  /** Set when it could not be started at all, e.g. "spawn Xvfb ENOENT". */
  readonly failure?: string;
}

/** Milliseconds a timed-out command gets between SIGTERM and SIGKILL. */
const graceMs = 8000;

/** Runs a command to its end. Never rejects for what the command does: the result says it. */
export function runCommand(command: Command): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, {
      cwd: command.cwd ?? projectRoot,
      env: command.env ?? process.env,
      stdio: ['ignore', ...outputs(command.output)],
    });
    const result = { stdout: '', stderr: '', timedOut: false };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (result.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (result.stderr += text));
    const timer = setTimeout(() => {
      result.timedOut = true;
      if (child.pid !== undefined) endTree(child.pid, graceMs).catch(reject);
    }, command.timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ ...result, code: null, failure: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ...result, code });
    });
  });
}

/** One sentence on a command that did not end with code 0. */
export function whyItFailed(name: string, result: CommandResult): string {
  if (result.failure !== undefined) return `${name} could not be started: ${result.failure}.`;
  if (result.timedOut) return `${name} took too long and was ended.`;
  return `${name} ended with exit code ${String(result.code)}.`;
}

function outputs(kind: Command['output']): ['inherit' | 'pipe' | number, 'inherit' | 'pipe' | number] {
  if (kind === 'show') return ['inherit', 'inherit'];
  if (kind === 'capture') return ['pipe', 'pipe'];
  return [2, 2];
}
