import { useEffect, type RefObject } from 'react';
import { useStore } from 'zustand';
import { perform } from '../../store/actions';
import type { Console } from '../../store/console';
import { Button } from '../../ui/Button';
import { BackupList } from './BackupList';
import { Section } from './Section';
import styles from './Settings.module.css';

/** Copies of everything, and whether everything is as it was written. */
export function BackupSection({
  console,
  headingRef,
}: {
  readonly console: Console;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}) {
  const { busy, said, problem, findings } = useStore(console.safekeeping.store);
  const exported = useStore(console.view.store, (view) => view.exported);
  const exporting = useStore(console.view.store, (view) => view.exporting);
  const { safekeeping } = console;
  useEffect(() => void safekeeping.look(), [safekeeping]);
  return (
    <Section title="Backups and integrity" headingRef={headingRef}>
      <p className={styles['hint']}>
        Taken every ten minutes while something changes, and when the console ends. Kept are the last 12, one
        an hour for two days, one a day for 30 days.
      </p>
      <div className={styles['row']}>
        <Button aria-busy={busy !== null} onClick={() => void safekeeping.backUp()}>
          Back up now
        </Button>
        <Button aria-busy={busy !== null} onClick={() => void safekeeping.check()}>
          Check integrity
        </Button>
        <Button aria-busy={exporting} onClick={() => perform(console, 'export-everything')}>
          Export everything
        </Button>
      </div>
      <p role="status" aria-live="polite" data-testid="safekeeping" className={styles['said']}>
        {busy ?? said ?? ''}
      </p>
      <p role="status" aria-live="polite" className={styles['said']}>
        {exported && `${exported.what} written and checked: ${exported.path}`}
      </p>
      <p role="alert" className={problem === null ? styles['said'] : styles['problem']}>
        {problem}
      </p>
      <ExportProblem console={console} />
      {findings && findings.details.length > 0 && (
        <ul aria-label="What the check found" className={styles['findings']}>
          {findings.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      <BackupList console={console} />
    </Section>
  );
}

/** The bar that says it stands behind this dialog. */
function ExportProblem({ console }: { readonly console: Console }) {
  const text = useStore(
    console.notices.store,
    (notices) => notices.find((notice) => notice.id === 'export')?.text,
  );
  return text === undefined ? null : (
    <p role="alert" className={styles['problem']}>
      {text}
    </p>
  );
}
