/** What `/proc` tells of a tree of processes. Linux only; elsewhere everything reads as NaN. */
import { readdirSync, readFileSync } from 'node:fs';
import { listProcesses, processTree } from '../../../build/processTree';

/** The kernel counts CPU time in hundredths of a second. */
const TICK_MS = 10;
const isLinux = process.platform === 'linux';

/** CPU time in ms so far, also of processes that have ended and were collected. Steps of 10 ms. */
export function cpuMs(root: number): number {
  if (!isLinux) return Number.NaN;
  return sum(processTree(root).map((pid) => ticksOf(read(`/proc/${pid}/stat`)) * TICK_MS));
}

/** All kernel threads descend from this one. */
const KERNEL = 2;

/**
 * CPU time in ms so far of all programs that do not descend from `root`. The kernel's own threads are left out: what
 * they do is mostly what was asked of them, such as a file to be synced.
 */
export function foreignMs(root: number): number {
  if (!isLinux) return Number.NaN;
  const ours = new Set(processTree(root));
  const others = listProcesses().filter(
    ({ pid, parent }) => !ours.has(pid) && pid !== KERNEL && parent !== KERNEL,
  );
  return sum(others.map(({ pid }) => ticksOf(read(`/proc/${pid}/stat`)) * TICK_MS));
}

/** CPU time in ms of the threads that live now, to the nanosecond. */
export function runMs(root: number): number {
  if (!isLinux) return Number.NaN;
  const threads = processTree(root).flatMap((pid) =>
    list(`/proc/${pid}/task`).map((thread) => read(`/proc/${pid}/task/${thread}/schedstat`)),
  );
  return sum(threads.map((text) => Number(text.split(' ')[0]))) / 1e6;
}

/** Memory in MiB; a page that several share counts for each in part (PSS). */
export function pssMiB(root: number): number {
  if (!isLinux) return Number.NaN;
  const kiB = processTree(root).map((pid) => /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]);
  return sum(kiB.map((text) => Number(text ?? 0))) / 1024;
}

/** utime + stime + those of collected children: fields 14 to 17, counted after the name in brackets. */
function ticksOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return sum(fields.slice(11, 15).map(Number));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** '' when the process ended while we looked. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
