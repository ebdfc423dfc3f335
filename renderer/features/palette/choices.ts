import { ROLE_RULES, SINGLE_ROLES, type Role } from '../../domain/roles';
import { SEVERITIES, severityName, SEVERITY_RULES } from '../../domain/severity';
import { byUrgency } from '../../domain/summary';
import { visibleLine } from '../../exports/visibleText';
import { CONTEXT_NAMES } from '../../keymap/keymap';
import { ACTIONS } from '../../store/actions';
import type { Console } from '../../store/console';
import { whenOpen } from '../../store/doing';
import { formKeyOf } from '../../store/formKeys';
import { shownKey } from '../../store/keysNow';
import { openIncident } from '../../store/moves';
import type { PaletteItem } from '../../ui/Palette';

/** Something the palette offers. */
export interface Choice extends PaletteItem {
  readonly kind: 'command' | 'incident' | 'severity' | 'role';
  /** Other words it is found by. */
  readonly also: readonly string[];
  readonly act: () => void;
}

/** Everything that can be chosen now, and what can't with its reason. */
export function allChoices(console: Console, platform: string): readonly Choice[] {
  return [...commands(console, platform), ...severities(console), ...roles(console), ...incidents(console)];
}

function commands(console: Console, platform: string): readonly Choice[] {
  return ACTIONS.filter(({ id }) => id !== 'palette').map((action) => ({
    id: action.id,
    kind: 'command',
    label: action.label,
    also: ALSO[action.id] ?? [],
    detail: action.context === 'global' ? undefined : CONTEXT_NAMES[action.context].toLowerCase(),
    keys: shownKey(console, action.id, platform),
    off: action.unavailable(console),
    act: () => {
      if (action.inIncident) console.view.set({ atHome: false });
      action.perform(console);
    },
  }));
}

/** What people call things elsewhere. */
const ALSO: { readonly [id: string]: readonly string[] } = {
  'focus-pad': ['write a note'],
  'roll-back': ['mitigate', 'revert', 'rollback'],
  'shift-traffic': ['mitigate', 'failover'],
  'disable-feature': ['mitigate', 'feature flag off'],
  'write-update': ['stakeholder update', 'communicate'],
  'copy-status': ['slack teams'],
  'new-action-item': ['todo follow-up'],
  home: ['history', 'list of incidents', 'start screen'],
  'export-postmortem': ['markdown', 'draft'],
  shortcuts: ['help', 'keys'],
  'change-keys': ['remap keyboard shortcuts'],
  settings: ['preferences'],
};

function severities(console: Console): readonly Choice[] {
  const { severity } = console.session.store.getState().incident;
  const wording = console.settings.store.getState().severityDefinitions;
  return SEVERITIES.map((level) => ({
    id: `severity-${level}`,
    kind: 'severity',
    label: `Change severity to ${severityName(level)}`,
    also: [`sev${level}`],
    detail: wording[level] ?? SEVERITY_RULES[level].definition,
    off: whenOpen(console) ?? (level === severity ? `It is ${severityName(level)} now.` : undefined),
    act: () => {
      console.view.set({ atHome: false });
      // What was picked in that dialog before and not sent would stand in its stead.
      const form = formKeyOf(console, { name: 'severity' });
      if (form !== undefined) console.drafts.set(`${form}:to`, '');
      console.view.openDialog({ name: 'severity', to: level });
    },
  }));
}

function roles(console: Console): readonly Choice[] {
  const { holders } = console.session.store.getState().incident;
  const choice = (role: Role, label: string, holder: string | undefined): Choice => ({
    id: `role-${role}`,
    kind: 'role',
    label,
    also: ['role', 'hand over'],
    detail: holder === undefined ? undefined : `now ${visibleLine(holder)}`,
    off: whenOpen(console),
    act: () => {
      console.view.set({ atHome: false });
      console.settings.change({ tab: 'roles' });
      console.view.goTo(`role-${role}`);
    },
  });
  return [
    ...SINGLE_ROLES.map((role) => choice(role, `Assign ${ROLE_RULES[role].name}`, holders[role]?.person)),
    choice('expert', 'Call in an expert', undefined),
  ];
}

function incidents(console: Console): readonly Choice[] {
  const { openId } = console.session.store.getState();
  return console.incidents.store
    .getState()
    .toSorted(byUrgency)
    .map((one) => ({
      id: `incident-${one.id}`,
      kind: 'incident',
      label: `${one.name} ${visibleLine(one.title)}`,
      also: ['go to incident', 'switch'],
      detail: `${severityName(one.severity)}, ${one.isResolved ? 'resolved' : 'live'}${one.id === openId ? ', open here' : ''}`,
      act: () => {
        if (one.id !== openId) return void openIncident(console, one.id);
        console.view.set({ atHome: false });
        console.view.focusPad();
      },
    }));
}
