import { join } from 'node:path';
import * as v from 'valibot';
import type { FilePort } from '../files/filePort';
import { atomicWrite } from '../files/atomicWrite';
import { incidentIdShape } from '../rowShape';
import type { IncidentState, SegmentState } from './incidentScan';
import { segmentFile } from './segmentName';

/**
 * What a clean exit knew of each incident's journal, so that the next start need not read the files
 * whose sizes still fit.
 */
export type Checkpoint = ReadonlyMap<string, IncidentState>;

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const checkpointShape = v.object({
  format: v.literal(1),
  incidents: v.array(
    v.object({
      incidentId: incidentIdShape,
      count: wholeNumber,
      lastStamp: v.nullable(v.string()),
      seq: wholeNumber,
      link: v.string(),
      segments: v.array(v.object({ segment: v.pipe(wholeNumber, v.minValue(1)), bytes: wholeNumber })),
    }),
  ),
});

/** Null when there is none or it can't be read; everything is then scanned. */
export async function readCheckpoint(files: FilePort, path: string): Promise<Checkpoint | null> {
  try {
    const { incidents } = v.parse(checkpointShape, JSON.parse((await files.readAll(path)).toString()));
    return new Map(
      incidents.map(({ incidentId, segments, ...rest }) => [
        incidentId,
        { ...rest, segments: segments.map((one): SegmentState => ({ ...one, use: 'open' })) },
      ]),
    );
  } catch {
    return null;
  }
}

/** Whether the files are those that the checkpoint names, each with the size it names. */
export async function isAsLeft(
  files: FilePort,
  folder: string,
  checkpoint: Checkpoint,
  segments: readonly string[],
): Promise<boolean> {
  const vouched = [...checkpoint].flatMap(([incidentId, state]) =>
    state.segments.map(({ segment, bytes }) => ({ file: segmentFile(incidentId, segment), bytes })),
  );
  if (vouched.length !== segments.length) return false;
  const sizes = await Promise.all(vouched.map(({ file }) => files.size(join(folder, file))));
  return vouched.every(({ bytes }, n) => sizes[n] === bytes);
}

export async function writeCheckpoint(files: FilePort, path: string, checkpoint: Checkpoint): Promise<void> {
  const incidents = [...checkpoint].map(([incidentId, { count, lastStamp, seq, link, segments }]) => ({
    incidentId,
    count,
    lastStamp,
    seq,
    link,
    segments: segments.map(({ segment, bytes }) => ({ segment, bytes })),
  }));
  await atomicWrite(files, path, `${JSON.stringify({ format: 1, incidents }, null, 1)}\n`);
}
