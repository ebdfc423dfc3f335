import type { JournalVerification, StoredRow } from '../contract';
import { ChainCheck } from '../journal/chainCheck';
import { decodeLine } from '../journal/lineFormat';
import { readSegmentName, segmentFile, type SegmentName } from '../journal/segmentName';
import { sameRow } from '../journal/sift';

/** A journal file as far as it was acknowledged: the lines a log was made from, with their chain. */
export interface ProofFile {
  /** The name it has in the journal. */
  readonly file: string;
  readonly bytes: Buffer;
}

/** What a log's proof says. */
export interface LogProof extends JournalVerification {
  readonly incidentId: string;
  /** The devices whose chain this is, as the files' headers name them. */
  readonly devices: readonly string[];
  /** Why the log is not the one the chain vouches for; null when it is, row for row. */
  readonly logDiffers: string | null;
}

const NEWLINE = 0x0a;

/** Where a journal file stands in a bundle. */
export const proofPath = (incidentId: string, file: string): string =>
  `incidents/${incidentId}/proof/${file}`;

/** True for the place of one of the incident's own journal files. */
export function isProofPath(incidentId: string, path: string): boolean {
  const name = readSegmentName(path.slice(proofPath(incidentId, '').length));
  return (
    name?.incidentId === incidentId && path === proofPath(incidentId, segmentFile(incidentId, name.segment))
  );
}

/** The rows of a journal's files in the order they were written; of a row written twice, one. */
export function rowsInFiles(incidentId: string, files: readonly ProofFile[]): readonly StoredRow[] {
  const rows = new Map<string, StoredRow>();
  for (const { bytes } of files) {
    for (const line of linesOf(bytes)) {
      const decoded = decodeLine(line);
      if (decoded.kind !== 'row' || decoded.line.row.incidentId !== incidentId) continue;
      if (!rows.has(decoded.line.row.stamp)) rows.set(decoded.line.row.stamp, decoded.line.row);
    }
  }
  return [...rows.values()];
}

/**
 * Walks the chain of the files and compares the log with what it vouches for (RED7, JRN4): nothing in the
 * log was rewritten, put in or taken out since it was journalled on that device.
 */
export function verifyLog(
  incidentId: string,
  log: readonly StoredRow[],
  files: readonly ProofFile[],
): LogProof {
  const inOrder = files
    .map((file) => ({ ...file, name: nameOf(incidentId, file) }))
    .toSorted((a, b) => a.name.segment - b.name.segment);
  const [first] = inOrder;
  const check = new ChainCheck(first?.name ?? { file: '', incidentId, segment: 1 });
  if (first && first.name.segment !== 1) check.missesFiles();
  const devices = new Set<string>();
  for (const { name, bytes } of inOrder) {
    if (check.brokenAt) break;
    check.enter(name);
    for (const line of linesOf(bytes)) {
      check.take(line);
      const decoded = decodeLine(line);
      if (decoded.kind === 'header') devices.add(decoded.header.device);
    }
    check.takeTail(bytes.length - 1 - bytes.lastIndexOf(NEWLINE));
  }
  const { stamps, redacted, brokenAt, link } = check;
  return {
    incidentId,
    devices: [...devices],
    rows: stamps.size,
    redacted: [...new Set(redacted)],
    brokenAt,
    link,
    logDiffers: difference(log, rowsInFiles(incidentId, files)),
  };
}

function nameOf(incidentId: string, { file }: ProofFile): SegmentName {
  return readSegmentName(file) ?? { file, incidentId, segment: 1 };
}

function difference(log: readonly StoredRow[], journalled: readonly StoredRow[]): string | null {
  const vouched = new Map(journalled.map((row) => [row.stamp, row]));
  const seen = new Set<string>();
  for (const row of log) {
    const written = vouched.get(row.stamp);
    if (!written) return `row ${row.stamp} of the log was never journalled`;
    if (!sameRow(row, written)) return `row ${row.stamp} of the log is not what was journalled`;
    seen.add(row.stamp);
  }
  const missing = journalled.find(({ stamp }) => !seen.has(stamp));
  return missing ? `row ${missing.stamp} is missing in the log` : null;
}

function* linesOf(bytes: Buffer): Generator<Buffer, void> {
  for (let from = 0; ;) {
    const end = bytes.indexOf(NEWLINE, from);
    if (end === -1) return;
    yield bytes.subarray(from, end);
    from = end + 1;
  }
}
