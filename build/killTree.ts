import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, processTree, signalQuietly } from './processTree';

/** How long a process may take to disappear after SIGKILL before we call it a fault. */
const goneWithinMs = 10_000;

/**
 * SIGKILLs a process with all its descendants (and `others`) and waits until every one is gone.
 *
 * The first process dies first, so that it cannot notice, react to or replace a dying child. The tree
 * is read again until it stays empty, because a child may be born while we kill.
 *
 * @throws if one of them is still alive after ten seconds.
 */
export async function killTree(pid: number, others: () => readonly number[] = () => []): Promise<void> {
  const seen = new Set<number>();
  const deadline = Date.now() + goneWithinMs;
  for (;;) {
    for (const found of [...processTree(pid), ...others()]) seen.add(found);
    const alive = [...seen].filter(isRunning);
    if (alive.length === 0) return;
    if (Date.now() > deadline) throw new Error(`Processes ${alive.join(', ')} outlived SIGKILL.`);
    for (const victim of alive) signalQuietly(victim, 'SIGKILL');
    await pause(20);
  }
}

/** Asks a tree to end with SIGTERM, and kills what is left of it after `graceMs`. */
export async function endTree(pid: number, graceMs: number): Promise<void> {
  const tree = processTree(pid);
  signalQuietly(pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (Date.now() < deadline && tree.some(isRunning)) await pause(50);
  await killTree(pid, () => tree.filter(isRunning));
}
