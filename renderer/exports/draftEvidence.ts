import { severityName } from '../domain/severity';
import type { DraftContext } from './draftContext';
import type { LogLine } from './logLine';
import type { Moment } from './moment';
import { counted, fact, type Statement } from './statement';

export interface SeverityRow {
  readonly at: Moment;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly reason: string;
}

export interface EvidenceSection {
  readonly facts: readonly Statement[];
  readonly severityChanges: readonly SeverityRow[];
  /** Entries whose text or time was changed afterwards. */
  readonly edited: readonly LogLine[];
}

export function draftEvidence(context: DraftContext): EvidenceSection {
  const { incident, log, clock } = context;
  return {
    facts: [counts(context), ...unread(context), span(context)],
    severityChanges: incident.severityChanges.map(({ at, from, to, by, reason }) => ({
      at: clock.moment(at),
      from: severityName(from),
      to: severityName(to),
      by,
      reason,
    })),
    edited: log.filter((line) => line.earlier.length > 0),
  };
}

function counts({ incident, log }: DraftContext): Statement {
  const of = (holds: (line: LogLine) => boolean): number => log.filter(holds).length;
  const edited = of((line) => line.earlier.length > 0);
  const retracted = of((line) => line.retracted !== undefined);
  const late = of((line) => line.late !== undefined);
  const redacted = of((line) => line.redacted !== undefined);
  return fact(
    `Made from ${counted(incident.rowCount, 'row')} of the log: ${counted(log.length, 'entry', 'entries')}, ` +
      `of which ${edited} edited later, ${retracted} retracted and ${late} written down late.` +
      (redacted === 0 ? '' : ` The text of ${counted(redacted, 'entry', 'entries')} was erased for good.`),
  );
}

function unread({ incident }: DraftContext): readonly Statement[] {
  const { unrecognisedCount } = incident;
  if (unrecognisedCount === 0) return [];
  return [
    fact(
      `${counted(unrecognisedCount, 'row')} could not be read by this version; the appendix carries them unchanged.`,
    ),
  ];
}

function span({ incident, say }: DraftContext): Statement {
  const { lastRecordedAt } = incident;
  if (lastRecordedAt === null) return fact('The log is empty.');
  return fact(`The last row was written ${say(lastRecordedAt)}.`);
}
