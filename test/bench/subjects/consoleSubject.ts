import { projectRoot } from '../../../build/projectRoot';
import { systemClock } from '../../../electron/wallClock';
import { epochMs, later, minutes, ms } from '../../../renderer/domain/time';
import { freshFolder } from '../../support/freshFolder';
import { declaring, seedProfile, type Deed } from '../../support/seedJournal';
import { floorRow } from '../floors/rows';
import { SUITES, type PlaceName } from '../metrics';
import type { Subject } from './subject';

/** So long ago the measured incident was declared: late enough for no alarm to ring meanwhile. */
const DECLARED_AGO = minutes(10);
const OTHER_INCIDENTS = 999;
const NOTES_IN_OTHERS = 5;

/** The console, as `npm run build` made it. */
export const consoleSubject: Subject = {
  name: 'console',
  suites: SUITES,
  appFolder: projectRoot,
  switches: [],
  fillsItself: false,
  seed: async (place, size) => (place === 'new' ? freshFolder('profile') : seeded(place, size)),
};

async function seeded(place: PlaceName, size: number): Promise<string> {
  const others = place === 'many' ? Array.from({ length: OTHER_INCIDENTS }, (_, i) => otherLog(i + 1)) : [];
  return (await seedProfile([...others, liveLog(size)])).profile;
}

/** A live incident with so many notes; its next update is two hours away. */
export function liveLog(notes: number): readonly Deed[] {
  const declaredAt = epochMs(systemClock.wall() - DECLARED_AGO);
  return [
    { at: declaredAt, command: declaring({ severity: 3, number: OTHER_INCIDENTS + 1 }) },
    { at: declaredAt, command: { type: 'set-cadence', minutes: 120 } },
    ...notesFrom(declaredAt, notes, DECLARED_AGO / (notes + 1)),
  ];
}

/** An old one without a clock. */
function otherLog(number: number): readonly Deed[] {
  const declaredAt = epochMs(systemClock.wall() - minutes(60 * 24 * 30) + number * minutes(30));
  return [
    { at: declaredAt, command: declaring({ severity: 4, number, title: `Incident ${number}` }) },
    ...notesFrom(declaredAt, NOTES_IN_OTHERS, minutes(1)),
  ];
}

function notesFrom(start: Deed['at'], notes: number, everyMs: number): readonly Deed[] {
  return Array.from({ length: notes }, (_, i): Deed => {
    const at = later(start, ms(Math.floor((i + 1) * everyMs)));
    return { at, command: { type: 'log-note', kind: kindOf(i), text: floorRow(i).text, at } };
  });
}

function kindOf(i: number): 'note' | 'decision' | 'impact' {
  const { kind } = floorRow(i);
  return kind === 'decision' || kind === 'impact' ? kind : 'note';
}
