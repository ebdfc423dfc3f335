import type { ActionCategory, ActionState } from '../domain/events';
import type { ActionItem } from '../domain/incident';
import type { DraftContext } from './draftContext';
import { prompts, type Statement } from './statement';

export interface ActionRow {
  readonly text: string;
  /** '' when nobody owns it yet. */
  readonly owner: string;
  /** `YYYY-MM-DD`, or '' when no day was given. */
  readonly dueOn: string;
  readonly category: ActionCategory | null;
  readonly state: ActionState;
  /** Evidence when done, reason when dropped. */
  readonly note?: string;
}

export interface ActionsSection {
  /** Only categories that have items; those without owner or day first within each. */
  readonly groups: readonly { readonly label: string; readonly items: readonly ActionRow[] }[];
  readonly prompts: readonly Statement[];
}

const CATEGORIES: readonly { readonly of: ActionCategory | null; readonly label: string }[] = [
  { of: 'detection', label: 'Detection' },
  { of: 'mitigation', label: 'Mitigation' },
  { of: 'architectural', label: 'Architectural' },
  { of: 'process', label: 'Process' },
  { of: 'training', label: 'Training' },
  { of: null, label: 'Without a category' },
];

export function draftActions({ incident }: DraftContext): ActionsSection {
  const rows = incident.actionItems.map(actionRow);
  const groups = CATEGORIES.map(({ of, label }) => ({
    label,
    items: rows.filter((row) => row.category === of).toSorted((a, b) => missing(b) - missing(a)),
  }));
  const empty = groups.filter((group) => group.items.length === 0).map((group) => group.label);
  const open = empty.filter((label) => label !== 'Without a category');
  return {
    groups: groups.filter((group) => group.items.length > 0),
    prompts: [
      ...(open.length > 0
        ? prompts(`Nothing yet under: ${open.join(', ')}. Is there something to do in any of these?`)
        : []),
      ...prompts('For each item: who owns it, until when, and how will we know that it worked?'),
    ],
  };
}

const missing = (row: ActionRow): number => Number(row.owner === '') + Number(row.dueOn === '');

function actionRow(item: ActionItem): ActionRow {
  return {
    text: item.text,
    owner: item.owner ?? '',
    dueOn: item.dueOn ?? '',
    category: item.category ?? null,
    state: item.state,
    ...(item.note === undefined ? {} : { note: item.note }),
  };
}
