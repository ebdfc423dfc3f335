/**
 * The measuring half of `npm run bench`, on the desktop that the other half (run.ts) has made: prints the
 * tables on standard output, its progress on standard error, and leaves every sample in a file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineLines } from './machine';
import { readOptions } from './options';
import { report } from './report';
import { runAllRounds } from './rounds';
import { consoleSubject } from './subjects/consoleSubject';
import { floorSubjects } from './subjects/floorSubjects';
import { keepOneCoreBusy } from './system/busyCore';
import { Noise } from './system/noise';

/** What run.ts hands over, as JSON in the environment variable BENCH. */
export interface HandedOver {
  readonly electron: { readonly path: string; readonly saying: string };
  readonly folder: string;
  readonly floors: string;
  readonly probe: string;
  /** Its process id: all that descends from it is ours. */
  readonly root: number;
}

async function main(): Promise<void> {
  const given = JSON.parse(process.env['BENCH'] ?? '') as HandedOver;
  const options = readOptions(process.argv.slice(2));
  const release = options.busy ? keepOneCoreBusy() : () => undefined;
  const equipment = {
    electron: given.electron.path,
    probe: readFileSync(given.probe, 'utf8'),
    subjects: [consoleSubject, ...floorSubjects(given.floors)],
    noise: new Noise(given.root),
    say: (line: string) => console.error(line),
  };
  const sessions = await runAllRounds(equipment, options);
  release();
  const machine = machineLines(given.electron.saying, sessions);
  const busy = options.busy ? ['One core was kept busy meanwhile.'] : [];
  writeFileSync(join(given.folder, 'sessions.json'), JSON.stringify({ machine, sessions }, null, 1));
  console.log(`\n${report(sessions, [...machine, ...busy], options.markdown ? 'markdown' : 'text')}`);
}

await main();
