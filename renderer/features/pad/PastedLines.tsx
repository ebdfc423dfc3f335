import { useState } from 'react';
import type { TimedLine } from '../../imports/timedLines';
import type { Console } from '../../store/console';
import { logLines } from '../../store/pastedLines';
import { Button } from '../../ui/Button';
import styles from './Pad.module.css';

/** Offers a pasted block of lines with times as so many notes; the text stands in the pad meanwhile. */
export function PastedLines({
  console,
  lines,
  onDone,
}: {
  readonly console: Console;
  readonly lines: readonly TimedLine[];
  /** True when they were logged: the text is no longer wanted. */
  readonly onDone: (logged: boolean) => void;
}) {
  const [problem, setProblem] = useState<string>();
  if (lines.length === 0) return null;
  const add = (): void => {
    const why = logLines(console, lines);
    setProblem(why);
    if (why === undefined) onDone(true);
  };
  return (
    <div className={styles['problem']} role="group" aria-label="Pasted lines">
      <p role="status">{problem ?? `${lines.length} lines with times.`}</p>
      <Button onClick={add}>Add as {lines.length} timed notes</Button>
      <Button onClick={() => onDone(false)}>Keep as one note</Button>
    </div>
  );
}
