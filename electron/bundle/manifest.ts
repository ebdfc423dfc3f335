import * as v from 'valibot';
import { incidentIdShape } from '../rowShape';
import { readImageName } from '../attachments/imageName';
import { LIMITS } from './limits';
import { isProofPath } from './proof';
import { BundleRefused } from './refused';

/** What this version writes, and the newest it can read. */
export const BUNDLE_VERSION = 1;
const FORMAT = 'incident-console-bundle';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const aboutShape = v.looseObject({
  format: v.literal(FORMAT),
  version: v.pipe(whole, v.minValue(1)),
  minReader: v.pipe(whole, v.minValue(1)),
});

const shape = v.looseObject({
  madeBy: v.pipe(v.string(), v.maxLength(200)),
  incidents: v.pipe(
    v.array(
      v.looseObject({
        id: incidentIdShape,
        log: v.looseObject({ path: v.string(), sha256, bytes: whole, rows: whole }),
        proof: v.exactOptional(v.array(v.looseObject({ path: v.string(), sha256, bytes: whole }))),
      }),
    ),
    v.minLength(1),
    v.maxLength(LIMITS.incidents),
  ),
  attachments: v.array(v.looseObject({ path: v.string(), sha256, bytes: whole })),
});

/** One log in the bundle, as the manifest promises it. `rows` counts lines. */
export interface LogPart {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/** Any other file, as the manifest promises it. */
export interface FilePart {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** One incident: its log and, unless somebody packed it by hand, the journal files that vouch for it. */
export interface IncidentPart {
  readonly id: string;
  readonly log: LogPart;
  readonly proof?: readonly FilePart[];
}

/** The list of what is in a bundle, with checksums. */
export interface Manifest {
  readonly madeBy: string;
  readonly incidents: readonly IncidentPart[];
  readonly attachments: readonly FilePart[];
}

/** Where an image stands in a bundle. */
export const imagePath = (name: string): string => `attachments/${name}`;

/** Where an incident's log stands in a bundle. */
export const logPath = (incidentId: string): string => `incidents/${incidentId}/log.ndjson`;

export function writeManifest(manifest: Manifest): string {
  const about = { format: FORMAT, version: BUNDLE_VERSION, minReader: BUNDLE_VERSION };
  return `${JSON.stringify({ ...about, ...manifest }, null, 2)}\n`;
}

/** @throws BundleRefused: of another format, for a newer reader, or not as it must be. */
export function readManifest(text: string): Manifest {
  const value = parsed(text);
  if (!v.is(aboutShape, value)) throw bad('is none of an incident bundle');
  if (value.minReader > BUNDLE_VERSION) {
    throw new BundleRefused(
      'newer',
      'It was made by a newer version of Incident Console; update this one first.',
    );
  }
  if (!v.is(shape, value)) throw bad('is incomplete');
  checkPaths(value);
  return value;
}

function checkPaths({ incidents, attachments }: Manifest): void {
  const alone = incidents.length === 1;
  for (const { id, log, proof = [] } of incidents) {
    if (proof.some(({ path }) => !isProofPath(id, path))) throw bad('names a proof wrongly');
    if (log.path !== logPath(id) && !(alone && log.path === 'log.ndjson')) throw bad('names a log wrongly');
  }
  if (new Set(incidents.map(({ id }) => id.toLowerCase())).size < incidents.length) {
    throw bad('lists an incident twice');
  }
  if (
    attachments.some(
      ({ path, sha256: hash }) =>
        readImageName(path.slice('attachments/'.length))?.sha256 !== hash || !path.startsWith('attachments/'),
    )
  ) {
    throw bad('names an attachment wrongly');
  }
  if (new Set(attachments.map(({ path }) => path)).size < attachments.length) {
    throw bad('lists an attachment twice');
  }
  if (incidents.reduce((sum, { log }) => sum + log.rows, 0) > LIMITS.rows) {
    throw new BundleRefused('too-large', `It has more than ${LIMITS.rows} rows.`);
  }
}

const bad = (what: string): BundleRefused => new BundleRefused('manifest', `Its manifest ${what}.`);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
