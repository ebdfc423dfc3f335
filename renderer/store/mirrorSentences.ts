import type { MirrorState } from '../../electron/contract';
import { epochMs } from '../domain/time';
import { clockText, formatLocal, localDay } from '../language/formatLocal';
import { storageSentence } from './storageSentence';

const rowsText = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
const filesText = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/** How the second place stands, in one sentence for people; `now` and the zone choose how a time is said. */
export function standingSentence(state: MirrorState, now: number, zone: string): string {
  switch (state.standing) {
    case 'off':
      return 'The journal is on this disk only.';
    case 'starting':
      return 'Comparing the mirror with the journal.';
    case 'level':
      return 'The mirror has every row of the journal.';
    case 'behind':
      return behindSentence(state, now, zone);
  }
}

/** What stands above everything while the second place is behind (MIR3). */
export function behindSentence(state: MirrorState, now: number, zone: string): string {
  const { folder, rowsBehind, since, failure, redactionWaits } = state;
  const how = rowsBehind === 0 ? 'can’t be reached' : `is behind by ${rowsText(rowsBehind)}`;
  const from = since === null ? '' : ` since ${timeText(since, now, zone)}`;
  const why = failure === null ? '' : ` ${storageSentence(failure)}`;
  const erasing = redactionWaits ? ' A redacted text still stands in it.' : '';
  return `The mirror in “${folder ?? ''}” ${how}${from}; the journal itself is fine.${why}${erasing}`;
}

/** Said once when files had to make room (MIR4). */
export function asideSentence({ folder, putAside }: MirrorState): string {
  return `${filesText(putAside)} in the mirror “${folder ?? ''}” ${putAside === 1 ? 'was' : 'were'} not what this journal wrote there. Nothing was overwritten: ${putAside === 1 ? 'it lies' : 'they lie'} there in the folder “aside”.`;
}

/** Said once when the copy has what is not here (MIR6). */
export function onlyThereSentence({ folder, onlyThere }: MirrorState): string {
  const incidents = onlyThere === 1 ? '1 incident that is' : `${onlyThere} incidents that are`;
  return `The mirror in “${folder ?? ''}” has ${incidents} not here.`;
}

/** Today by the clock alone. */
function timeText(at: number, now: number, zone: string): string {
  const [then, today] = [epochMs(at), epochMs(now)];
  const text =
    localDay(then, zone) === localDay(today, zone) ? clockText(then, zone) : formatLocal(then, zone);
  return text.slice(0, -':00'.length);
}
