/** A journal file: `<incidentId>.<segment, four digits or more>.ndjson`. */
export interface SegmentName {
  readonly file: string;
  readonly incidentId: string;
  readonly segment: number;
}

const SHAPE = /^([A-Za-z0-9_-]{1,64})\.(\d{4,9})\.ndjson$/;

/** @example segmentFile('inc7', 1) // 'inc7.0001.ndjson' */
export function segmentFile(incidentId: string, segment: number): string {
  return `${incidentId}.${segment.toString().padStart(4, '0')}.ndjson`;
}

/** Undefined for any other file in the folder: a checkpoint, a marker, an editor's backup. */
export function readSegmentName(file: string): SegmentName | undefined {
  const [, incidentId, digits] = SHAPE.exec(file) ?? [];
  if (incidentId === undefined || digits === undefined) return undefined;
  return { file, incidentId, segment: Number(digits) };
}

/** The journal files among `files` by incident, each incident's in segment order. */
export function segmentsByIncident(files: readonly string[]): ReadonlyMap<string, readonly SegmentName[]> {
  const byIncident = new Map<string, SegmentName[]>();
  for (const file of files) {
    const name = readSegmentName(file);
    if (!name) continue;
    const known = byIncident.get(name.incidentId);
    if (known) known.push(name);
    else byIncident.set(name.incidentId, [name]);
  }
  for (const names of byIncident.values()) names.sort((a, b) => a.segment - b.segment);
  return byIncident;
}
