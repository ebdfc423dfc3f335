import { fileNameOf, type Attachment } from '../domain/attachments';
import { STAMP_NAMES, type StampName } from '../domain/lifecycle';
import type { Metrics } from '../domain/metrics';
import { iso } from '../domain/time';
import type { ActionRow } from './draftActions';
import type { PostMortemDraft } from './draftPostMortem';
import type { MetricState } from './draftResponse';
import type { LogLine } from './logLine';

/** The metrics other tools ask for, in minutes; `TtxMin` and its state share one name. */
const METRIC_NAMES = {
  startToDetectMin: 'startToDetect',
  detectToAcknowledgeMin: 'detectToAcknowledge',
  detectToMitigateMin: 'detectToMitigate',
  startToMitigateMin: 'startToMitigate',
  startToResolveMin: 'startToResolve',
  detectToResolveMin: 'detectToResolve',
  declaredToCommanderMin: 'toCommander',
  declaredToFirstUpdateMin: 'toFirstUpdate',
  declaredToFirstMitigationMin: 'toFirstMitigation',
} as const satisfies { readonly [name: string]: keyof Metrics };

type MetricName = keyof typeof METRIC_NAMES;

/** One entry for machines; `text` exactly as logged, instants as ISO 8601 in UTC. */
export interface TimelineItem {
  readonly at: string;
  readonly kind: LogLine['kind'];
  readonly author: string;
  readonly text: string;
  readonly id: string;
  readonly recordedAt: string;
  readonly late?: string;
  readonly earlier?: readonly {
    readonly text: string;
    readonly at: string;
    readonly replacedAt: string;
    readonly replacedBy: string;
    readonly kind?: LogLine['kind'];
  }[];
  readonly retracted?: true;
  readonly retraction?: { readonly at: string; readonly by: string; readonly reason?: string };
  readonly pinned?: true;
  /** The `id` of the entry it stands in. */
  readonly mergedInto?: string;
  readonly redacted?: true;
  readonly redaction?: { readonly at?: string; readonly by?: string; readonly reason?: string };
  /** `file` lies beside the document. */
  readonly images?: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly type: Attachment['type'];
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly raw?: LogLine['raw'];
  /** The tool, the file and the place in it that it was imported from. */
  readonly source?: NonNullable<LogLine['source']>;
}

/** The draft as one JSON document. */
export interface PostMortemJson {
  readonly notice: string | null;
  readonly title: string;
  readonly name: string;
  readonly drill: boolean;
  /** `SEV1` … `SEV4`, as it stood in the end. */
  readonly severity: string;
  readonly peakSeverity: string;
  readonly stamps: { readonly [S in StampName]: string | null };
  /** Minutes, exact; null when pending, invalid or not applicable, never zero for missing. */
  readonly metrics: { readonly [M in MetricName]: number | null };
  readonly metricStates: { readonly [M in MetricName]: MetricState };
  /** Every entry in the order it happened; retracted ones say so. */
  readonly timeline: readonly TimelineItem[];
  readonly actionItems: readonly ActionRow[];
  /** Everything else of the draft, section by section. */
  readonly sections: Omit<PostMortemDraft, 'notice' | 'timeline'>;
}

export function postMortemJson(draft: PostMortemDraft): PostMortemJson {
  const { notice, timeline, ...sections } = draft;
  const { header, response, actions } = sections;
  return {
    notice,
    title: header.title,
    name: header.name,
    drill: header.drill,
    severity: severityCode(header.finalSeverity.name),
    peakSeverity: severityCode(header.peakSeverity.name),
    stamps: stamps(draft),
    metrics: byMetric((key) => response.metrics[key].minutes),
    metricStates: byMetric((key) => response.metrics[key].state),
    timeline: timeline.log.map(timelineItem),
    actionItems: actions.groups.flatMap((group) => group.items),
    sections,
  };
}

const severityCode = (name: string): string => name.replace(' ', '').toUpperCase();

function stamps({ response }: PostMortemDraft): PostMortemJson['stamps'] {
  const at = new Map(response.stamps.map((stamp) => [stamp.name, stamp.at && iso(stamp.at.epochMs)]));
  return Object.fromEntries(
    STAMP_NAMES.map((name) => [name, at.get(name) ?? null]),
  ) as PostMortemJson['stamps'];
}

function byMetric<T>(value: (key: keyof Metrics) => T): { readonly [M in MetricName]: T } {
  return Object.fromEntries(Object.entries(METRIC_NAMES).map(([name, key]) => [name, value(key)])) as {
    readonly [M in MetricName]: T;
  };
}

function timelineItem(line: LogLine): TimelineItem {
  const { retracted, redacted } = line;
  return {
    at: iso(line.at.epochMs),
    kind: line.kind,
    author: line.author,
    text: line.text,
    id: line.id,
    recordedAt: iso(line.recordedAt.epochMs),
    ...(line.late === undefined ? {} : { late: line.late }),
    ...(line.earlier.length === 0 ? {} : { earlier: line.earlier.map(earlierForm) }),
    ...(retracted ? { retracted: true, retraction: { ...retracted, at: iso(retracted.at.epochMs) } } : {}),
    ...(line.pinned ? { pinned: true } : {}),
    ...(line.mergedInto === undefined ? {} : { mergedInto: line.mergedInto }),
    ...(redacted ? { redacted: true, redaction: redaction(redacted) } : {}),
    ...(line.attachments ? { images: line.attachments.map(imageItem) } : {}),
    ...(line.source ? { source: line.source } : {}),
    ...(line.raw === undefined ? {} : { raw: line.raw }),
  };
}

function redaction({
  at,
  ...rest
}: NonNullable<LogLine['redacted']>): NonNullable<TimelineItem['redaction']> {
  return at === undefined ? rest : { ...rest, at: iso(at.epochMs) };
}

const imageItem = (image: Attachment): NonNullable<TimelineItem['images']>[number] => ({
  file: `attachments/${fileNameOf(image)}`,
  ...image,
});

const earlierForm = (form: LogLine['earlier'][number]): NonNullable<TimelineItem['earlier']>[number] => ({
  text: form.text,
  at: iso(form.at.epochMs),
  replacedAt: iso(form.replacedAt.epochMs),
  replacedBy: form.replacedBy,
  ...(form.kind === undefined ? {} : { kind: form.kind }),
});
