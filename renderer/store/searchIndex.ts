import type { Stamp } from '../domain/ids';
import type { Incident } from '../domain/incident';
import { entries, type Entry } from '../domain/timeline';
import { epochMs } from '../domain/time';
import { foldText } from '../language/foldText';
import type { Hit } from './findingAll';

/** What an incident says, as one text that is searched at once: entries apart by a character nobody types. */
export interface IncidentIndex {
  readonly rowCount: number;
  readonly lastStamp: Stamp | null;
  readonly text: string;
  /** As long as `text`, character by character. */
  readonly folded: string;
  readonly ids: readonly Stamp[];
  readonly ats: Float64Array;
  /** Where each entry begins, and at the end where one more would. */
  readonly starts: Uint32Array;
}

const APART = '\u0001';
/** Shown of each incident. */
const MOST_HITS = 5;
/** Characters around what was found. */
const BEFORE = 40;
const AFTER = 100;
/** Of one entry; a pasted log excerpt of a million characters is found by its beginning. */
const LONGEST = 100_000;

/** Reads the entries as they are shown; what is erased or stands in another entry is not among them. */
export function indexOf({ timeline, rowCount, lastStamp }: Incident): IncidentIndex {
  const said = [...entries(timeline)].filter((entry: Entry) => !entry.redacted && !entry.merged);
  const texts = said.map(({ text }) => text.slice(0, LONGEST).normalize('NFC').replaceAll(APART, ' '));
  const starts = new Uint32Array(said.length + 1);
  let at = 0;
  for (const [i, one] of texts.entries()) {
    starts[i] = at;
    at += one.length + 1;
  }
  starts[said.length] = at;
  const text = texts.map((one) => one + APART).join('');
  const folded = foldText(text);
  return {
    rowCount,
    lastStamp,
    // Where nothing changes, one copy is enough.
    text: folded === text ? folded : text,
    folded,
    ids: said.map(({ id }) => id),
    ats: Float64Array.from(said, (entry) => entry.at),
    starts,
  };
}

/** How many entries say it, and the newest of them with the words around it. */
export function searchIndex(
  index: IncidentIndex,
  needle: string,
): { readonly hits: readonly Hit[]; readonly total: number } {
  const { folded, starts } = index;
  const found: (readonly [entry: number, at: number])[] = [];
  let total = 0;
  for (let at = folded.indexOf(needle); at !== -1;) {
    const entry = lastAtMost(starts, at);
    found.push([entry, at]);
    if (found.length > MOST_HITS) found.shift();
    total += 1;
    at = folded.indexOf(needle, starts[entry + 1] ?? folded.length);
  }
  return { hits: found.toReversed().map(([entry, at]) => hitAt(index, entry, at, needle.length)), total };
}

function hitAt({ text, ids, ats, starts }: IncidentIndex, entry: number, at: number, length: number): Hit {
  const begin = starts[entry] ?? 0;
  const end = (starts[entry + 1] ?? text.length) - 1;
  const cut = wordStart(text, Math.max(begin, at - BEFORE), begin);
  const lead = cut > begin ? '…' : '';
  const stop = Math.min(end, at + length + AFTER);
  const snippet = `${lead}${text.slice(cut, stop)}${stop < end ? '…' : ''}`.replace(/\s/g, ' ');
  const from = lead.length + at - cut;
  return {
    entry: ids[entry] ?? ('' as Stamp),
    at: epochMs(ats[entry] ?? 0),
    snippet,
    from,
    to: from + length,
  };
}

/** Behind the next blank, so that no word is cut; at the beginning of the entry where that is near. */
function wordStart(text: string, at: number, begin: number): number {
  if (at === begin) return begin;
  const blank = text.indexOf(' ', at);
  return blank === -1 || blank > at + BEFORE / 2 ? at : blank + 1;
}

function lastAtMost(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high - 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}
