/**
 * The part of the contract that speaks of what went wrong, of leaving, and of links from outside; the page
 * takes it from contract.ts.
 */

/** An error that nobody caught. The report's file holds the same message and where it came from. */
export interface FailureNews {
  /** Which process it came from; `hang` = the page stopped answering and was loaded anew. */
  readonly where: 'main' | 'page' | 'hang';
  /** Where the report is; null when it could not be written, or there were too many. */
  readonly report: string | null;
  /** How many there were since the program started, this one included. */
  readonly count: number;
}

/**
 * What a person who closes the window or quits wants, as the page says: `asking` while it asks and nobody
 * has answered yet, `stay` also once somebody has begun to.
 */
export type LeaveAnswer = 'quit' | 'background' | 'stay' | 'asking';

/** A checked `icc://` link. It opens an incident or fills in a form; it never acts. */
export type DeepLink =
  | { readonly kind: 'incident'; /** An id or a name such as INC-0001. */ readonly id: string }
  | { readonly kind: 'declare'; readonly title: string; /** 1 to 4. */ readonly severity: number | null };
