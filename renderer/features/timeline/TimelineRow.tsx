import { EyeOff, Pencil, Strikethrough, Undo2, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { isRetractable } from '../../domain/decideEntries';
import type { Stamp } from '../../domain/ids';
import { formatName } from '../../domain/imports';
import { formatLength, iso, ms } from '../../domain/time';
import { loggedLate, type Entry, type EntryKind } from '../../domain/timeline';
import { shownAuthor } from '../../exports/authorName';
import { visibleLine, visibleText } from '../../exports/visibleText';
import { clockText, formatLocal } from '../../language/formatLocal';
import { Button } from '../../ui/Button';
import { EntryImages, type OnOpenImage } from './EntryImages';
import { EntryText } from './EntryText';
import { KIND_LOOKS } from './kindGlyphs';
import styles from './Timeline.module.css';

/** The console's own book-keeping stands back; what people said, tried and promised does not. */
const QUIET: ReadonlySet<EntryKind> = new Set([
  'role',
  'phase',
  'time',
  'clock',
  'title',
  'action',
  'import',
]);

export interface RowActions {
  readonly onEdit: (id: Stamp) => void;
  readonly onRetract: (id: Stamp) => void;
  readonly onRestore: (id: Stamp) => void;
  /** Asks first: it can't be undone. */
  readonly onRedact: (id: Stamp) => void;
  readonly onOpenImage: OnOpenImage;
}

export interface TimelineRowProps {
  readonly entry: Entry;
  /** The journal has acknowledged it. */
  readonly saved: boolean;
  readonly timeZone: string;
  readonly actions: RowActions;
}

/**
 * One entry. Memoised: a keystroke or a new entry draws no other row again, so everything it shows
 * comes in as properties that stay the same objects.
 */
export const TimelineRow = memo(function TimelineRow({ entry, saved, timeZone, actions }: TimelineRowProps) {
  const { word, Icon } = KIND_LOOKS[entry.kind];
  const late = loggedLate(entry);
  const { source } = entry;
  const both = `${formatLocal(entry.at, timeZone)} (${timeZone}) · ${iso(entry.at)}`;
  return (
    <div
      className={styles['row']}
      data-quiet={QUIET.has(entry.kind)}
      data-retracted={Boolean(entry.retracted)}
      data-redacted={Boolean(entry.redacted)}
    >
      <time dateTime={iso(entry.at)} title={both} className={styles['time']}>
        {clockText(entry.at, timeZone)}
      </time>
      <span className={styles['who']} title={shownAuthor(entry.by)}>
        {shownAuthor(entry.by)}
      </span>
      <span className={styles['kind']} title={word}>
        <Icon size={14} aria-hidden="true" />
        <span className="visually-hidden">{word}</span>
      </span>
      <div className={styles['said']}>
        {entry.retracted ? (
          <s>
            <EntryText entry={entry} timeZone={timeZone} />
          </s>
        ) : (
          <EntryText entry={entry} timeZone={timeZone} />
        )}{' '}
        <span className={styles['marks']}>
          {source && (
            <span title={visibleLine(`${source.file}, ${source.where}`)}>
              from {formatName(source.format)}
            </span>
          )}
          {late !== undefined && <span>logged +{formatLength(ms(late))}</span>}
          {entry.revisions.length > 0 && <span title={history(entry, timeZone)}>edited</span>}
          {entry.retracted && <span>retracted by {shownAuthor(entry.retracted.by)}</span>}
          {entry.redacted && <RedactionMark redacted={entry.redacted} timeZone={timeZone} />}
          {!saved && <span className={styles['unsaved']}>not saved yet</span>}
        </span>
        {entry.attachments && (
          <EntryImages
            entry={entry}
            images={entry.attachments}
            timeZone={timeZone}
            onOpen={actions.onOpenImage}
          />
        )}
      </div>
      <RowButtons entry={entry} actions={actions} />
    </div>
  );
});

/** A redacted line keeps nothing to edit; struck out or not is all that can still be said of it. */
function RowButtons({ entry, actions }: { readonly entry: Entry; readonly actions: RowActions }) {
  const button = (label: string, Icon: LucideIcon, act: (id: Stamp) => void) => (
    <Button tone="quiet" title={label} onClick={() => act(entry.id)}>
      <Icon size={15} aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
    </Button>
  );
  const mayRetract = !entry.redacted && isRetractable(entry);
  return (
    <span className={styles['buttons']}>
      {!entry.retracted && !entry.redacted && button('Edit', Pencil, actions.onEdit)}
      {entry.retracted
        ? button('Restore', Undo2, actions.onRestore)
        : mayRetract && button('Retract', Strikethrough, actions.onRetract)}
      {!entry.redacted && button('Redact', EyeOff, actions.onRedact)}
    </span>
  );
}

/** Who had the text erased; when and why stand behind it. */
function RedactionMark({
  redacted,
  timeZone,
}: {
  readonly redacted: NonNullable<Entry['redacted']>;
  readonly timeZone: string;
}) {
  const { at, by, reason } = redacted;
  const when = at === undefined ? [] : [formatLocal(at, timeZone)];
  return (
    <span title={[...when, ...(reason === undefined ? [] : [visibleLine(reason)])].join(': ')}>
      redacted{by === undefined ? '' : ` by ${shownAuthor(by)}`}
    </span>
  );
}

function history(entry: Entry, timeZone: string): string {
  return entry.revisions
    .map(
      (one) =>
        `until ${formatLocal(one.replacedAt, timeZone)}, ${shownAuthor(one.replacedBy)}: ` +
        `${formatLocal(one.at, timeZone)} ${visibleText(one.text.slice(0, 500))}`,
    )
    .join('\n');
}
