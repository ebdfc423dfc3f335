import { createHash } from 'node:crypto';
import { bufferSource } from '../../../electron/bundle/byteSource';
import { openBundle } from '../../../electron/bundle/openBundle';
import { BundleRefused, type RefusalReason } from '../../../electron/bundle/refused';
import { writeBundle } from '../../../electron/bundle/writeBundle';
import type { StoredRow } from '../../../electron/contract';
import { forgedZip, type ForgedEntry } from '../../support/forgedZip';
import { notes } from '../support/rows';

export const logOf = (rows: readonly StoredRow[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** A bundle as the console writes it. */
export async function goodBundle(
  logs: Readonly<Record<string, string>> = { inc1: logOf(notes(3)) },
): Promise<Buffer> {
  const { bytes } = await writeBundle({
    incidentIds: Object.keys(logs),
    logOf: async (id) => Buffer.from(logs[id] ?? ''),
    madeBy: 'test',
  });
  return bytes;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface ManifestParts {
  readonly minReader?: unknown;
  readonly format?: unknown;
  readonly incidents?: unknown;
  readonly attachments?: unknown;
}

/** A manifest for one incident `inc1` with this log; any part of it can be given otherwise. */
export function manifestFor(log: string, change: ManifestParts = {}): string {
  const rows = log.split('\n').length - 1;
  const part = {
    path: 'incidents/inc1/log.ndjson',
    sha256: sha256(log),
    bytes: Buffer.byteLength(log),
    rows,
  };
  return JSON.stringify({
    format: 'incident-console-bundle',
    version: 1,
    minReader: 1,
    madeBy: 'somebody',
    incidents: [{ id: 'inc1', log: part }],
    attachments: [],
    ...change,
  });
}

/** A bundle that is good but for what the test changes about it. */
export function forgedBundle(extra: readonly ForgedEntry[] = [], change: ManifestParts = {}): Buffer {
  const log = logOf(notes(3));
  return forgedZip([
    { name: 'manifest.json', data: manifestFor(log, change) },
    { name: 'incidents/inc1/log.ndjson', data: log },
    ...extra,
  ]);
}

/** Why these bytes are refused; 'opened' when they are not. Anything else that goes wrong is thrown. */
export async function verdictOn(bytes: Buffer): Promise<RefusalReason | 'opened'> {
  try {
    const bundle = await openBundle(bufferSource(bytes));
    await bundle.close();
    return 'opened';
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error;
    if (!/^[A-Z“][^\n]{10,300}\.$/.test(error.message))
      throw new Error(`no sentence: ${error.message}`, { cause: error });
    return error.reason;
  }
}

/** The log of `inc1`, or 'refused'. */
export async function rowsOf(bytes: Buffer): Promise<string> {
  if ((await verdictOn(bytes)) !== 'opened') return 'refused';
  const bundle = await openBundle(bufferSource(bytes));
  return (await bundle.log('inc1')).toString('utf8');
}
