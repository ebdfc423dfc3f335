import { formatDistanceStrict } from 'date-fns';
import { useStore } from 'zustand';
import { PHASE_NAMES } from '../../domain/lifecycle';
import { severityName } from '../../domain/severity';
import type { IncidentSummary } from '../../domain/summary';
import { between, iso, MINUTE, type EpochMs } from '../../domain/time';
import { visibleLine } from '../../exports/visibleText';
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
        <li key={incident.id} aria-label={visibleLine(incident.title)}>
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
  const { isResolved, resolvedAt, declaredAt } = incident;
  const [event, at] =
    isResolved && resolvedAt !== undefined
      ? (['resolved', resolvedAt] as const)
      : (['declared', declaredAt] as const);
  // Asked for as words, so that it is drawn anew only when they change.
  const ago = useStore(console.ticker.store, (now) => `${event} ${agoWords(at, now)}`);
  const state = isResolved ? 'Resolved' : PHASE_NAMES[incident.phase];
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
      <span className={styles['title']}>{visibleLine(incident.title)}</span>
      <span className={styles['meta']}>
        {incident.drill ? 'DRILL · ' : ''}
        {incident.name} · {severityName(incident.severity)} · {state} ·{' '}
        <time dateTime={iso(at)} title={formatLocal(at, shownZone(console))}>
          {ago}
        </time>
      </span>
    </button>
  );
}

/** Whole units only, rounded down; nobody reads a list for its seconds. */
function agoWords(at: EpochMs, now: EpochMs): string {
  if (between(at, now) < MINUTE) return 'just now';
  return formatDistanceStrict(at, now, { addSuffix: true, roundingMethod: 'floor' });
}
