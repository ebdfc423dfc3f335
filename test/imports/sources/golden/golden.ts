/** What a sample gives, row by row. */
export interface GoldenRow {
  readonly at: string;
  readonly kind: string;
  readonly author: string;
  readonly text: string;
  readonly where: string;
  readonly noise?: true;
}

export type Golden = { readonly [sample: string]: readonly GoldenRow[] };
