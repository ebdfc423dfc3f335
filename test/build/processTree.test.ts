import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { endTree, killTree } from '../../build/killTree';
import { isRunning, parseStat, processTree } from '../../build/processTree';
import { runCommand, whyItFailed } from '../../build/runCommand';

const entry = (pid: number, parent: number, isZombie = false) => ({ pid, parent, isZombie });

describe('a process tree', () => {
  it('holds the process and all below it', () => {
    const entries = [entry(1, 0), entry(5, 1), entry(6, 5), entry(7, 6), entry(9, 1)];
    expect(processTree(5, entries)).toEqual([5, 6, 7]);
  });

  it('leaves out the dead', () => {
    expect(processTree(5, [entry(5, 1), entry(6, 5, true)])).toEqual([5]);
    expect(processTree(5, [entry(1, 0)])).toEqual([]);
  });

  it('is read from lines whose process name holds brackets and blanks', () => {
    expect(parseStat('42 (a (b) c) S 7 42 42 0')).toEqual({ pid: 42, parent: 7, isZombie: false });
    expect(parseStat('42 (x) Z 7 0')).toEqual({ pid: 42, parent: 7, isZombie: true });
    expect(parseStat('')).toBeUndefined();
  });
});

/** A shell with two children, one of which ignores SIGTERM. */
async function family(): Promise<number> {
  const script = 'sleep 60 & sh -c "trap : TERM; echo ready; while :; do sleep 1; done" & wait';
  const shell = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(shell.stdout, 'data');
  if (shell.pid === undefined) throw new Error('no shell');
  return shell.pid;
}

describe.runIf(process.platform !== 'win32')('ending a tree', () => {
  it('kills every process of it and returns when all are dead', async () => {
    const pid = await family();
    const tree = processTree(pid);
    expect(tree.length).toBeGreaterThanOrEqual(3);
    await killTree(pid);
    expect(tree.filter(isRunning)).toEqual([]);
  });

  it('kills what does not heed SIGTERM', async () => {
    const pid = await family();
    const tree = processTree(pid);
    await endTree(pid, 300);
    expect(tree.filter(isRunning)).toEqual([]);
  });
});

describe('running a command', () => {
  const node = (script: string, timeoutMs = 10_000) =>
    runCommand({ file: process.execPath, args: ['-e', script], timeoutMs, output: 'capture' });

  it('gives its output and exit code', async () => {
    expect(await node('console.log("out"); console.error("err"); process.exit(3)')).toEqual({
      code: 3,
      stdout: 'out\n',
      stderr: 'err\n',
      timedOut: false,
    });
  });

  it('ends it after the time allowed', async () => {
    const result = await node('setInterval(() => {}, 1000)', 300);
    expect(whyItFailed('The loop', result)).toBe('The loop took too long and was ended.');
  });

  it('says why it could not be started', async () => {
    const result = await runCommand({ file: '/no/such', args: [], timeoutMs: 1000, output: 'capture' });
    expect(whyItFailed('It', result)).toMatch(/^It could not be started: .*ENOENT/);
  });
});
