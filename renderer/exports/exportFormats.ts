import type { IncidentId } from '../domain/ids';
import { draftPostMortem, type PostMortemDraft } from './draftPostMortem';
import type { DraftInput } from './draftContext';
import type { ExportFormat } from './exportNames';
import { postMortemHtml } from './postMortemHtml';
import { postMortemJson } from './postMortemJson';
import { postMortemMarkdown } from './postMortemMarkdown';
import { reviewCalendar } from './reviewCalendar';
import { timelineCsv } from './timelineCsv';

const WRITERS: { readonly [F in ExportFormat]: (draft: PostMortemDraft, id: IncidentId) => string } = {
  markdown: postMortemMarkdown,
  html: postMortemHtml,
  json: (draft) => `${JSON.stringify(postMortemJson(draft), null, 2)}\n`,
  csv: timelineCsv,
  ics: (draft, incidentId) => reviewCalendar(draft, { incidentId }),
};

/** The text of an export's file; the same input gives the same bytes (EXP2). */
export function exportText(format: ExportFormat, incidentId: IncidentId, input: DraftInput): string {
  return WRITERS[format](draftPostMortem(input), incidentId);
}
