import { memo, useState, type ReactNode } from 'react';
import type { Stamp } from '../../domain/ids';
import { NOTE_KINDS } from '../../domain/noteKinds';
import { iso } from '../../domain/time';
import type { Entry } from '../../domain/timeline';
import { shownAuthor } from '../../exports/authorName';
import { clockText, formatLocal } from '../../language/formatLocal';
import { isNoise } from '../../store/filtering';
import { EntryImages, type OnOpenImage } from './EntryImages';
import { EntryText } from './EntryText';
import { KIND_LOOKS } from './kindGlyphs';
import { RowButtons, type OnRowAction } from './RowButtons';
import { RowMarks } from './RowMarks';
import styles from './Timeline.module.css';

export interface RowActions {
  readonly onAction: OnRowAction;
  readonly onMore: (id: Stamp, byKey: boolean) => void;
  readonly onOpenImage: OnOpenImage;
}

export interface TimelineRowProps {
  readonly entry: Entry;
  /** The journal has acknowledged it. */
  readonly saved: boolean;
  readonly timeZone: string;
  readonly actions: RowActions;
  /** What is looked for, folded; '' marks nothing. */
  readonly needle: string;
  /** The hit that find stands at. */
  readonly isCurrent: boolean;
}

/**
 * One entry. Memoised: a keystroke or a new entry draws no other row again, so everything it shows
 * comes in as properties that stay the same objects.
 */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { entry, saved, timeZone, actions, isCurrent } = props;
  const { word } = KIND_LOOKS[entry.kind];
  const [wasNear, setWasNear] = useState(false);
  const near = (): void => setWasNear(true);
  const who = shownAuthor(entry.by);
  const both = `${formatLocal(entry.at, timeZone)} (${timeZone}) · ${iso(entry.at)}`;
  return (
    <div
      className={styles['row']}
      data-quiet={isNoise(entry) || entry.merged !== undefined}
      data-retracted={Boolean(entry.retracted)}
      data-redacted={Boolean(entry.redacted)}
      data-pinned={Boolean(entry.pinned)}
      data-current={isCurrent}
      onPointerMove={near}
      onFocus={near}
    >
      <time dateTime={iso(entry.at)} title={both} className={styles['time']}>
        {clockText(entry.at, timeZone)}
      </time>
      <span className={styles['who']} title={wasNear ? who : undefined}>
        {who}
      </span>
      <KindMark kind={entry.kind} />
      <div className={styles['said']}>
        {entry.kind !== 'note' && WORDED.has(entry.kind) && <span className={styles['word']}>{word} </span>}
        {said(props)} <RowMarks entry={entry} saved={saved} timeZone={timeZone} />
        {entry.attachments && !entry.merged && (
          <EntryImages
            entry={entry}
            images={entry.attachments}
            timeZone={timeZone}
            onOpen={actions.onOpenImage}
          />
        )}
      </div>
      <RowButtons entry={entry} withIcons={wasNear} onAction={actions.onAction} onMore={actions.onMore} />
    </div>
  );
});

/** A plain note has no glyph: what is out of the ordinary is met first. */
function KindMark({ kind }: Pick<Entry, 'kind'>) {
  const { word, Icon } = KIND_LOOKS[kind];
  return (
    <span className={styles['kind']} title={word}>
      {kind !== 'note' && <Icon size={14} aria-hidden="true" />}
      <span className="visually-hidden">{word}</span>
    </span>
  );
}

/** Kinds that people give say so in a word; the console's own lines begin with theirs already. */
const WORDED: ReadonlySet<string> = new Set(NOTE_KINDS);

function said({ entry, timeZone, needle }: TimelineRowProps): ReactNode {
  if (entry.merged && entry.redacted)
    return <span>Merged into another note; its own words were erased.</span>;
  if (entry.merged) return <span>Merged into another note; its own words are in its history.</span>;
  const text = <EntryText entry={entry} timeZone={timeZone} needle={needle} />;
  return entry.retracted ? <s>{text}</s> : text;
}
