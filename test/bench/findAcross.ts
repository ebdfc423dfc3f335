/** Find across 1,000 incidents of 500 notes, without a window: all that is said once it has been read. */
import { fold } from '../../renderer/domain/fold';
import type { DeviceId, IncidentId } from '../../renderer/domain/ids';
import { foldText } from '../../renderer/language/foldText';
import { indexOf, searchIndex, type IncidentIndex } from '../../renderer/store/searchIndex';
import { rowsOf } from '../support/seedJournal';
import { Readings } from './metrics';
import { liveLog } from './subjects/consoleSubject';

const INCIDENTS = 1_000;
const NOTES = 500;
/** Said by the last note of the incident that is looked through last: everything has to be looked through for it. */
const RARE = 'Quokka';

/** Each with words of its own, so that no text is shared. */
export function indexesOfMany(): readonly IncidentIndex[] {
  const rows = rowsOf('many' as IncidentId, 'bench' as DeviceId, liveLog(NOTES));
  return Array.from({ length: INCIDENTS }, (_, n) => {
    const own = rows.map((row) => {
      const { event } = row;
      if (event.type !== 'note-logged') return row;
      const text = `${event.text} in ${n}${n === INCIDENTS - 1 ? ` ${RARE}` : ''}`;
      return { ...row, event: { ...event, text } };
    });
    return indexOf(fold(own));
  });
}

/** From a word to its first hit. @throws when it is not found, since nothing would have been measured. */
export function measureFindAcross(indexes: readonly IncidentIndex[]): Readings {
  const readings = new Readings();
  const from = performance.now();
  const needle = foldText(RARE);
  const found = indexes.filter((index) => searchIndex(index, needle).total > 0);
  if (found.length !== 1) throw new Error(`found in ${found.length} incidents`);
  readings.add('find.across', performance.now() - from);
  return readings;
}
