import { useStore } from 'zustand';
import type { EpochMs } from '../../domain/time';
import { visibleLine } from '../../exports/visibleText';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import type { PadController } from './padController';
import styles from './PadPreview.module.css';

interface PadPart {
  readonly console: Console;
  readonly pad: PadController;
}

/** The note's time: the first keystroke, or what `/at` says. */
export function NoteTime({ console, pad }: PadPart) {
  const chip = useStore(pad.store, (state) => state.chip);
  return (
    <output className={styles['time']} data-set={chip?.backdated} aria-label="Note time">
      {chip ? chipText(chip.at, console.ports.now(), shownZone(console)) : 'now'}
    </output>
  );
}

/** How a command was understood, part by part, while it is typed; nothing for a plain note. */
export function PadParts({ console, pad }: PadPart) {
  const parts = useStore(pad.store, (state) => state.parts);
  const needs = useStore(pad.store, (state) => state.needs);
  const refused = useStore(pad.store, (state) => (state.problem === undefined ? state.refused : undefined));
  const at = useStore(pad.store, (state) => (state.chip?.backdated ? state.chip.at : undefined));
  if (parts.length === 0 && needs === undefined && refused === undefined) return null;
  return (
    <ul className={styles['parts']} aria-label="Read as" id="pad-parts">
      {parts.map((part) => (
        <li key={part.label} className={styles['part']}>
          <span className={styles['label']}>{part.label}</span>
          {part.value !== '' && <> {visibleLine(part.value)}</>}
        </li>
      ))}
      {at !== undefined && (
        <li className={styles['part']}>
          <span className={styles['label']}>at</span> {formatLocal(at, shownZone(console))}
        </li>
      )}
      {needs !== undefined && <li className={styles['needs']}>still needed: {needs}</li>}
      {refused !== undefined && (
        <li className={styles['refused']}>
          <span className={styles['label']}>not taken:</span> {visibleLine(refused)}
        </li>
      )}
    </ul>
  );
}

/** The clock alone today; another day is spelled out, so that nobody logs to the wrong one. */
function chipText(at: EpochMs, now: EpochMs, timeZone: string): string {
  const full = formatLocal(at, timeZone);
  return full.slice(0, 10) === formatLocal(now, timeZone).slice(0, 10) ? full.slice(11) : full;
}
