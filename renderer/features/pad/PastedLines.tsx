import { useState } from 'react';
import { useStore } from 'zustand';
import { namesDay, type TimedLine } from '../../imports/timedLines';
import { visibleLine } from '../../exports/visibleText';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import {
  lacksHalf,
  logLines,
  readLines,
  runsBackwards,
  type BlockTimes,
  type ReadLine,
} from '../../store/pastedLines';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import styles from './PastedLines.module.css';

interface PastedProps {
  readonly console: Console;
  readonly lines: readonly TimedLine[];
  /** True when they were logged: the text is no longer wanted. */
  readonly onDone: (logged: boolean) => void;
}

/**
 * Offers a pasted block of lines with times as so many notes, each shown with the instant it would be logged at; the
 * text stands in the pad meanwhile.
 */
export function PastedLines({ console, lines, onDone }: PastedProps) {
  useStore(console.settings.store, (settings) => settings.clockZone);
  const [times, setTimes] = useState<BlockTimes>({ day: '' });
  const [problem, setProblem] = useState<string>();
  if (lines.length === 0) return null;
  const asks = lacksHalf(lines, { day: '' });
  const isOpen = lacksHalf(lines, times);
  const read = readLines(console, lines, times);
  const change = (next: BlockTimes): void => {
    setProblem(undefined);
    setTimes(next);
  };
  const add = (): void => {
    const why = logLines(console, read);
    setProblem(why);
    if (why === undefined) onDone(true);
  };
  return (
    <div className={styles['pasted']} role="group" aria-label="Pasted lines">
      <p role="status">{problem ?? whatTheyAre(read, shownZone(console), isOpen)}</p>
      <Instants lines={read} timeZone={shownZone(console)} isOpen={isOpen} />
      {asks && <Halves times={times} change={change} />}
      <div className={styles['choices']}>
        {!lines.every(namesDay) && (
          <TextField
            label="Day"
            placeholder="the latest past one"
            value={times.day}
            onChange={({ target }) => change({ ...times, day: target.value })}
          />
        )}
        {!isOpen && <Button onClick={add}>Add as {lines.length} timed notes</Button>}
        <Button onClick={() => onDone(false)}>Keep as one note</Button>
      </div>
    </div>
  );
}

function whatTheyAre(lines: readonly ReadLine[], timeZone: string, isOpen: boolean): string {
  const count = `${lines.length} lines with times.`;
  if (isOpen) return `${count} They may be of twelve hours: say of which half of the day.`;
  const back = runsBackwards(lines) ? ' They run backwards: check the day.' : '';
  return `${count} They would be logged at these, ${timeZone} where a line names no zone.${back}`;
}

function Instants({
  lines,
  timeZone,
  isOpen,
}: {
  readonly lines: readonly ReadLine[];
  readonly timeZone: string;
  readonly isOpen: boolean;
}) {
  if (isOpen) return null;
  return (
    // Scrolls by keys, too.
    <ol className={styles['instants']} aria-label="As they would be logged" tabIndex={0}>
      {lines.map(({ place, at, text, problem }) => (
        <li key={place}>
          {at === undefined ? (
            <strong>{problem}</strong>
          ) : (
            <>
              <time dateTime={new Date(at).toISOString()}>{formatLocal(at, timeZone)}</time>{' '}
              {visibleLine(text.slice(0, LONGEST))}
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Enough to know a line by. */
const LONGEST = 80;

const HALVES = [
  ['am', 'Before noon'],
  ['pm', 'Afternoon'],
  ['as-written', 'As written, 24 hours'],
] as const;

function Halves({
  times,
  change,
}: {
  readonly times: BlockTimes;
  readonly change: (next: BlockTimes) => void;
}) {
  return (
    <div className={styles['choices']} role="group" aria-label="Half of the day">
      {HALVES.map(([half, label]) => (
        <Button key={half} aria-pressed={times.half === half} onClick={() => change({ ...times, half })}>
          {label}
        </Button>
      ))}
    </div>
  );
}
