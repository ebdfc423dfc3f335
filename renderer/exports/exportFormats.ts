import { fromSorted } from '../domain/sortedSequence';
import { entries, type Entry } from '../domain/timeline';
import type { IncidentId } from '../domain/ids';
import { draftInPieces, type PostMortemDraft } from './draftPostMortem';
import type { DraftInput } from './draftContext';
import type { ExportFormat } from './exportNames';
import { whole, type InPieces } from './inPieces';
import { postMortemHtml } from './postMortemHtml';
import { postMortemJson } from './postMortemJson';
import { markdownInPieces } from './postMortemMarkdown';
import { reviewCalendar } from './reviewCalendar';
import { timelineCsv } from './timelineCsv';

const WRITERS: {
  readonly [F in Exclude<ExportFormat, 'markdown'>]: (draft: PostMortemDraft, id: IncidentId) => string;
} = {
  html: postMortemHtml,
  json: (draft) => `${JSON.stringify(postMortemJson(draft), null, 2)}\n`,
  csv: timelineCsv,
  ics: (draft, incidentId) => reviewCalendar(draft, { incidentId }),
};

/** The text of an export's file; the same input gives the same bytes (EXP2). */
export const exportText = (format: ExportFormat, incidentId: IncidentId, input: DraftInput): string =>
  whole(exportInPieces(format, incidentId, input)).join('');

/** Entries after which the engine has compiled what it compiles while it runs. */
const ENOUGH = 3000;

/** Writes the draft of a log's beginning, for nobody: the next is written in half the time. */
export function* rehearsal(input: DraftInput): InPieces<void> {
  const { timeline } = input.incident;
  const begun: Entry[] = [];
  for (const entry of entries(timeline)) if (begun.push(entry) >= ENOUGH) break;
  const byTime = fromSorted(begun);
  const incident = { ...input.incident, timeline: { ...timeline, byTime } };
  yield* markdownInPieces(yield* draftInPieces({ ...input, incident }));
}

/** The same in pieces, as the parts of the text. */
export function* exportInPieces(
  format: ExportFormat,
  incidentId: IncidentId,
  input: DraftInput,
): InPieces<readonly string[]> {
  const draft = yield* draftInPieces(input);
  yield;
  return format === 'markdown' ? yield* markdownInPieces(draft) : [WRITERS[format](draft, incidentId)];
}
