import { formatDistanceStrict } from 'date-fns';
import { useStore } from 'zustand';
import { PHASE_NAMES } from '../../domain/lifecycle';
import { severityName } from '../../domain/severity';
import type { IncidentSummary } from '../../domain/summary';
import { iso } from '../../domain/time';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { openIncident } from '../../store/moves';
import { shownZone } from '../../store/zone';
import { SeverityMark } from '../../ui/SeverityMark';
import styles from './IncidentList.module.css';

/** All incidents, live ones first; each opens with a click or Enter. */
export function IncidentList({ console }: { readonly console: Console }) {
  const incidents = useStore(console.incidents.store);
  const openId = useStore(console.session.store, (state) => state.openId);
  if (incidents.length === 0) return <p className={styles['none']}>No incident so far.</p>;
  return (
    <ul aria-label="Incidents" className={styles['list']}>
      {incidents.map((incident) => (
        <li key={incident.id} aria-label={incident.title}>
          <Item incident={incident} isOpen={incident.id === openId} console={console} />
        </li>
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly incident: IncidentSummary;
  readonly isOpen: boolean;
  readonly console: Console;
}

function Item({ incident, isOpen, console }: ItemProps) {
  const state = incident.isResolved ? 'Resolved' : PHASE_NAMES[incident.phase];
  return (
    <button
      type="button"
      className={styles['item']}
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => void openIncident(console, incident.id)}
    >
      <span className={styles[`sev${incident.severity}`]}>
        <SeverityMark level={incident.severity} size={12} />
      </span>
      <span className={styles['title']}>{incident.title}</span>
      <span className={styles['meta']}>
        {incident.drill ? 'DRILL · ' : ''}
        {incident.name} · {severityName(incident.severity)} · {state} ·{' '}
        <time
          dateTime={iso(incident.declaredAt)}
          title={formatLocal(incident.declaredAt, shownZone(console))}
        >
          {formatDistanceStrict(incident.declaredAt, console.ports.now(), { addSuffix: true })}
        </time>
      </span>
    </button>
  );
}
