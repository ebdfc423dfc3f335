import { createHash } from 'node:crypto';
import type { Json, StoredRow } from '../contract';
import { canonicalJson } from './canonicalJson';

/**
 * The hash chain of one incident's journal on one device.
 *
 *     digest = sha256(salt + canonicalJson(row.event))
 *     link   = sha256(["row", prev, seq, incidentId, stamp, at, recordedAt, by, digest] as JSON)
 *
 * Each row's `prev` is the link of the line before it, the first row's that of the segment's header,
 * so a row taken out, put in or changed breaks the chain at that line. The link covers the *digest*
 * of what was written, not the text: redaction can later erase text and salt, the chain still holds
 * and names the row, and without the salt the digest cannot be tried against guesses of the text.
 * JSON arrays, because a plain joining of fields could be read in two ways.
 */
export function digestOf(salt: string, event: StoredRow['event']): string {
  return sha256(salt + canonicalJson(event));
}

export function linkOf(prev: string, seq: number, row: StoredRow, digest: string): string {
  const { incidentId, stamp, at, recordedAt, by } = row;
  return sha256(JSON.stringify(['row', prev, seq, incidentId, stamp, at, recordedAt, by, digest]));
}

/** What a segment's header contributes to the chain. */
export interface ChainedHeader {
  readonly format: number;
  readonly incidentId: string;
  readonly device: string;
  readonly createdAt: number;
  readonly segment: number;
  readonly prev: string;
}

export function headerLinkOf(header: ChainedHeader): string {
  const { format, incidentId, device, createdAt, segment, prev } = header;
  const fields: Json = ['header', format, incidentId, device, createdAt, segment, prev];
  return sha256(JSON.stringify(fields));
}

/** The `prev` of a journal's very first header. */
export const CHAIN_START = '0'.repeat(64);

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
