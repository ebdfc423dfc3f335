/** What a sample gives, row by row. */
export interface GoldenRow {
  readonly at: string;
  readonly kind: string;
  readonly author: string;
  readonly text: string;
  readonly where: string;
  /** Must never change: it is in the logs of those who imported it. */
  readonly key: string;
  readonly noise?: true;
}

export type Golden = { readonly [sample: string]: readonly GoldenRow[] };

interface Place {
  readonly where: string;
  readonly reason: string;
}

/** What of a sample is no row. */
export type GoldenLists = {
  readonly [sample: string]: {
    readonly format: string;
    readonly duplicates: readonly Place[];
    readonly unreadable: readonly Place[];
    readonly warnings: readonly string[];
    readonly people: readonly string[];
  };
};
