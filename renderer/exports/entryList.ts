import type { ListItem } from 'mdast';
import type { LogLine } from './logLine';

/**
 * A list of entries, laid out only when it is written: the nodes of a long log are many times the size of its text.
 * A node of our own beside mdast's, for the Markdown writer alone.
 */
export interface EntryList {
  readonly type: 'entries';
  readonly lines: readonly LogLine[];
  readonly item: (line: LogLine) => ListItem;
  /** Whether an entry, once written in this list, may be repeated as it is in the others of the document. */
  readonly mayRepeat: (line: LogLine) => boolean;
  /** The texts of those; a document has one such map. */
  readonly repeated?: Map<LogLine, string>;
}

declare module 'mdast' {
  interface RootContentMap {
    entries: EntryList;
  }
}
