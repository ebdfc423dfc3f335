import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { killTree } from '../../build/killTree';
import { isRunning, processTree } from '../../build/processTree';
import { projectRoot } from '../../build/projectRoot';
import { hasProgram } from '../../build/systemInventory';
import { startVirtualDisplay } from '../../build/virtualDisplay';

const program =
  "import('./build/virtualDisplay.ts').then(async (v) => console.log((await v.startVirtualDisplay()).name))";

describe.runIf(hasProgram('Xvfb'))('a virtual display', () => {
  it('is another one for each start, and is gone when stopped', async () => {
    const [one, two] = await Promise.all([startVirtualDisplay(), startVirtualDisplay()]);
    expect(one.name).toMatch(/^:\d+$/);
    expect(two.name).not.toBe(one.name);
    one.stop();
    two.stop();
  });

  it.runIf(hasProgram('setpriv'))('ends with the process that started it, even by SIGKILL', async () => {
    const script = `${program}; setInterval(() => {}, 1000)`;
    const args = ['--import', 'tsx', '-e', script];
    const starter = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(starter.stdout, 'data');
    const children = processTree(starter.pid ?? 0).slice(1);
    expect(children.length).toBeGreaterThan(0);
    starter.kill('SIGKILL');
    for (let tries = 0; tries < 100 && children.some(isRunning); tries += 1) await pause(50);
    const left = children.filter(isRunning);
    await Promise.all(left.map((pid) => killTree(pid)));
    expect(left).toEqual([]);
  });
});
