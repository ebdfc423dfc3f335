import { useStore } from 'zustand';
import { incidentName } from '../../domain/incident';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import styles from './IncidentHeader.module.css';

/** The title, its number and, unmissable, whether it is a drill. */
export function Title({ console }: { readonly console: Console }) {
  const { store } = console.session;
  const title = visibleLine(useStore(store, (state) => state.incident.title));
  const name = useStore(store, (state) => incidentName(state.incident));
  const drill = useStore(store, (state) => state.incident.drill);
  const isResolved = useStore(store, (state) => state.incident.isResolved);
  return (
    <div className={styles['title']}>
      {drill && <strong className={styles['drill']}>DRILL</strong>}
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
      <span className={styles['name']}>{name}</span>
      {isResolved && <strong className={styles['resolved']}>Resolved</strong>}
    </div>
  );
}
