/** Zones by the letters that people write behind a clock; UTC and GMT are read (timeForms.ts). */
const LETTERS =
  'EST EDT CST CDT MST MDT PST PDT AKST AKDT HST ET PT WET WEST BST IST CET CEST MEZ MESZ EET EEST MSK ' +
  'SAST PKT SGT HKT JST KST AEST AEDT ACST ACDT AWST NZST NZDT BRT ART';

const AT_START = new RegExp(String.raw`^(?:${LETTERS.replaceAll(' ', '|')}|[+-]\d\d:?\d\d)(?=[\s,;.]|$)`);

/**
 * True when the words behind a clock begin with a zone, which a clock alone cannot carry: letters may mean
 * several zones, so they are asked about and never passed over (GRM12).
 */
export const namesZone = (words: string): boolean => AT_START.test(words);
