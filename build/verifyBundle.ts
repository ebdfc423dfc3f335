/**
 * Verifies the logs of an incident bundle by the journal files it carries: the chain of each, and that its
 * log is, row for row, what the chain vouches for.
 */
import { bufferSource } from '../electron/bundle/byteSource';
import { openBundle } from '../electron/bundle/openBundle';
import { verifyLog, type LogProof } from '../electron/bundle/proof';
import { isStoredRow } from '../electron/rowShape';
import type { StoredRow } from '../electron/contract';

/** @throws Error with a sentence when the bundle is damaged, or carries no proof of one of its logs. */
export async function verifyBundle(bytes: Buffer): Promise<readonly LogProof[]> {
  const bundle = await openBundle(bufferSource(bytes));
  const proofs: LogProof[] = [];
  for (const { id, proof } of bundle.manifest.incidents) {
    if (!proof) throw new Error(`The bundle carries no proof of ${id}: it has the bare rows only.`);
    proofs.push(verifyLog(id, rowsOf(await bundle.log(id)), await bundle.proof(id)));
  }
  return proofs;
}

/** What is wrong, in a sentence a log; none when all of it holds. */
export function problemsOf(proofs: readonly LogProof[]): readonly string[] {
  return proofs.flatMap(({ incidentId, brokenAt, logDiffers }) => [
    ...(brokenAt
      ? [`The chain of ${incidentId} breaks at line ${brokenAt.line} of ${brokenAt.file}: ${brokenAt.why}.`]
      : []),
    ...(logDiffers === null ? [] : [`The log of ${incidentId} was rewritten: ${logDiffers}.`]),
  ]);
}

function rowsOf(log: Buffer): readonly StoredRow[] {
  const lines = log.toString('utf8').split('\n');
  return lines.flatMap((line, i): readonly StoredRow[] => {
    if (line === '') return [];
    const row: unknown = JSON.parse(line);
    if (!isStoredRow(row)) throw new Error(`Line ${i + 1} of a log is no row.`);
    return [row];
  });
}
