import { fileNameOf } from '../domain/attachments';
import type { Row } from '../domain/events';
import { fold } from '../domain/fold';
import type { IncidentId } from '../domain/ids';
import { incidentName } from '../domain/incident';
import type { Severity } from '../domain/severity';
import type { EpochMs } from '../domain/time';
import { merged, planMerge, type Conflict, type MergePlan } from './bundleMerge';
import { readLines, type HandedLine } from './bundleRows';
import { skewsIn, type Skew } from './bundleSkew';
import type { LogProblem } from './logFile';

/** What an import would bring for one incident (BUN8). */
export interface IncidentPreview {
  readonly id: IncidentId;
  /** Null when neither copy has the declaring row. */
  readonly title: string | null;
  readonly name: string;
  readonly severity: Severity;
  readonly drill: boolean;
  /** Readable rows in the bundle. */
  readonly rows: number;
  /** When its first and last entries happened; null without a row. */
  readonly firstAt: EpochMs | null;
  readonly lastAt: EpochMs | null;
  readonly authors: readonly string[];
  readonly added: number;
  readonly known: number;
  readonly redacted: number;
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly LogProblem[];
  readonly skews: readonly Skew[];
}

/** What is shown of an incident, and what importing it would do. */
export interface Previewed {
  readonly preview: IncidentPreview;
  readonly plan: MergePlan;
  /** File names of the images that the merged log names; redacted rows name none (ATT7). */
  readonly images: readonly string[];
}

/** Compares one incident of a bundle with what is here. */
export function previewOf(
  id: IncidentId,
  ours: readonly Row[],
  lines: readonly HandedLine[],
  now: EpochMs,
): Previewed {
  const { rows, problems } = readLines(lines);
  const plan = planMerge(ours, rows);
  const all = merged(ours, plan);
  const incident = fold(all);
  const preview = {
    id,
    title: incident.id === null ? null : incident.title,
    name: incident.id === null ? id : incidentName(incident),
    severity: incident.severity,
    drill: incident.drill,
    rows: rows.length,
    firstAt: extreme(rows, (a, b) => a < b),
    lastAt: extreme(rows, (a, b) => a > b),
    authors: [...new Set(rows.map((row) => row.by))].toSorted(),
    added: plan.added.length,
    known: plan.known,
    redacted: plan.redacted.length,
    conflicts: plan.conflicts,
    problems,
    skews: skewsIn(rows, now),
  };
  return { preview, plan, images: imagesOf(all) };
}

function imagesOf(rows: readonly Row[]): readonly string[] {
  const named = rows.flatMap(({ event }) => (event.type === 'note-logged' ? (event.attachments ?? []) : []));
  return [...new Set(named.map(fileNameOf))];
}

function extreme(rows: readonly Row[], isBetter: (a: EpochMs, b: EpochMs) => boolean): EpochMs | null {
  let best: EpochMs | null = null;
  for (const { at } of rows) if (best === null || isBetter(at, best)) best = at;
  return best;
}
