import type { Incident } from '../domain/incident';
import { markKey, tagsOf } from '../domain/textMarks';
import type { Entry } from '../domain/timeline';
import type { EpochMs } from '../domain/time';
import type { PadContext } from '../language/padReading';
import type { Console } from './console';
import { shownZone } from './zone';

type Stores = Pick<Console, 'session' | 'settings' | 'ports'>;

/** Whom `@` may mean: who is named in the incident, then everyone else this laptop knows. */
export function peopleKnown({ session, settings }: Stores): readonly string[] {
  return [...new Set([...session.store.getState().incident.people, ...settings.store.getState().people])];
}

/** Those nobody has said the outcome of, oldest first. */
export const openAttempts = ({ attempts }: Pick<Incident, 'attempts'>): Incident['attempts'] =>
  attempts.filter(({ judged }) => judged === undefined);

/** What a line of the pad is read against; who is known is only looked up when the line asks for it. */
export function padContextOf(
  stores: Stores,
  firstKeystroke: EpochMs | undefined,
  chosen?: EpochMs,
): PadContext {
  const now = stores.ports.now();
  return {
    now,
    firstKeystroke: firstKeystroke ?? now,
    timeZone: shownZone(stores),
    ...(chosen === undefined ? {} : { chosen }),
    writer: stores.settings.store.getState().userName,
    get people() {
      return peopleKnown(stores);
    },
    get attempts() {
      return openAttempts(stores.session.store.getState().incident);
    },
  };
}

/** Offered for any incident, behind those it uses already. */
const USUAL_TAGS = ['impact', 'cause', 'customer', 'followup'];

/** A piece of the timeline never changes, so its tags are read once. */
const tagsByPiece = new WeakMap<readonly Entry[], readonly string[]>();

/** The tags of an incident, the newest first, then the usual ones; each once. */
export function tagsKnown({ timeline }: Pick<Incident, 'timeline'>): readonly string[] {
  const known = new Map<string, string>();
  for (const piece of timeline.byTime.pieces.toReversed()) {
    for (const tag of tagsIn(piece)) if (!known.has(markKey(tag))) known.set(markKey(tag), tag);
  }
  for (const tag of USUAL_TAGS) if (!known.has(tag)) known.set(tag, tag);
  return [...known.values()];
}

function tagsIn(piece: readonly Entry[]): readonly string[] {
  const before = tagsByPiece.get(piece);
  if (before) return before;
  const tags = [
    ...new Set(piece.toReversed().flatMap((entry) => (entry.redacted ? [] : tagsOf(entry.text)))),
  ];
  tagsByPiece.set(piece, tags);
  return tags;
}

/** The areas experts work on in the incident, now or earlier. */
export const areasKnown = ({ experts, formerTenures }: Incident): readonly string[] => [
  ...new Set([...experts, ...formerTenures].flatMap(({ area }) => (area === undefined ? [] : [area]))),
];
