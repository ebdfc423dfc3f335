import type { ChangeEvent, RefObject } from 'react';
import { useStore } from 'zustand';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import { Button } from '../../ui/Button';
import styles from './Importing.module.css';

/** Where a file comes from; it may be dropped onto the window as well. */
export function ChooseFile({
  console,
  inputRef,
}: {
  readonly console: Console;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}) {
  const take = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(target.files ?? [])];
    const [first] = files;
    if (!first) return;
    const folder = first.webkitRelativePath.split('/')[0] ?? '';
    void console.importing.takeFiles(
      files,
      folder !== '' ? folder : files.length > 1 ? `${files.length} files` : first.name,
    );
  };
  return (
    <>
      <label className={styles['choice']}>
        File to import
        <input ref={inputRef} type="file" multiple onChange={take} />
      </label>
      <label className={styles['choice']}>
        Folder of a Slack export
        <input type="file" onChange={take} {...{ webkitdirectory: '' }} />
      </label>
      <p className={styles['dim']}>
        You can also drop files or a folder onto the window. Several files of one kind are read together: days
        of a Slack channel, pages of a list, tables with the same columns.
      </p>
      <Before console={console} />
    </>
  );
}

/** What was imported into this incident, to be taken out or put back as a whole. */
function Before({ console }: { readonly console: Console }) {
  const imports = useStore(console.session.store, (state) => state.incident.imports);
  if (imports.length === 0) return null;
  return (
    <section>
      <h3 className={styles['heading']}>Imported before</h3>
      <ul aria-label="Imported before" className={styles['list']}>
        {imports.map(({ id, file, count, undone }) => (
          <li key={id} className={styles['before']}>
            <span>
              {visibleLine(file)}: {count} {count === 1 ? 'entry' : 'entries'}
              {undone && ', undone'}
            </span>
            {undone ? (
              <Button onClick={() => console.importing.restore(id)}>Put back</Button>
            ) : (
              <Button onClick={() => console.importing.undo(id)}>Undo import</Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
