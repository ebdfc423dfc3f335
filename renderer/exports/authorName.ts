import { visibleLine } from './visibleText';

/** Who wrote a line, as it stands in every view and export; rows may name nobody. */
export const authorName = (by: string): string => (by === '' ? 'nobody named' : by);

/** The same where nothing else marks what hides in a name. */
export const shownAuthor = (by: string): string => visibleLine(authorName(by));
