import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import type { StoredRow } from '../contract';
import { incidentIdShape, isRecord, isStoredRow } from '../rowShape';
import type { ChainedHeader } from './chain';

/**
 * One line of a journal file: JSON that any editor shows, with its own checksum in front.
 *
 *     {"crc":"89abcdef","seq":1,"prev":"…","salt":"…","digest":"…","row":{…}}\n
 *
 * The CRC-32 is taken over the bytes behind `{"crc":"89abcdef",` up to the newline. A file starts
 * with a header line, which carries the segment's facts instead of a row.
 */
export interface RowLine {
  /** Counts the rows of one incident's journal from 1, across segments. */
  readonly seq: number;
  readonly prev: string;
  /** 16 random bytes as hex; '' once the row has been redacted. */
  readonly salt: string;
  readonly digest: string;
  readonly row: StoredRow;
}

export type Decoded =
  | { readonly kind: 'header'; readonly header: ChainedHeader }
  | { readonly kind: 'row'; readonly line: RowLine }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The format this code writes; a file of a higher one is read as far as possible, never written. */
export const FORMAT = 1;

const CRC_PREFIX = '{"crc":"';
/** `{"crc":"` + 8 hex digits + `",`. */
const PREFIX_BYTES = 18;
const NEWLINE = 0x0a;

export function encodeHeader(header: ChainedHeader): Buffer {
  return encode(header);
}

export function encodeRow(line: RowLine): Buffer {
  return encode(line);
}

function encode(body: ChainedHeader | RowLine): Buffer {
  const rest = Buffer.from(JSON.stringify(body).slice(1), 'utf8');
  const prefix = `${CRC_PREFIX}${hex(crc32(rest))}",`;
  return Buffer.concat([Buffer.from(prefix, 'latin1'), rest, Buffer.of(NEWLINE)]);
}

function hex(crc: number): string {
  return crc.toString(16).padStart(8, '0');
}

const headerShape = v.looseObject({
  format: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  incidentId: incidentIdShape,
  device: v.string(),
  createdAt: v.number(),
  segment: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  prev: v.string(),
});

function isRowLine(body: unknown): body is RowLine {
  if (!isRecord(body) || !isStoredRow(body['row'])) return false;
  const { seq, prev, salt, digest } = body;
  const counts = typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 1;
  return counts && [prev, salt, digest].every((text) => typeof text === 'string');
}

/** Reads one line, given without its newline. Never throws: a damaged line says why. */
export function decodeLine(bytes: Buffer): Decoded {
  const prefix = bytes.toString('latin1', 0, PREFIX_BYTES);
  const written = /^\{"crc":"([0-9a-f]{8})",$/.exec(prefix)?.[1];
  if (written === undefined) return { kind: 'unreadable', why: 'no checksum at its start' };
  if (hex(crc32(bytes.subarray(PREFIX_BYTES))) !== written) {
    return { kind: 'unreadable', why: 'checksum does not match' };
  }
  return decodeBody(bytes.toString('utf8'));
}

function decodeBody(text: string): Decoded {
  const body = parsed(text);
  if (isRowLine(body)) return { kind: 'row', line: body };
  if (v.is(headerShape, body)) return { kind: 'header', header: body };
  return { kind: 'unreadable', why: 'neither a row nor a header' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
