import { useStore } from 'zustand';
import { commanderIsExpert } from '../../domain/decideRoles';
import type { Incident } from '../../domain/incident';
import { SINGLE_ROLES } from '../../domain/roles';
import { SEVERITY_RULES } from '../../domain/severity';
import type { Console } from '../../store/console';
import { Panel } from '../../ui/Panel';
import { Experts } from './Experts';
import { RoleField } from './RoleField';
import styles from './Roles.module.css';

/** Who holds what since when. An undelegated duty is held by the commander, never empty. */
export function RoleBoard({ console }: { readonly console: Console }) {
  const { store } = console.session;
  const holders = useStore(store, (state) => state.incident.holders);
  const uncommanded = useStore(store, (state) => isUncommanded(state.incident));
  const isExpertToo = useStore(store, (state) => commanderIsExpert(state.incident));
  return (
    <Panel title="Roles">
      {uncommanded && (
        <p className={styles['warning']} role="status">
          Nobody is in command. Name an Incident Commander.
        </p>
      )}
      {SINGLE_ROLES.map((role) => (
        <RoleField key={`${role} ${holders[role]?.person ?? ''}`} role={role} console={console} />
      ))}
      <Experts console={console} />
      {isExpertToo && (
        <p className={styles['warning']} role="status">
          The commander is also working as an expert. Hand over one of the two.
        </p>
      )}
    </Panel>
  );
}

const isUncommanded = ({ severity, isResolved, holders }: Incident): boolean =>
  SEVERITY_RULES[severity].rolesRequired && !isResolved && holders.commander === undefined;
