import { useState, type ReactNode } from 'react';
import { isNote } from '../../domain/decideEntries';
import { epochMs } from '../../domain/time';
import type { Entry } from '../../domain/timeline';
import { clockText, formatLocal } from '../../language/formatLocal';
import { Button } from '../../ui/Button';
import styles from './Timeline.module.css';

/** Longer notes are folded: 100,000 characters would push everything else off the screen. */
const LONGEST_SHOWN = 1_500;

/**
 * Characters that are invisible or turn the direction of what follows; shown as what they are.
 * Not the joiner of emoji, and not tab and line break, which are what they look like.
 */
const UNSEEN = /(?![\t\n])\p{Cc}|(?!\u200d)\p{Cf}|[\u2028\u2029]/u;
const UNSEEN_OR_INSTANT = new RegExp(`(${UNSEEN.source}|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)`, 'u');

/** What an entry says: text nodes only, whatever was typed. */
export function EntryText({
  entry,
  timeZone,
}: {
  readonly entry: Pick<Entry, 'kind' | 'text' | 'at'>;
  readonly timeZone: string;
}) {
  const [whole, setWhole] = useState(false);
  const { text } = entry;
  const folded = text.length > LONGEST_SHOWN && !whole;
  const shown = folded ? text.slice(0, LONGEST_SHOWN) : text;
  return (
    <>
      <bdi className={styles['text']}>
        {isNote(entry) ? visible(shown) : withTimes(shown, entry, timeZone)}
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

function visible(text: string): ReactNode {
  if (!UNSEEN.test(text)) return text;
  return pieces(text, new RegExp(`(${UNSEEN.source})`, 'u')).map(({ piece, from, found }) =>
    found ? <Mark key={from} character={piece} /> : piece,
  );
}

/** The text cut at what matches; `from` is where a piece began, so it names the piece. */
function pieces(text: string, cut: RegExp): readonly { piece: string; from: number; found: boolean }[] {
  let from = 0;
  return text.split(cut).map((piece, i) => {
    const start = from;
    from += piece.length;
    return { piece, from: start, found: i % 2 === 1 };
  });
}

function Mark({ character }: { readonly character: string }) {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return <span className={styles['unseen']}>U+{code}</span>;
}

/** The console's own lines carry instants in UTC; here they read in the zone shown (TML8). */
function withTimes(text: string, entry: Pick<Entry, 'at'>, timeZone: string): ReactNode {
  return pieces(text, UNSEEN_OR_INSTANT).map(({ piece, from, found }) => {
    if (!found) return piece;
    if (UNSEEN.test(piece)) return <Mark key={from} character={piece} />;
    return shortTime(piece, entry, timeZone);
  });
}

/** The clock alone on the entry's own day, day and clock otherwise. */
function shortTime(written: string, entry: Pick<Entry, 'at'>, timeZone: string): string {
  const at = epochMs(Date.parse(written));
  const local = formatLocal(at, timeZone);
  const sameDay = local.slice(0, 10) === formatLocal(entry.at, timeZone).slice(0, 10);
  return (sameDay ? clockText(at, timeZone) : local).replace(/:00$/, '');
}
