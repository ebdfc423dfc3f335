import { join } from 'node:path';
import type { FilePort } from '../files/filePort';
import type { SegmentState } from './incidentScan';
import { segmentFile } from './segmentName';

/** The bytes of an incident's files, without what stands behind the last acknowledged line. */
export async function copyFiles(
  files: FilePort,
  folder: string,
  incidentId: string,
  segments: readonly SegmentState[],
): Promise<readonly { readonly file: string; readonly bytes: Buffer }[]> {
  const copies: { readonly file: string; readonly bytes: Buffer }[] = [];
  for (const { segment, bytes } of segments) {
    if (bytes === 0) continue;
    const file = segmentFile(incidentId, segment);
    copies.push({ file, bytes: (await files.readAll(join(folder, file))).subarray(0, bytes) });
  }
  return copies;
}
