/** Takes every subject through every place, in turns, and collects the sessions. */
import { draftRows, measureDrafts } from './drafts';
import { indexesOfMany, measureFindAcross } from './findAcross';
import type { Readings, Session, SubjectName } from './metrics';
import type { BenchOptions } from './options';
import { NOTES_AMONG_MANY, placesFor, placeText, turns, type Place } from './places';
import { runSession, type SessionOrder } from './session/session';
import { clearGround, groundFrom, prepareProfile } from './subjects/profiles';
import type { Subject } from './subjects/subject';
import { MOST_FOREIGN, type Noise } from './system/noise';

/** What all sessions share. */
export interface Equipment {
  readonly electron: string;
  readonly probe: string;
  readonly subjects: readonly Subject[];
  readonly noise: Noise;
  readonly say: (line: string) => void;
}

/** A subject with the profile that its sessions are given copies of. */
interface Ready {
  readonly subject: Subject;
  readonly profile: string;
}

type Turn = Pick<Session, 'place' | 'size' | 'round'>;

export async function runAllRounds(equipment: Equipment, options: BenchOptions): Promise<readonly Session[]> {
  const sessions: Session[] = [];
  for (const place of placesFor(options)) {
    const ready = await prepareAll(equipment, place);
    const rows = place.suites.has('drafts') ? draftRows(place.size) : undefined;
    // The first turn compiles; it would measure the compiler.
    if (rows) measureDrafts(rows);
    const many = rows ? indexesOfMany() : undefined;
    if (many) measureFindAcross(many);
    for (let round = 0; round < options.rounds; round += 1) {
      const turn: Turn = { place: place.name, size: place.size, round };
      for (const one of turns(ready, round))
        sessions.push(await untilUndisturbed(equipment, options, one, place, turn));
      if (rows) sessions.push(...draftSessions(measureDrafts(rows), turn));
      if (many) sessions.push(sessionOf('console', turn, measureFindAcross(many), 0));
    }
  }
  return sessions;
}

async function prepareAll({ electron, subjects, say }: Equipment, place: Place): Promise<readonly Ready[]> {
  const ready: Ready[] = [];
  for (const subject of subjects) {
    const hasPart = subject.suites.some((suite) => suite !== 'drafts' && place.suites.has(suite));
    if (!hasPart || !place.subjects.includes(subject.name)) continue;
    say(`prepares ${subject.name}, ${placeText(place)}`);
    const notes = place.name === 'many' ? NOTES_AMONG_MANY : place.size;
    ready.push({ subject, profile: await prepareProfile(electron, subject, place.name, notes) });
  }
  return ready;
}

/** One session, repeated while other programs disturb it and the options allow it. */
async function untilUndisturbed(
  equipment: Equipment,
  options: BenchOptions,
  { subject, profile }: Ready,
  place: Place,
  turn: Turn,
): Promise<Session> {
  const { noise, say, electron, probe } = equipment;
  for (let attempt = 0; ; attempt += 1) {
    await noise.untilQuiet(options.quiet);
    const ground = groundFrom(profile);
    const foreign = noise.watch();
    const order = {
      electron,
      probe,
      subject,
      ground,
      place: turn.place,
      size: turn.size,
      suites: place.suites,
    };
    const readings = await readingsOf(order);
    const session = sessionOf(subject.name, turn, readings, foreign());
    clearGround(ground);
    say(`${subject.name}, ${placeText(place)}, round ${turn.round + 1}${summary(session)}`);
    if (!session.noisy || attempt >= options.retries) return session;
    say('  repeats it: other programs were busy');
  }
}

/** A session that breaks says so in the result and does not end the bench. */
async function readingsOf(order: SessionOrder): Promise<Pick<Readings, 'samples' | 'problems' | 'skipped'>> {
  try {
    return await runSession(order);
  } catch (error) {
    const [sentence = ''] = String(error).split('\n');
    return { samples: {}, problems: [sentence], skipped: [] };
  }
}

function sessionOf(
  subject: SubjectName,
  turn: Turn,
  { samples, problems, skipped }: Pick<Readings, 'samples' | 'problems' | 'skipped'>,
  foreign: number,
): Session {
  return { subject, ...turn, samples, problems, skipped, foreign, noisy: foreign > MOST_FOREIGN };
}

function draftSessions(drafts: ReturnType<typeof measureDrafts>, turn: Turn): readonly Session[] {
  return [sessionOf('console', turn, drafts.console, 0), sessionOf('strings', turn, drafts.strings, 0)];
}

function summary({ samples, foreign, problems }: Session): string {
  const usable = samples['start.usable']?.[0];
  const parts = [
    usable === undefined ? '' : `usable after ${usable.toFixed(0)} ms`,
    `others ${foreign.toFixed(0)} % of a core`,
    ...problems,
  ];
  return `: ${parts.filter((part) => part !== '').join(', ')}`;
}
