import type { Metric, PlaceName, SubjectName } from '../metrics';
import { median, p99, type Comparison, type Statistic } from './statistics';

/** One line of the result: a figure of the console, its floor, and the most it may be. */
export interface Line {
  readonly label: string;
  readonly metric: Metric;
  readonly place: PlaceName;
  readonly statistic: Statistic;
  readonly floor: SubjectName | null;
  readonly how: Comparison;
  /** Most that the ratio, difference or figure may be; null where there is no goal. */
  readonly limit: number | null;
  readonly unit: string;
}

type LineForm = Partial<Pick<Line, 'place' | 'statistic' | 'unit' | 'how'>>;

function against(
  floor: SubjectName,
  label: string,
  metric: Metric,
  limit: number | null,
  form: LineForm = {},
): Line {
  return { label, metric, floor, limit, place: 'log', statistic: median, how: 'ratio', unit: 'ms', ...form };
}

const alone = (label: string, metric: Metric, limit: number | null, form: LineForm = {}): Line => ({
  ...against('bare', label, metric, limit, form),
  floor: null,
  how: 'alone',
});

const tail = { statistic: p99 };
const beyond = { how: 'difference', unit: '%' } as const;

/** Every line of the table, in its order. The goals and their reasons are in docs/performance.md. */
export const LINES: readonly Line[] = [
  against('bare', 'start → usable', 'start.usable', 1.05),
  against('bare', 'start → usable, brand-new profile', 'start.usable', 1.15, { place: 'new' }),
  against('bare', 'start → usable, 1,000 incidents', 'start.usable', 1.1, { place: 'many' }),
  against('raw', 'start → newest rows drawn', 'start.data', null),
  against('bare', 'navigation → usable', 'start.pageWork', null),
  against('bare', 'CPU of the start', 'start.cpu', null),
  against('bare', 'first key → painted', 'start.firstKey', null),
  against('bare', 'key → painted, p50', 'typing.paint', 1.25),
  against('bare', 'key → painted, p99', 'typing.paint', 1.5, tail),
  against('bare', 'CPU per key', 'typing.cpuPerKey', 2),
  against('raw', 'Enter → row visible, p50', 'commit.visible', 1.5),
  against('raw', 'Enter → row visible, p99', 'commit.visible', 1.2, tail),
  against('dexie', 'Enter → durable, p50', 'commit.durable', 0.8),
  against('dexie', 'Enter → durable, p99', 'commit.durable', 1, tail),
  against('raw', 'wheel flood: frames over 25 ms', 'scroll.over25', 1, beyond),
  against('raw', 'jumps: over 25 ms', 'scroll.jumpOver25', 1, beyond),
  against('raw', 'jump → view full of rows', 'scroll.jump', null),
  alone('wheel flood: frames with a blank row', 'scroll.blank', 1, { unit: '%' }),
  against('bare', 'memory at rest', 'memory.pss', 1.2, { unit: 'MiB' }),
  against('bare', 'memory after typing', 'memory.pssAfter', null, { unit: 'MiB' }),
  against('bare', 'idle, % of a core', 'idle.cpu', 1, beyond),
  alone('Markdown export, click → checked', 'export.click', null),
  alone('Markdown export beyond 2 × the write', 'export.beyondWriting', 100),
  against('strings', 'log → Markdown, without a window', 'drafts.markdown', 20),
  alone('find in the incident → first hits', 'find.firstHits', 50),
  alone('filter → list', 'find.filter', null),
  alone('find through 1,000 incidents of 500 notes', 'find.across', 150),
];

/** How a figure may grow from the smallest to the largest log: slope of ln t on ln N. */
export interface GrowthGoal {
  readonly label: string;
  readonly metric: Metric;
  readonly most: number;
}

export const GROWTH_GOALS: readonly GrowthGoal[] = [
  { label: 'start → usable', metric: 'start.usable', most: 0.05 },
  { label: 'key → painted', metric: 'typing.paint', most: 0.05 },
  { label: 'Enter → row visible', metric: 'commit.visible', most: 0.05 },
  { label: 'Enter → durable', metric: 'commit.durable', most: 0.05 },
  { label: 'fold of the log', metric: 'drafts.fold', most: 1.05 },
  { label: 'log → Markdown', metric: 'drafts.markdown', most: 1.05 },
  { label: 'Markdown export, click → checked', metric: 'export.click', most: 1.05 },
];
