import { setImmediate as turn } from 'node:timers/promises';
import type { IncidentIntegrity, IntegrityReport, Outcome } from './contract';
import { outcomeOf } from './backups/storageTrouble';
import type { FilePort } from './files/filePort';
import { storageFailure } from './files/storageFailure';
import { ChainCheck } from './journal/chainCheck';
import { segmentsByIncident, type SegmentName } from './journal/segmentName';
import { scanSegment } from './journal/segmentScan';
import { verifySegment } from './journal/verifySegment';

/** Always goes on: between two slices main answers the page. */
const goOn = async (): Promise<boolean> => turn(true);

/**
 * Reads every journal file from its first to its last byte: each line's checksum and shape, each text's
 * digest, the chain from line to line. Lists all that is wrong, by file and line.
 */
export function checkIntegrity(files: FilePort, folder: string): Promise<Outcome<IntegrityReport>> {
  return outcomeOf(folder, async () => {
    const incidents: IncidentIntegrity[] = [];
    for (const [incidentId, names] of segmentsByIncident(await files.list(folder))) {
      incidents.push(await checkIncident(files, folder, incidentId, names));
    }
    return { incidents };
  });
}

async function checkIncident(
  files: FilePort,
  folder: string,
  incidentId: string,
  names: readonly SegmentName[],
): Promise<IncidentIntegrity> {
  const stamps = new Set<string>();
  let check: ChainCheck | null = null;
  const damage: { readonly file: string; readonly why: string }[] = [];
  for (const name of names) {
    try {
      const scan = await scanSegment(files, folder, name);
      for (const { stamp } of scan.rows) stamps.add(stamp);
      const wrong = scan.unreadable.map(({ line, why }) => `line ${line}: ${why}`);
      if (scan.tailBytes > 0) wrong.push('its last line is unfinished');
      if (name === names[0] && name.segment > 1) wrong.push('the files before it are missing');
      check ??= new ChainCheck(name);
      const broken = await verifySegment(files, folder, name, goOn, check);
      if (broken !== null && !wrong.includes(broken)) wrong.push(broken);
      if (broken !== null) check = null;
      for (const why of wrong) damage.push({ file: name.file, why });
    } catch (error) {
      check = null;
      damage.push({ file: name.file, why: `cannot be read (${storageFailure(error, name.file).detail})` });
    }
  }
  return { incidentId, rows: stamps.size, damage };
}
