import * as v from 'valibot';
import { atomicWrite } from '../files/atomicWrite';
import type { FilePort } from '../files/filePort';
import { incidentIdShape } from '../rowShape';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const shape = v.object({
  folder: v.nullable(v.pipe(v.string(), v.maxLength(4096))),
  begun: v.boolean(),
  rows: v.record(incidentIdShape, count),
  since: v.nullable(v.number()),
  redactionWaits: v.boolean(),
});

/** What outlives a run of the mirror: where it is, and what it is known to hold while it is away. */
export interface MirrorMemory {
  readonly folder: string | null;
  /** This device's folder was made there once. */
  readonly begun: boolean;
  /** Rows of each incident that are in the copy. */
  readonly rows: { readonly [incidentId: string]: number };
  /** Behind since, epoch ms. */
  readonly since: number | null;
  readonly redactionWaits: boolean;
}

export const NO_MIRROR: MirrorMemory = {
  folder: null,
  begun: false,
  rows: {},
  since: null,
  redactionWaits: false,
};

/** Never rejects: without a readable file there is no second place. */
export async function readMirrorMemory(files: FilePort, path: string): Promise<MirrorMemory> {
  try {
    return v.parse(shape, JSON.parse((await files.readAll(path)).toString()));
  } catch {
    return NO_MIRROR;
  }
}

export async function writeMirrorMemory(files: FilePort, path: string, memory: MirrorMemory): Promise<void> {
  await atomicWrite(files, path, `${JSON.stringify(memory, null, 1)}\n`);
}
