/** What an incident can be written as, a bundle aside. */
export type ExportFormat = 'markdown' | 'html' | 'json' | 'csv' | 'ics';

/** An export's file, and what it is called in sentences: `… written and checked`, `The … was not written`. */
export interface ExportName {
  readonly fileName: string;
  readonly what: string;
}

/** Apart from the writers, so that their code is loaded only when something is written. */
export const EXPORT_NAMES: { readonly [F in ExportFormat]: ExportName } = {
  markdown: { fileName: 'post-mortem.md', what: 'Post-mortem' },
  html: { fileName: 'post-mortem.html', what: 'Post-mortem as HTML' },
  json: { fileName: 'post-mortem.json', what: 'Post-mortem as JSON' },
  csv: { fileName: 'timeline.csv', what: 'Timeline as CSV' },
  ics: { fileName: 'review.ics', what: 'Review invitation' },
};
