import { ZONE_LETTERS } from '../domain/zoneOffsets';

const AT_START = new RegExp(String.raw`^(?:${ZONE_LETTERS.join('|')}|[+-]\d\d:?\d\d)(?=[\s,;.]|$)`);

/**
 * True when the words behind a clock begin with a zone, which a clock alone cannot carry: letters may mean
 * several zones, so they are asked about and never passed over (GRM12).
 */
export const namesZone = (words: string): boolean => AT_START.test(words);
