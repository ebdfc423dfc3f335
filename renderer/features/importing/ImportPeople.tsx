import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import type { ImportView } from '../../store/importView';
import { TextField } from '../../ui/Field';
import styles from './Importing.module.css';

/** More are told of by their number; a name can be changed on the timeline's rows by nobody anyway. */
const MOST_SHOWN = 40;

interface Props {
  readonly console: Console;
  readonly shown: ImportView;
  readonly people: readonly string[];
}

/** Under which names the authors come in. */
export function ImportPeople({ console, shown, people }: Props) {
  if (people.length === 0) return null;
  const known = [...new Set(console.session.store.getState().incident.people)];
  return (
    <details>
      <summary>People ({people.length}): under which names they come in</summary>
      <div className={styles['questions']} role="group" aria-label="People">
        {people.slice(0, MOST_SHOWN).map((person) => (
          <TextField
            key={person}
            label={visibleLine(person)}
            defaultValue={shown.names.get(person) ?? person}
            suggestions={known}
            onChange={({ target }) => console.importing.rename(person, target.value.trim() || person)}
          />
        ))}
      </div>
      {people.length > MOST_SHOWN && (
        <p className={styles['dim']}>And {people.length - MOST_SHOWN} more, under their own names.</p>
      )}
    </details>
  );
}
