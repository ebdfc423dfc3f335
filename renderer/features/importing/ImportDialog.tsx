import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { visibleLine } from '../../exports/visibleText';
import { countChosen, countOf, DUPLICATES } from '../../imports/reviewColumns';
import type { Console } from '../../store/console';
import { shownFormat, type ImportView } from '../../store/importView';
import { shownZone } from '../../store/zone';
import { Dialog } from '../../ui/Dialog';
import { ChooseFile } from './ChooseFile';
import styles from './Importing.module.css';
import { ImportPeople } from './ImportPeople';
import { ImportQuestions } from './ImportQuestions';
import { ImportRecords } from './ImportRecords';

/** What a file would bring; nothing of it is kept until Import. */
export function ImportDialog({ console }: { readonly console: Console }) {
  const shown = useStore(console.importing.store);
  return shown && <Looked console={console} shown={shown} />;
}

function Looked({ console, shown }: { readonly console: Console; readonly shown: ImportView }) {
  const file = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { status, columns, ticks, from, to } = shown;
  const count = useMemo(() => countChosen(columns, ticks, { from, to }), [columns, ticks, from, to]);
  const submit = status === 'ready' ? { submit: `Import ${count} ${count === 1 ? 'entry' : 'entries'}` } : {};
  // What had the focus may be gone with what was shown before; the keys must not reach the window behind.
  useEffect(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) body.current?.closest<HTMLElement>('[role=dialog]')?.focus();
  }, [status]);

  return (
    <Dialog
      title={shown.file === '' ? 'Import' : `Import “${visibleLine(shown.file)}”`}
      {...submit}
      onSubmit={() => void console.importing.import()}
      onClose={() => console.importing.cancel()}
      initialFocus={file}
      wide
    >
      <div ref={body} className={styles['body']}>
        <p role="status" aria-live="polite">
          {sentence(shown)}
        </p>
        {shown.problem !== undefined && (
          <p role="alert" className={styles['problem']}>
            {shown.problem}
          </p>
        )}
        {shown.status === 'choosing' && <ChooseFile console={console} inputRef={file} />}
        {(shown.status === 'reading' || shown.status === 'importing') && <Progress shown={shown} />}
        {shown.status === 'ready' && shown.reading && (
          <>
            <Warnings warnings={shown.reading.warnings} />
            <ImportQuestions console={console} shown={shown} questions={shown.reading.questions} />
            <ImportRecords console={console} shown={shown} timeZone={shownZone(console)} />
            <ImportPeople console={console} shown={shown} people={shown.reading.people} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function sentence(shown: ImportView): string {
  const { status, reading, columns } = shown;
  if (status === 'choosing')
    return 'Slack exports, PagerDuty, Opsgenie, Alertmanager, Grafana, and tables (CSV, TSV).';
  if (status === 'reading') return 'Reading. Nothing is imported yet; Close stops it.';
  if (status === 'importing')
    return `Importing ${shown.done} of ${shown.all}. Close stops it and takes out what came in.`;
  const parts = [
    `${countOf(columns, ['new'])} new`,
    `${countOf(columns, DUPLICATES)} duplicate`,
    `${(reading?.unreadable.length ?? 0) + countOf(columns, ['future'])} unreadable`,
  ];
  return `${shownFormat(shown)}: ${parts.join(' · ')}. Only looking so far: nothing changes until you import.`;
}

function Progress({ shown }: { readonly shown: ImportView }) {
  return (
    <progress
      className={styles['progress']}
      aria-label="Progress"
      value={shown.done}
      max={Math.max(1, shown.all)}
    />
  );
}

function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    // A long list is scrolled, also by keys.
    <div className={styles['warnings']} role="group" aria-label="Warnings" tabIndex={0}>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{visibleLine(warning)}</li>
        ))}
      </ul>
    </div>
  );
}
