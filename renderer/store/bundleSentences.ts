import { visibleLine } from '../exports/visibleText';
import type { IncidentPreview } from '../imports/bundlePreview';

/** What came in, as far as it came. */
export interface Imported {
  readonly name: string;
  readonly previews: readonly IncidentPreview[];
}

export const shownName = (name: string): string => `“${visibleLine(name)}”`;

export const rowsOf = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

/** “…” was not opened, and why. */
export const refusedSentence = (name: string, why: string): string =>
  `${shownName(name)} was not opened. ${why} Nothing was imported.`;

/** What an import has brought (BUN13). */
export function importedSentence({ name, previews }: Imported): string {
  const sum = (of: (preview: IncidentPreview) => number): number =>
    previews.reduce((total, preview) => total + of(preview), 0);
  const added = sum((one) => one.added);
  const known = sum((one) => one.known);
  const redacted = sum((one) => one.redacted);
  const conflicts = sum((one) => one.conflicts.length);
  const unread = sum((one) => one.problems.length);
  const nothing = added === 0 && redacted === 0;
  return [
    nothing
      ? `Nothing new in ${shownName(name)}: ${rowsOf(known)} of it ${known === 1 ? 'is' : 'are'} here already.`
      : `${shownName(name)} is imported: ${rowsOf(added)} came in, ${known} ${known === 1 ? 'was' : 'were'} here already.`,
    redacted > 0 ? `${rowsOf(redacted)} of yours ${redacted === 1 ? 'is' : 'are'} redacted in it.` : '',
    conflicts > 0 ? `${rowsOf(conflicts)} say something else here; yours stayed.` : '',
    unread > 0 ? `${unread === 1 ? '1 line' : `${unread} lines`} could not be read.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
