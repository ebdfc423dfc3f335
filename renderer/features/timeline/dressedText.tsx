import { Fragment, type ReactNode } from 'react';
import { marksIn } from '../../domain/textMarks';
import { codePoint, hiddenIn } from '../../exports/visibleText';
import { findIn } from '../../language/foldText';
import styles from './Timeline.module.css';

interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Dress {
  /** What is looked for, folded; '' marks nothing. */
  readonly needle: string;
  /** Tags and mentions are set apart: in what people wrote. */
  readonly withTags: boolean;
}

/** A text as text nodes, with what was found, tags, mentions and hidden characters to be seen in it. */
export function dressed(given: string, { needle, withTags }: Dress): ReactNode {
  const text = needle === '' ? given : given.normalize('NFC');
  const tags: readonly Span[] = withTags ? marksIn(text) : [];
  const found = findIn(text, needle).map((from) => ({ from, to: from + needle.length }));
  if (tags.length === 0 && found.length === 0) return visible(text);
  const edges = [...tags, ...found].flatMap(({ from, to }) => [from, to]);
  const cuts = [...new Set([0, ...edges, text.length])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const piece = visible(text.slice(from, cuts[i + 1]));
    const said = isIn(found, from) ? <mark>{piece}</mark> : piece;
    if (!isIn(tags, from)) return <Fragment key={from}>{said}</Fragment>;
    return (
      <span key={from} className={styles['tag']}>
        {said}
      </span>
    );
  });
}

const isIn = (spans: readonly Span[], at: number): boolean =>
  spans.some(({ from, to }) => from <= at && at < to);

/** What would be invisible, or turn the direction of what follows, is shown as what it is. */
function visible(text: string): ReactNode {
  const hidden = hiddenIn(text);
  if (hidden.length === 0) return text;
  let from = 0;
  const shown = hidden.flatMap(({ character, from: at }) => {
    const before = text.slice(from, at);
    from = at + character.length;
    return [
      before,
      <span key={at} className={styles['unseen']}>
        {codePoint(character)}
      </span>,
    ];
  });
  return [...shown, text.slice(from)];
}
