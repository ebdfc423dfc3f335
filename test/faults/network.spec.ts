/**
 * A whole run, from declaring to quitting, watched from outside: no process of the console opens a connection
 * to another machine, or asks a name server for one (R32).
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { electronHere } from '../../build/electronHere';
import { projectRoot } from '../../build/projectRoot';
import { changeSeverity, declare, exportPostMortem, log, resolve, sendUpdate } from '../e2e/driver';
import { launchConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { connectionsIn, strangersAmong } from './connections';
import { figure } from './runs';

const hasStrace =
  process.platform === 'linux' && spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;

/** A program that starts Electron with our app under strace; Playwright takes it for Electron itself. */
function traced(electron: string, trace: string): string {
  const path = join(freshFolder('traced'), 'electron');
  const command = `strace -f -qq -e trace=socket,connect,sendto,sendmsg,sendmmsg -o '${trace}' '${electron}'`;
  writeFileSync(path, `#!/bin/sh\nexec ${command} "$@" '${projectRoot}'\n`);
  chmodSync(path, 0o755);
  return path;
}

test('a whole run connects to no other machine', async () => {
  test.skip(!hasStrace, 'no strace on this computer, or it may not trace');
  test.setTimeout(240_000);
  const trace = join(freshFolder('trace'), 'calls');
  const { path: electron } = await electronHere();
  const console = await launchConsole({ packaged: traced(electron, trace), timeoutMs: 90_000 });
  const { page } = console;
  await declare(page, { title: 'Nobody is called', commander: 'Dana' });
  await log(page, 'a note with https://example.com/ and www.example.org in it');
  await changeSeverity(page, 2, 'only EU');
  await sendUpdate(page, { impact: 'Nobody can pay', known: 'A deploy', doing: 'Rolling back' });
  await resolve(page);
  await exportPostMortem(page);
  await console.close();

  const calls = readFileSync(trace, 'utf8');
  // The display is reached by a socket of the machine: a trace without one saw nothing.
  expect(calls).toMatch(/connect\(\d+, \{sa_family=AF_UNIX/);
  const strangers = strangersAmong(connectionsIn(calls));
  figure('connections to other machines', strangers.length);
  expect(strangers).toEqual([]);
});

test('a connection to another machine would be seen in the trace', () => {
  test.skip(!hasStrace, 'no strace on this computer, or it may not trace');
  const trace = join(freshFolder('trace'), 'calls');
  const source = `require('dgram').createSocket('udp4').connect(9, '192.0.2.1', () => process.exit(0))`;
  spawnSync('strace', [
    '-f',
    '-qq',
    '-e',
    'trace=socket,connect,sendto',
    '-o',
    trace,
    process.execPath,
    '-e',
    source,
  ]);
  expect(strangersAmong(connectionsIn(readFileSync(trace, 'utf8'))).map(({ address }) => address)).toEqual([
    '192.0.2.1',
  ]);
});
