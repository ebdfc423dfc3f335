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
import { ASKED_FOR_A_ROUTE, connectionsIn, strangersAmong } from './connections';
import { figure } from './runs';

const hasStrace =
  process.platform === 'linux' && spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;

/** A program that starts Electron with our app under strace; Playwright takes it for Electron itself. */
function traced(electron: string, trace: string): string {
  const path = join(freshFolder('traced'), 'electron');
  const command = `strace -f -y -qq -e trace=socket,connect,sendto,sendmsg,sendmmsg -o '${trace}' '${electron}'`;
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
  expect(calls).toMatch(/connect\(\d+<\S+, \{sa_family=AF_UNIX/);
  const strangers = strangersAmong(connectionsIn(calls));
  figure('connections to other machines', strangers.length);
  expect(strangers).toEqual([]);
});

/** What a traced Node does that connects a datagram socket to this address. */
function traceOf(address: string): string {
  const trace = join(freshFolder('trace'), 'calls');
  const family = address.includes(':') ? 'udp6' : 'udp4';
  const source = `require('dgram').createSocket('${family}').on('error', () => 0).connect(9, '${address}')`;
  const options = ['-f', '-y', '-qq', '-e', 'trace=socket,connect,sendto', '-o', trace];
  spawnSync('strace', [...options, process.execPath, '-e', `${source}; setTimeout(process.exit, 300)`]);
  return readFileSync(trace, 'utf8');
}

test('a connection to another machine would be seen in the trace', () => {
  test.skip(!hasStrace, 'no strace on this computer, or it may not trace');
  const strangers = strangersAmong(connectionsIn(traceOf('192.0.2.1')));
  expect(strangers.map(({ address }) => address)).toEqual(['192.0.2.1']);
});

test('the question for a route of IPv6, on which nothing is sent, is told from a connection', () => {
  test.skip(!hasStrace, 'no strace on this computer, or it may not trace');
  const asked = connectionsIn(traceOf(ASKED_FOR_A_ROUTE));
  expect(asked.map(({ address, isRouteAlone }) => [address, isRouteAlone])).toEqual([
    [ASKED_FOR_A_ROUTE, true],
  ]);
  expect(strangersAmong(asked)).toEqual([]);
});

test('a call that another thread interrupts in the trace is read whole', () => {
  const interrupted = [
    '7 socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP <unfinished ...>',
    '8 sendto(4<socket:[1]>, "x", 1, 0, NULL, 0) = 1',
    '7 <... socket resumed>) = 19<socket:[42]>',
    `9 connect(19<socket:[42]>, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "${ASKED_FOR_A_ROUTE}", &sin6_addr)}, 28 <unfinished ...>`,
    '9 <... connect resumed>) = 0',
  ].join('\n');
  expect(connectionsIn(interrupted)).toMatchObject([
    { address: ASKED_FOR_A_ROUTE, port: 443, isRouteAlone: true },
  ]);
  const streaming = interrupted.replace('SOCK_DGRAM', 'SOCK_STREAM');
  expect(strangersAmong(connectionsIn(streaming))).toHaveLength(1);
});
