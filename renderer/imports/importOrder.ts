import type { ImportRow } from './importTypes';

/** By time, to the microsecond; at the same one as they stood in the file. */
export const compareFine = (
  a: Pick<ImportRow, 'at' | 'micros'>,
  b: Pick<ImportRow, 'at' | 'micros'>,
): number => a.at - b.at || a.micros - b.micros;
