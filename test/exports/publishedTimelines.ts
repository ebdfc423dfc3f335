/**
 * The eight published incidents of test/fixtures/timelines, and their logs as a scribe would leave
 * them: declared and typed afterwards, at the times the source gives.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StampName } from '../../renderer/domain/lifecycle';
import type { EpochMs } from '../../renderer/domain/time';
import { at, History } from './history';

export interface PublishedTimeline {
  readonly slug: string;
  readonly title: string;
  readonly severityGuess: `SEV${1 | 2 | 3 | 4}`;
  readonly startedAt: string | null;
  readonly detectedAt: string | null;
  readonly mitigatedAt: string | null;
  readonly resolvedAt: string | null;
  readonly entries: readonly { readonly at: string; readonly kind: string; readonly text: string }[];
  readonly derivedMetrics: { readonly [name: string]: number | null };
  readonly actionItems: readonly { readonly text: string }[];
}

const folder = join(import.meta.dirname, '../fixtures/timelines');

export const publishedTimelines: readonly PublishedTimeline[] = readdirSync(folder)
  .toSorted()
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as PublishedTimeline);

/** Written down long after it happened, so every entry is back-dated. */
export const WRITTEN = '2026-11-23T10:00:00Z';

export function replay(source: PublishedTimeline): History {
  const history = new History(at(WRITTEN), 'Scribe');
  history.run({
    type: 'declare',
    title: source.title,
    severity: Number(source.severityGuess.slice(3)) as 1 | 2 | 3 | 4,
    drill: false,
    number: 1,
    commander: '',
    ...(source.startedAt === null ? {} : { impactStartedAt: at(source.startedAt) }),
  });
  const stamps: { [S in StampName]?: EpochMs } = {};
  if (source.detectedAt !== null) stamps.detected = at(source.detectedAt);
  if (source.mitigatedAt !== null) stamps.mitigated = at(source.mitigatedAt);
  if (source.resolvedAt !== null) stamps.resolved = at(source.resolvedAt);
  history.run({ type: 'set-stamps', stamps, reason: 'from the published report' });
  for (const entry of source.entries) {
    history.run({ type: 'log-note', kind: 'note', text: entry.text, at: at(entry.at) });
  }
  return history;
}
