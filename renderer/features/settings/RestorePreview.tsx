import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { epochMs } from '../../domain/time';
import { visibleLine } from '../../exports/visibleText';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { declaredName } from '../../store/declaredName';
import { shownZone } from '../../store/zone';
import styles from './Settings.module.css';

/** What a backup would bring back, incident by incident, before it does. */
export function RestorePreview({ console, file }: { readonly console: Console; readonly file: string }) {
  const { preview, busy, problem } = useStore(console.safekeeping.store);
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    words.current?.focus();
    void console.safekeeping.openPreview(file);
  }, [console, file]);
  const added = preview?.incidents.reduce((sum, one) => sum + one.onlyInBackup, 0) ?? 0;
  const taken = preview && formatLocal(epochMs(preview.takenAt), shownZone(console));
  return (
    <>
      <p ref={words} tabIndex={-1} role="status" aria-live="polite">
        {busy ?? (taken === null ? '' : sentence(added, taken))}
      </p>
      <p role="alert" className={problem === null ? styles['said'] : styles['problem']}>
        {problem}
      </p>
      {preview && <Comparison console={console} />}
    </>
  );
}

function Comparison({ console }: { readonly console: Console }) {
  const incidents = useStore(console.safekeeping.store, (state) => state.preview?.incidents);
  const here = useStore(console.incidents.store);
  const nameOf = (id: string): string | undefined => {
    const known = here.find((one) => one.id === id);
    return known && `${known.name} ${known.title}`;
  };
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">Rows of each incident in the backup</caption>
      <thead>
        <tr>
          <th scope="col">Incident</th>
          <th scope="col">In the backup</th>
          <th scope="col">Here</th>
          <th scope="col">Only in the backup</th>
        </tr>
      </thead>
      <tbody>
        {incidents?.map(({ incidentId, inBackup, here: rowsHere, onlyInBackup, first }) => (
          <tr key={incidentId}>
            <th scope="row">{visibleLine(nameOf(incidentId) ?? declaredName(first))}</th>
            <td>{inBackup}</td>
            <td>{rowsHere}</td>
            <td>{onlyInBackup}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sentence(added: number, taken: string): string {
  if (added === 0) return `Nothing in the backup of ${taken} is missing here.`;
  const rows = added === 1 ? '1 row that is' : `${added} rows that are`;
  return `Restoring the backup of ${taken} adds ${rows} missing here. Nothing is replaced or taken away, and what is here now is backed up first.`;
}
