import { getCurrentFuseWire } from '@electron/fuses';
import { type Flavour, type FuseTable, fuseIndex, fusesOf } from './fuses';

/** How a fuse is stored in the executable: the digit's character code, `r` for one that was removed. */
const enabled = '1'.charCodeAt(0);

/**
 * Compares the fuses in a finished executable with the table: what counts is what is shipped, not what
 * was asked for. @returns a sentence naming each that differs, or undefined.
 */
export async function checkFuses(flavour: Flavour, executable: string): Promise<string | undefined> {
  const wire = await getCurrentFuseWire(executable);
  const wanted = fusesOf(flavour);
  const names = Object.keys(wanted) as (keyof FuseTable)[];
  const wrong = names.filter((name) => (Number(wire[fuseIndex[name]]) === enabled) !== wanted[name]);
  if (wrong.length === 0) return undefined;
  const list = wrong.map((name) => `${name} is ${wanted[name] ? 'off' : 'on'}`);
  return `The ${flavour} package has wrong fuses: ${list.join(', ')}.`;
}
