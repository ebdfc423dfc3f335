import { formatName } from '../../domain/imports';
import { formatLength, ms } from '../../domain/time';
import { loggedLate, type Entry } from '../../domain/timeline';
import { shownAuthor } from '../../exports/authorName';
import { visibleLine, visibleText } from '../../exports/visibleText';
import { formatLocal } from '../../language/formatLocal';
import styles from './Timeline.module.css';

/** What there is to say about an entry besides what it says. */
export function RowMarks({
  entry,
  saved,
  timeZone,
}: {
  readonly entry: Entry;
  readonly saved: boolean;
  readonly timeZone: string;
}) {
  const late = loggedLate(entry);
  const { source } = entry;
  return (
    <span className={styles['marks']}>
      {source && (
        <span title={visibleLine(`${source.file}, ${source.where}`)}>from {formatName(source.format)}</span>
      )}
      {late !== undefined && <span>logged +{formatLength(ms(late))}</span>}
      {isReworded(entry) && <span title={history(entry, timeZone)}>edited</span>}
      {entry.items && <span>{entry.items.length === 1 ? 'action item' : 'action items'}</span>}
      {entry.retracted && <span>retracted by {shownAuthor(entry.retracted.by)}</span>}
      {entry.redacted && <RedactionMark redacted={entry.redacted} timeZone={timeZone} />}
      {!saved && <span className={styles['unsaved']}>not saved yet</span>}
    </span>
  );
}

/** Another kind is seen by the kind; what it was stands in the history. */
const isReworded = ({ revisions }: Entry): boolean => revisions.some(({ kind }) => kind === undefined);

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
