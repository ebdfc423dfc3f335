import {
  isImportEvent,
  type ImportEvent,
  type IncidentEvent,
  type MitigationAction,
  type Unrecognised,
  type UpdateState,
  type Verdict,
} from './events';
import { PHASE_NAMES, STAMP_LABELS } from './lifecycle';
import { ROLE_RULES } from './roles';
import { severityName } from './severity';
import { severityStep } from './severityOrder';
import { iso, type EpochMs } from './time';
import type { EntryKind } from './timeline';

/** As on the buttons of the board. */
export const MITIGATION_NAMES: { readonly [A in MitigationAction]: string } = {
  rollback: 'Roll back',
  shift: 'Shift traffic',
  disable: 'Disable feature',
  restart: 'Restart',
  scale: 'Scale',
  failover: 'Fail over',
  block: 'Block',
  other: 'Other',
};

/** As on the buttons of an attempt. */
export const VERDICT_NAMES: { readonly [V in Verdict]: string } = {
  worked: 'Worked',
  partly: 'Partly',
  didnt: 'Didn’t',
  worse: 'Worse',
};

/** As in the composer and in texts that go out. */
export const UPDATE_STATE_NAMES: { readonly [S in UpdateState]: string } = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
};

/** What an event looks like on the timeline. */
export interface Description {
  readonly kind: EntryKind;
  readonly text: string;
}

/**
 * The timeline line of an event; undefined for events that change another line instead.
 *
 * Instants inside stand as ISO 8601 in UTC, whole seconds: views and exports print them in the
 * zone they show (TML8).
 */
export function describe(event: IncidentEvent | Unrecognised): Description | undefined {
  if (isImportEvent(event)) return describeImport(event);
  switch (event.type) {
    case 'note-logged':
      return { kind: event.kind, text: event.text };
    case 'entry-edited':
    case 'entry-retracted':
    case 'entry-restored':
    case 'entry-redacted':
    case 'entry-kind-changed':
    case 'entry-pinned':
    case 'entry-unpinned':
    case 'entry-merged':
    case 'entry-unmerged':
      return undefined;
    case 'unrecognised':
      return {
        kind: 'unrecognised',
        text: `Kept unread: “${event.raw.type}”, written by another version`,
      };
    case 'mitigation-attempted':
    case 'mitigation-judged':
    case 'mitigation-check-moved':
      return describeMitigation(event);
    case 'update-sent':
    case 'update-snoozed':
    case 'update-paused':
    case 'update-resumed':
    case 'cadence-set':
      return describeUpdate(event);
    case 'role-assigned':
    case 'role-released':
    case 'action-item-added':
    case 'action-item-moved':
      return describePeopleAndTasks(event);
    default:
      return describeLifecycle(event);
  }
}

type Of<T extends IncidentEvent['type']> = Extract<IncidentEvent, { readonly type: T }>;

type PeopleAndTaskType = 'role-assigned' | 'role-released' | 'action-item-added' | 'action-item-moved';

type LifecycleType =
  | 'incident-declared'
  | 'title-changed'
  | 'severity-changed'
  | 'phase-moved'
  | 'stamp-set'
  | 'incident-resolved'
  | 'incident-reopened';

function describeMitigation(
  event: Of<'mitigation-attempted' | 'mitigation-judged' | 'mitigation-check-moved'>,
): Description {
  switch (event.type) {
    case 'mitigation-attempted':
      return {
        kind: 'mitigation',
        text:
          `${MITIGATION_NAMES[event.action]}: ${event.what} · ${event.owner || 'no owner'}` +
          ` · check back ${instant(event.checkBackAt)}${when(event.risk, ' · risk: ')}`,
      };
    case 'mitigation-judged':
      return { kind: 'verdict', text: `${VERDICT_NAMES[event.verdict]}${when(event.note, ': ')}` };
    case 'mitigation-check-moved':
      return { kind: 'verdict', text: `Check back moved to ${instant(event.checkBackAt)}` };
  }
}

function describeUpdate(
  event: Of<'update-sent' | 'update-snoozed' | 'update-paused' | 'update-resumed' | 'cadence-set'>,
): Description {
  switch (event.type) {
    case 'update-sent': {
      const next =
        event.nextDueAt === null ? 'no further update promised' : `next ${instant(event.nextDueAt)}`;
      const said = [event.impact, event.known, event.doing].filter((part) => part.trim() !== '');
      const head = `Update ${event.number} sent, ${UPDATE_STATE_NAMES[event.state].toLowerCase()}`;
      return { kind: 'update', text: `${[head, ...said].join(' · ')} · ${next}` };
    }
    case 'update-snoozed':
      return {
        kind: 'clock',
        text: `Update snoozed ${event.minutes} min to ${instant(event.until)}: ${event.reason}`,
      };
    case 'update-paused':
      return { kind: 'clock', text: `Update clock paused: ${event.reason}` };
    case 'update-resumed':
      return { kind: 'clock', text: `Update clock running, due ${instant(event.dueAt)}` };
    case 'cadence-set':
      return {
        kind: 'clock',
        text:
          event.minutes === null
            ? 'Update cadence back to the severity’s own'
            : `Update cadence set to ${event.minutes} min`,
      };
  }
}

function describeLifecycle(event: Of<LifecycleType>): Description {
  switch (event.type) {
    case 'incident-declared': {
      const what = `${severityName(event.severity)}${event.drill ? ' drill' : ''}`;
      return { kind: 'declared', text: `Declared ${what}: ${event.title}` };
    }
    case 'title-changed':
      return { kind: 'title', text: `Title changed from “${event.from}” to “${event.to}”` };
    case 'severity-changed': {
      const after = event.afterResolution ? ' (after resolution)' : '';
      const change = severityStep(event.from, event.to);
      return { kind: 'severity', text: `${change}: ${event.reason}${after}` };
    }
    case 'phase-moved': {
      const change = `${PHASE_NAMES[event.from]} → ${PHASE_NAMES[event.to]}`;
      return { kind: 'phase', text: `${change}${when(event.reason, ': ')}` };
    }
    case 'stamp-set':
      return { kind: 'time', text: describeStamp(event) };
    case 'incident-resolved':
      return { kind: 'resolved', text: `Resolved${when(event.summary, ': ')}` };
    case 'incident-reopened':
      return { kind: 'reopened', text: `Reopened: ${event.reason}` };
  }
}

function describePeopleAndTasks(event: Of<PeopleAndTaskType>): Description {
  switch (event.type) {
    case 'role-assigned': {
      const holder = `${event.person}${when(event.area, ' · ')}${when(event.instead, ', after ')}`;
      return { kind: 'role', text: `${ROLE_RULES[event.role].name}: ${holder}` };
    }
    case 'role-released': {
      const role = `${ROLE_RULES[event.role].name}${when(event.area, ' · ')}`;
      return { kind: 'role', text: `${event.person} is no longer ${role}` };
    }
    case 'action-item-added': {
      const promise = `${when(event.owner, ' · ')}${when(event.dueOn, ' · due ')}`;
      return { kind: 'action', text: `Action item: ${event.text}${promise}` };
    }
    case 'action-item-moved':
      return { kind: 'action', text: `Action item ${event.to}${when(event.note, ': ')}` };
  }
}

function describeImport(event: ImportEvent): Description {
  if (event.type === 'record-imported') return { kind: event.kind, text: event.text };
  const what = `${event.count} ${event.count === 1 ? 'entry' : 'entries'}`;
  const text = {
    'file-imported': `Imported ${what} from ${event.file}`,
    'import-undone': `Import undone: ${what} of ${event.file} taken out`,
    'import-restored': `Import put back: ${what} of ${event.file}`,
  };
  return { kind: 'import', text: text[event.type] };
}

function describeStamp(event: Of<'stamp-set'>): string {
  const label = STAMP_LABELS[event.stamp];
  const from = event.from === null ? '' : `, was ${instant(event.from)}`;
  const to = event.to === null ? 'cleared' : `set to ${instant(event.to)}`;
  return `${label} ${to}${from} (${event.reason})`;
}

const when = (value: string | undefined, before: string): string =>
  value === undefined || value === '' ? '' : `${before}${value}`;

/** `2026-11-23T03:45:00Z`; the fraction of a second is dropped, it is never typed or promised. */
export const instant = (at: EpochMs): string => iso(at).replace(/\.\d{3}Z$/, 'Z');
