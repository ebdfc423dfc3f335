import { PAD_COMMANDS } from '../../language/commands/padCommands';
import styles from './Shortcuts.module.css';

/** What can be typed into the pad, from the list that reads it. */
export function PadCommandList() {
  return (
    <section>
      <h3 className={styles['heading']}>Commands in the note pad</h3>
      <dl className={styles['commands']}>
        <div className={styles['command']}>
          <dt>/at 14:32 …</dt>
          <dd>say when it happened; also -7m, ten minutes ago, yesterday 14:32</dd>
        </div>
        {PAD_COMMANDS.map(({ word, hint, does }) => (
          <div key={word} className={styles['command']}>
            <dt>
              /{word} {hint}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['hint']}>A second slash (//sev) logs the line as text.</p>
    </section>
  );
}
