import { useStore } from 'zustand';
import { severityName } from '../../domain/severity';
import type { Console } from '../../store/console';
import { SeverityMark } from '../../ui/SeverityMark';
import styles from './Severity.module.css';

/** Word, shape and fill; the whole badge is the button that changes it. */
export function SeverityBadge({ console }: { readonly console: Console }) {
  const severity = useStore(console.session.store, (state) => state.incident.severity);
  return (
    <span className={`${styles['badge']} ${styles[`sev${severity}`]}`}>
      <SeverityMark level={severity} size={16} />
      <span data-testid="severity">{severityName(severity)}</span>
      <button
        type="button"
        aria-label="Severity"
        title="Change severity"
        className={styles['change']}
        onClick={() => console.view.openDialog({ name: 'severity' })}
      >
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <path d="M1 3l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </button>
    </span>
  );
}
