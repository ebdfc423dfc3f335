import type { FloorRow } from './rows';

/** Where a floor keeps its rows. */
export interface RowStore {
  /** Opens it; answers how many rows it holds. */
  readonly open: () => Promise<number>;
  /** The rows from number `first` to number `last`. */
  readonly read: (first: number, last: number) => Promise<readonly FloorRow[]>;
  /** Settles once the row is durable. */
  readonly add: (row: FloorRow) => Promise<unknown>;
  readonly fill: (rows: readonly FloorRow[]) => Promise<unknown>;
}
