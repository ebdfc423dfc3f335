/** Shorthands for the tests of single sections. */
import type { Incident } from '../../renderer/domain/incident';
import { minutes, later } from '../../renderer/domain/time';
import { draftPostMortem, type PostMortemDraft } from '../../renderer/exports/draftPostMortem';
import { at, type History } from './history';

const NOW = at('2026-11-23T12:00:00Z');

/** The draft as read in UTC, at noon unless said otherwise. */
export const draftOf = (incident: Incident, now = NOW): PostMortemDraft =>
  draftPostMortem({ incident, now, timeZone: 'UTC' });

export const texts = (statements: readonly { readonly text: string }[]): readonly string[] =>
  statements.map((one) => one.text);

/** Update by update: sent at these times, each promising the next so many minutes later. */
export function updatesAt(
  history: History,
  ...sent: readonly (readonly [iso: string, next: number | null])[]
): void {
  for (const [iso, next] of sent) {
    history.clock(iso);
    history.run({
      type: 'send-update',
      audience: 'internal',
      state: next === null ? 'resolved' : 'investigating',
      impact: 'Nobody can pay',
      known: '',
      doing: 'Looking',
      nextDueAt: next === null ? null : later(at(iso), minutes(next)),
    });
  }
}
