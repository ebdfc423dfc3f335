import { describe } from '../../domain/describe';
import type { Row } from '../../domain/events';
import { severityName } from '../../domain/severity';
import { formatLength, iso, type EpochMs } from '../../domain/time';
import { shownAuthor } from '../../exports/authorName';
import { visibleLine } from '../../exports/visibleText';
import type { IncidentPreview } from '../../imports/bundlePreview';
import type { Skew } from '../../imports/bundleSkew';
import { formatLocal } from '../../language/formatLocal';
import styles from './Bundle.module.css';

/** A list too long to read is told of by its length. */
const MOST_LISTED = 20;

interface Props {
  readonly preview: IncidentPreview;
  readonly timeZone: string;
}

export function BundleIncident({ preview, timeZone }: Props) {
  const { title, name, severity, drill, added, known, redacted, rows, authors } = preview;
  const shownTitle = title === null ? 'Not declared in either copy' : visibleLine(title);
  return (
    <li aria-label={shownTitle} className={styles['incident']}>
      <h3 className={styles['title']}>{shownTitle}</h3>
      <p className={styles['meta']}>
        {drill ? 'DRILL · ' : ''}
        {name} · {severityName(severity)} · {rows} {rows === 1 ? 'row' : 'rows'}
        <Span preview={preview} timeZone={timeZone} />
        {authors.length > 0 && ` · by ${authors.map(shownAuthor).join(', ')}`}
      </p>
      <p>
        <strong>{added} new</strong>, {known} here already
        {redacted > 0 && `, ${redacted} redacted there`}
      </p>
      <Skews skews={preview.skews} />
      <Conflicts preview={preview} />
      <Problems preview={preview} />
    </li>
  );
}

function Span({ preview: { firstAt, lastAt }, timeZone }: Props) {
  if (firstAt === null || lastAt === null) return null;
  const moment = (at: EpochMs) => <time dateTime={iso(at)}>{formatLocal(at, timeZone)}</time>;
  return (
    <>
      {' · '}
      {moment(firstAt)} to {moment(lastAt)}
    </>
  );
}

function Skews({ skews }: { readonly skews: readonly Skew[] }) {
  if (skews.length === 0) return null;
  return (
    <ul aria-label="Clocks that were off" className={styles['list']}>
      {skews.map(({ by, device, rows, most, ahead }) => (
        <li key={`${device} ${by}`}>
          The clock of {shownAuthor(by)} ({device}) was off by up to {formatLength(most)}
          {ahead ? ', in part ahead of now,' : ''} in {rows} {rows === 1 ? 'row' : 'rows'}.
        </li>
      ))}
    </ul>
  );
}

function Conflicts({ preview: { conflicts } }: Pick<Props, 'preview'>) {
  if (conflicts.length === 0) return null;
  return (
    <ul aria-label="Rows that say something else here" className={styles['list']}>
      {conflicts.slice(0, MOST_LISTED).map(({ ours, theirs }) => (
        <li key={ours.stamp}>
          {ours.stamp} says something else here, which stays: here “{words(ours)}”, there “{words(theirs)}”.
        </li>
      ))}
      <More of={conflicts.length} />
    </ul>
  );
}

function Problems({ preview: { problems } }: Pick<Props, 'preview'>) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label="Lines that can’t be read" className={styles['list']}>
      {problems.slice(0, MOST_LISTED).map(({ line, why }) => (
        <li key={line}>
          Line {line} {why}; it is left out.
        </li>
      ))}
      <More of={problems.length} />
    </ul>
  );
}

function More({ of }: { readonly of: number }) {
  return of > MOST_LISTED ? <li>And {of - MOST_LISTED} more.</li> : null;
}

function words({ event }: Row): string {
  const text = visibleLine(describe(event)?.text ?? event.type);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
