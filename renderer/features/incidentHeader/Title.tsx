import { useStore } from 'zustand';
import { incidentName } from '../../domain/incident';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import styles from './IncidentHeader.module.css';

/** The title, its number and, unmissable, whether it is a drill. */
export function Title({ console }: { readonly console: Console }) {
  const incident = useStore(console.session.store, (state) => state.incident);
  const title = visibleLine(incident.title);
  return (
    <div className={styles['title']}>
      {incident.drill && <strong className={styles['drill']}>DRILL</strong>}
      <h1 className={styles['heading']} title={title}>
        <button
          type="button"
          className={styles['rename']}
          title="Change the title"
          onClick={() => console.view.openDialog({ name: 'title' })}
        >
          {title}
        </button>
      </h1>
      <span className={styles['name']}>{incidentName(incident)}</span>
      {incident.isResolved && <strong className={styles['resolved']}>Resolved</strong>}
    </div>
  );
}
