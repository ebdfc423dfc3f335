import { fileNameOf } from '../domain/attachments';
import { incidentName, type Incident } from '../domain/incident';
import { severityName } from '../domain/severity';
import { iso } from '../domain/time';
import { entries, type Entry } from '../domain/timeline';
import { authorName } from './authorName';

/**
 * The whole incident as plain lines, in UTC, for a clipboard when no file can be written: every entry
 * in order with its author, its earlier forms and its retraction. Nothing is shortened.
 */
export function plainLog(incident: Incident): string {
  const drill = incident.drill ? ['THIS IS A DRILL'] : [];
  const head = `${incidentName(incident)} ${incident.title} · ${severityName(incident.severity)}`;
  return `${[...drill, head, '', ...[...entries(incident.timeline)].flatMap(linesOf)].join('\n')}\n`;
}

/** One entry as a line: when, in UTC, who and what. */
export function plainLine({ at, by, text, raw }: Entry): string {
  return `${iso(at)} ${authorName(by)}: ${raw === undefined ? text : `${text} ${JSON.stringify(raw)}`}`;
}

function linesOf(entry: Entry): readonly string[] {
  const { retracted, revisions } = entry;
  return [
    plainLine(entry),
    ...(entry.attachments ?? []).map((image) => `    image ${fileNameOf(image)}`),
    ...revisions.map((one) => `    before ${iso(one.replacedAt)}: ${iso(one.at)} ${one.text}`),
    ...(retracted ? [`    retracted ${iso(retracted.at)} by ${authorName(retracted.by)}`] : []),
  ];
}
