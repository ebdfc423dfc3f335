import type { PaletteGroup } from '../../ui/Palette';
import type { Choice } from './choices';
import { ranked } from './ranking';

/** More than a person reads; the query narrows them. */
const MOST_FOUND = 60;
const MOST_RECENT = 5;
const MOST_INCIDENTS = 8;

const KINDS = [
  ['command', 'Commands'],
  ['severity', 'Severity'],
  ['role', 'Roles'],
  ['incident', 'Incidents'],
] as const;

/**
 * What the query leaves. Without one: what was chosen last, then everything by kind, but only the most
 * urgent incidents. With one: the best fit first, what was chosen last before its equals.
 */
export function groupsFor(
  query: string,
  choices: readonly Choice[],
  recent: readonly string[],
): readonly PaletteGroup<Choice>[] {
  const place = (id: string): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  if (query.trim() !== '') {
    const byUse = choices.toSorted((a, b) => place(a.id) - place(b.id));
    const found = ranked(query, byUse, ({ label, also }) => [label, ...also]).slice(0, MOST_FOUND);
    return found.length === 0 ? [] : [{ value: 'Found', items: found }];
  }
  const last = recent.flatMap((id) => choices.find((one) => one.id === id) ?? []).slice(0, MOST_RECENT);
  const rest = choices.filter((one) => !last.includes(one));
  const groups = KINDS.map(([kind, value]) => ({
    value,
    items: rest.filter((one) => one.kind === kind).slice(0, kind === 'incident' ? MOST_INCIDENTS : undefined),
  }));
  return [{ value: 'Recent', items: last }, ...groups].filter(({ items }) => items.length > 0);
}
