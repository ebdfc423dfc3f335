import { Fragment, useState, type ReactNode } from 'react';
import { isNote } from '../../domain/decideEntries';
import { epochMs } from '../../domain/time';
import type { Entry } from '../../domain/timeline';
import { clockText, formatLocal } from '../../language/formatLocal';
import { Button } from '../../ui/Button';
import { dressed } from './dressedText';
import styles from './Timeline.module.css';

/** Longer notes are folded: 100,000 characters would push everything else off the screen. */
export const LONGEST_SHOWN = 1_500;

const INSTANT = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)/;

/** What an entry says: text nodes only, whatever was typed. */
export function EntryText({
  entry,
  timeZone,
  needle = '',
}: {
  readonly entry: Pick<Entry, 'kind' | 'text' | 'at'>;
  readonly timeZone: string;
  /** What is looked for, folded. */
  readonly needle?: string;
}) {
  const [whole, setWhole] = useState(false);
  const { text } = entry;
  const folded = text.length > LONGEST_SHOWN && !whole;
  const shown = folded ? beginning(text) : text;
  return (
    <>
      <bdi className={styles['text']}>
        {isNote(entry)
          ? dressed(shown, { needle, withTags: true })
          : withTimes(shown, entry, timeZone, needle)}
        {folded && '…'}
      </bdi>
      {folded && (
        <Button tone="quiet" onClick={() => setWhole(true)}>
          Show all {text.length.toLocaleString('en')} characters
        </Button>
      )}
    </>
  );
}

/** Never half of a character that takes two units. */
const beginning = (text: string): string => text.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, '');

/** The console's own lines carry instants in UTC; here they read in the zone shown (TML8). */
function withTimes(text: string, entry: Pick<Entry, 'at'>, timeZone: string, needle: string): ReactNode {
  let from = 0;
  return text.split(INSTANT).map((piece, i) => {
    const start = from;
    from += piece.length;
    const isInstant = i % 2 === 1;
    return (
      <Fragment key={start}>
        {isInstant ? shortTime(piece, entry, timeZone) : dressed(piece, { needle, withTags: false })}
      </Fragment>
    );
  });
}

/** The clock alone on the entry's own day, day and clock otherwise. */
function shortTime(written: string, entry: Pick<Entry, 'at'>, timeZone: string): string {
  const at = epochMs(Date.parse(written));
  const local = formatLocal(at, timeZone);
  const sameDay = local.slice(0, 10) === formatLocal(entry.at, timeZone).slice(0, 10);
  return (sameDay ? clockText(at, timeZone) : local).replace(/:00$/, '');
}
