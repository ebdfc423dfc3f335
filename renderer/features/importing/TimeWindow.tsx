import { useState } from 'react';
import { localDay } from '../../language/formatLocal';
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
        {...{ console, shown, timeZone }}
        set={(at) => console.importing.between(at, shown.to)}
      />
      <End
        label="Not after"
        {...{ console, shown, timeZone }}
        set={(at) => console.importing.between(shown.from, at)}
      />
    </div>
  );
}

function End({
  label,
  console,
  shown,
  timeZone,
  set,
}: Props & { readonly label: string; readonly set: (at: EpochMs | null) => void }) {
  const [text, setText] = useState('');
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
        if (target.value.trim() === '') set(null);
        else if (typed.ok) set(typed.at);
      }}
    />
  );
}
