import { isRecord } from '../domain/shape';
import { shortHash, type ReadingUnderWay } from './readingUnderWay';
import { fieldsOf, firstText, shown, textOf, type Fields } from './recordFields';
import { isoFine, readIso, type FineInstant } from './recordTimes';

/** Alerts that say the alerting itself is out of order; they detect nothing of the users' trouble (formats.md §5). */
const ABOUT_ALERTING = /^Datasource(?:NoData|Error)$/;
/** `endsAt` before this is Go's zero time: still firing. */
const ZERO_YEAR = /^0001-/;

/** The alerts of a file that share a fingerprint, to say so. */
export type Fingerprints = Map<string, string>;

/** Where an alert stands. */
export interface AlertPlace {
  readonly where: string;
  readonly into: ReadingUnderWay;
  readonly seen: Fingerprints;
  /** What sent it; stands as the author. */
  readonly source: 'Alertmanager' | 'Grafana';
}

/**
 * Reads one alert of an Alertmanager or Grafana payload: a detection when it starts and, once it is resolved, a
 * recovery when it ends. `endsAt` is trusted only then (formats.md §4).
 */
export function readAlert(value: unknown, payload: Fields, { where, into, seen, source }: AlertPlace): void {
  if (!isRecord(value)) return into.refuse(where, `is no alert but ${shown(value)}`);
  const starts = readIso(value['startsAt']);
  if (!starts) return into.refuse(where, `startsAt is no time: ${shown(value['startsAt'])}`);
  const status = firstText(value['status'], payload['status']);
  const labels = { ...fieldsOf(payload['commonLabels']), ...fieldsOf(value['labels']) };
  const text = alertText(value, payload, labels);
  const print = textOf(value['fingerprint']);
  const id = `${print === '' ? shortHash(text) : print}:${isoFine(starts)}`;
  tellShared(print, id, where, { into, seen });
  const about = ABOUT_ALERTING.test(textOf(labels['alertname']));
  const row = { author: source, where };
  into.accept({
    ...row,
    when: starts,
    kind: about ? 'note' : 'detection',
    key: `${id}:firing`,
    text: `Firing: ${text}`,
  });
  if (status !== 'resolved') return;
  const ends = endOf(value, starts, where, into);
  if (!ends) return;
  into.accept({
    ...row,
    when: ends,
    kind: about ? 'note' : 'recovery',
    key: `${id}:resolved`,
    text: `Resolved: ${text}`,
  });
}

function endOf(
  value: Fields,
  starts: FineInstant,
  where: string,
  into: ReadingUnderWay,
): FineInstant | undefined {
  const ends = readIso(value['endsAt']);
  if (!ends) {
    const zero = ZERO_YEAR.test(textOf(value['endsAt'])) || value['endsAt'] === undefined;
    into.warn(
      zero
        ? 'Resolved alerts without an end have no recovery'
        : 'Resolved alerts whose endsAt is no time have no recovery',
      where,
    );
  } else if (ends.at < starts.at) into.warn('Some alerts end before they start', where);
  return ends;
}

function tellShared(
  print: string,
  id: string,
  where: string,
  { into, seen }: Pick<AlertPlace, 'into' | 'seen'>,
): void {
  if (print === '') return;
  const before = seen.get(print);
  seen.set(print, id);
  if (before !== undefined && before !== id) {
    into.warn(
      `Fingerprint ${print.slice(0, 40)} stands on alerts that started at different times; all are kept`,
      where,
    );
  }
}

function alertText(value: Fields, payload: Fields, labels: Fields): string {
  const notes = { ...fieldsOf(payload['commonAnnotations']), ...fieldsOf(value['annotations']) };
  const name = firstText(labels['alertname'], payload['title'], 'Alert without a name');
  const said = ['summary', 'message', 'description', 'Error'].map((field) => textOf(notes[field]));
  const told = Object.entries(labels)
    .filter(([label, text]) => label !== 'alertname' && typeof text === 'string' && text !== '')
    .map(([label, text]) => `${label}=${textOf(text)}`)
    .slice(0, 30);
  const parts = [
    name,
    ...new Set(said.filter((one) => one.trim() !== '')),
    told.length > 0 ? `(${told.join(', ')})` : '',
  ];
  return parts.filter((one) => one !== '').join(' · ');
}

/** What is said of a payload as a whole. */
export function readPayload(payload: Fields, where: string, into: ReadingUnderWay): void {
  const left = Number(payload['truncatedAlerts'] ?? 0);
  if (Number.isFinite(left) && left > 0) {
    into.warn(`${left} more alerts were cut off by the sender (truncatedAlerts)`, where);
  }
  const version = payload['version'];
  if (version !== undefined && version !== '4' && version !== '1') {
    into.warn(`A payload has the unknown version ${shown(version)}`, where);
  }
}
