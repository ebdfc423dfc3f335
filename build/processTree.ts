/**
 * Finding and ending whole process trees. Chromium starts a dozen processes; ending only the first
 * leaves the others running, and a test of "killed at any moment" that spares one proves nothing.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** One process as the system lists it. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** Ended but not yet collected by its parent; counts as dead. */
  readonly isZombie: boolean;
}

/** Reads one line of `/proc/PID/stat`; the name in brackets may itself hold brackets and blanks. */
export function parseStat(line: string): ProcessEntry | undefined {
  const match = /^(\d+) \(.*\) (\S) (\d+) /s.exec(line);
  if (!match) return undefined;
  return { pid: Number(match[1]), parent: Number(match[3]), isZombie: match[2] === 'Z' };
}

/** All processes, from `/proc` on Linux (a bare system has no `ps`), from `ps` elsewhere. */
export function listProcesses(): readonly ProcessEntry[] {
  if (process.platform !== 'linux') return listWithPs();
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => parseStat(readProc(pid, 'stat')))
    .filter((entry) => entry !== undefined);
}

/** The process itself and all its living descendants, parents before children. */
export function processTree(pid: number, entries = listProcesses()): readonly number[] {
  const living = entries.filter((entry) => !entry.isZombie);
  const tree = living.some((entry) => entry.pid === pid) ? [pid] : [];
  const queue = [pid];
  for (let parent = queue.shift(); parent !== undefined; parent = queue.shift()) {
    const children = living.filter((entry) => entry.parent === parent).map((entry) => entry.pid);
    tree.push(...children);
    queue.push(...children);
  }
  return tree;
}

/** Living processes whose command line contains the text; finds those that left their parent. Linux only. */
export function processesMentioning(text: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  return listProcesses()
    .filter((entry) => !entry.isZombie && entry.pid !== process.pid)
    .map((entry) => entry.pid)
    .filter((pid) => readProc(String(pid), 'cmdline').includes(text));
}

/** True while the process runs; a zombie has already ended. */
export function isRunning(pid: number): boolean {
  return listProcesses().some((entry) => entry.pid === pid && !entry.isZombie);
}

/** Sends the signal; a process that has gone meanwhile is what was wanted. */
export function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // It ended while we looked.
  }
}

function listWithPs(): readonly ProcessEntry[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns.length >= 3)
    .map(([pid, parent, state]) => ({
      pid: Number(pid),
      parent: Number(parent),
      isZombie: (state ?? '').startsWith('Z'),
    }));
}
