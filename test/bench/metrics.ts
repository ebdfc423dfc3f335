/** The names everything in the bench shares: what is measured, on what, in which surroundings. */

/** The console, and what it is set against. `strings` is the floor of drafting; it has no window. */
export type SubjectName = 'console' | 'bare' | 'raw' | 'dexie' | 'strings';

/** `log`: a profile with N entries; `new`: brand-new; `many`: a thousand incidents beside the open one. */
export type PlaceName = 'log' | 'new' | 'many';

export const SUITES = ['start', 'typing', 'commit', 'scroll', 'memory', 'export', 'find', 'drafts'] as const;
export type Suite = (typeof SUITES)[number];

/** Milliseconds unless said. */
export type Metric =
  | 'start.usable'
  | 'start.navigation'
  | 'start.pageWork'
  | 'start.data'
  /** CPU time of all processes until two seconds after the start. */
  | 'start.cpu'
  | 'start.firstKey'
  | 'typing.paint'
  | 'typing.cpuPerKey'
  | 'commit.visible'
  | 'commit.durable'
  | 'scroll.frame'
  /** Per cent of frames. */
  | 'scroll.over25'
  /** Per cent of frames in which a line of the view shows no row. */
  | 'scroll.blank'
  | 'scroll.jump'
  /** Per cent of jumps. */
  | 'scroll.jumpOver25'
  /** MiB, shared pages divided among those who share them. */
  | 'memory.pss'
  | 'memory.pssAfter'
  /** Per cent of one core. */
  | 'idle.cpu'
  | 'export.click'
  /** What the export took beyond twice the writing, syncing and reading back of the same bytes. */
  | 'export.beyondWriting'
  | 'find.firstHits'
  | 'find.filter'
  /** Through 1,000 incidents of 500 notes, read before; without a window. */
  | 'find.across'
  | 'drafts.fold'
  | 'drafts.markdown';

/** What one session, or one turn without a window, came to. */
export interface Session {
  readonly subject: SubjectName;
  readonly place: PlaceName;
  readonly size: number;
  readonly round: number;
  /** Other processes took so much of the machine that the figures are doubtful. */
  readonly noisy: boolean;
  /** CPU of other processes, per cent of one core. */
  readonly foreign: number;
  readonly samples: { readonly [M in Metric]?: readonly number[] };
  /** Sentences: what went wrong, and what could not be measured. */
  readonly problems: readonly string[];
  readonly skipped: readonly string[];
}

/** Collects what a session measures. */
export class Readings {
  readonly samples: { [M in Metric]?: number[] } = {};
  readonly problems: string[] = [];
  readonly skipped: string[] = [];

  /** NaN is "could not be read" and left out. */
  add(metric: Metric, ...values: readonly number[]): void {
    const known = values.filter((value) => Number.isFinite(value));
    if (known.length > 0) (this.samples[metric] ??= []).push(...known);
  }
}
