import { useStore } from 'zustand';
import { epochMs } from '../../domain/time';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import styles from './Settings.module.css';
import { sizeText } from './sizeText';

/** All backups, newest first. */
export function BackupList({ console }: { readonly console: Console }) {
  const backups = useStore(console.safekeeping.store, (state) => state.backups);
  if (backups === null) return null;
  if (backups.length === 0) {
    return (
      <p className={styles['hint']}>
        No backup yet. The first is taken ten minutes after something is logged, or with “Back up now”.
      </p>
    );
  }
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Backups">
      <table className={styles['table']}>
        <caption className="visually-hidden">Backups, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Taken</th>
            <th scope="col">Incidents</th>
            <th scope="col">Rows</th>
            <th scope="col">Size</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {backups.map(({ file, takenAt, incidents, rows, bytes }) => {
            const taken = formatLocal(epochMs(takenAt), shownZone(console));
            return (
              <tr key={file}>
                <th scope="row">{taken}</th>
                <td>{incidents}</td>
                <td>{rows}</td>
                <td>{sizeText(bytes)}</td>
                <td>
                  <Button
                    tone="quiet"
                    aria-label={`Restore the backup of ${taken}`}
                    onClick={() => console.view.openDialog({ name: 'restore', file })}
                  >
                    Restore…
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
