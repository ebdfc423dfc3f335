import { useState } from 'react';
import { formatLocal, localDay } from '../../language/formatLocal';
import { readTime } from '../../language/readTime';
import { TIME_SENTENCES } from '../../language/timeProblems';
import type { Console } from '../../store/console';
import type { ImportView } from '../../store/importView';
import type { EpochMs } from '../../domain/time';
import { TextField } from '../../ui/Field';
import styles from './Importing.module.css';

interface Props {
  readonly console: Console;
  readonly shown: ImportView;
  readonly timeZone: string;
}

/** Leaves out what lies before or after; a channel's export is weeks, an incident hours. */
export function TimeWindow({ console, shown, timeZone }: Props) {
  return (
    <div className={styles['questions']} role="group" aria-label="Only between">
      <End
        label="Not before"
        value={shown.from}
        {...{ console, shown, timeZone }}
        set={(at) => console.importing.between(at, shown.to)}
      />
      <End
        label="Not after"
        value={shown.to}
        {...{ console, shown, timeZone }}
        set={(at) => console.importing.between(shown.from, at)}
      />
    </div>
  );
}

interface EndProps extends Props {
  readonly label: string;
  /** What is in force: the field may come back to it after another list was shown. */
  readonly value: EpochMs | null;
  readonly set: (at: EpochMs | null) => void;
}

function End({ label, value, console, shown, timeZone, set }: EndProps) {
  const [text, setText] = useState(() => (value === null ? '' : formatLocal(value, timeZone)));
  const read = readTime(text, { now: console.ports.now(), timeZone });
  const problem = text === '' || read.ok ? {} : { problem: TIME_SENTENCES[read.problem] };
  const first = shown.items[0]?.row.at;
  return (
    <TextField
      label={label}
      placeholder={first === undefined ? '' : `${localDay(first, timeZone)} 14:00`}
      value={text}
      {...problem}
      onChange={({ target }) => {
        setText(target.value);
        const typed = readTime(target.value, { now: console.ports.now(), timeZone });
        // Nothing is left out by a time that nobody can see.
        set(typed.ok ? typed.at : null);
      }}
    />
  );
}
