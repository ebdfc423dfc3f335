import { commanderIsExpert } from '../domain/decideRoles';
import type { Tenure } from '../domain/incident';
import { ROLE_RULES, SINGLE_ROLES } from '../domain/roles';
import type { EpochMs } from '../domain/time';
import { commandGaps, tenuresOf } from './commandCover';
import { commandSpan, lengthBetween, type DraftContext } from './draftContext';
import type { Moment } from './moment';
import { counted, fact, prompts, type Statement } from './statement';

export interface TenureRow {
  readonly role: string;
  readonly person: string;
  readonly area?: string;
  readonly since: Moment;
  /** Null while they hold it. */
  readonly until: Moment | null;
  readonly held: string;
}

export interface PeopleSection {
  readonly tenures: readonly TenureRow[];
  readonly facts: readonly Statement[];
  readonly prompts: readonly Statement[];
}

export function draftPeople(context: DraftContext): PeopleSection {
  return {
    tenures: tenures(context),
    facts: [
      uncovered(context),
      ...undelegated(context),
      ...handOvers(context),
      ...handsOn(context),
      authors(context),
    ],
    prompts: prompts('Who else took part, and what did they need that they did not have?'),
  };
}

function tenures(context: DraftContext): readonly TenureRow[] {
  const end = commandSpan(context)?.to ?? context.now;
  return tenuresOf(context.incident).map((tenure) => tenureRow(tenure, end, context));
}

function tenureRow(tenure: Tenure, end: EpochMs, { clock }: DraftContext): TenureRow {
  const { role, person, area, since, until } = tenure;
  return {
    role: ROLE_RULES[role].name,
    person,
    ...(area === undefined ? {} : { area }),
    since: clock.moment(since),
    until: until === undefined ? null : clock.moment(until),
    held: lengthBetween(since, until ?? end),
  };
}

function uncovered(context: DraftContext): Statement {
  const cover = commandGaps(context);
  if (cover.state !== 'known') return fact(cover.why);
  if (cover.gaps.length === 0) return fact('An Incident Commander held command the whole time.');
  const { say } = context;
  const stretches = cover.gaps.map((gap) => `${say(gap.from)} to ${say(gap.to)}`).join('; ');
  return fact(`Without an Incident Commander for ${cover.total}: ${stretches}.`);
}

function undelegated({ incident }: DraftContext): readonly Statement[] {
  const given = new Set(tenuresOf(incident).map((tenure) => tenure.role));
  const kept = SINGLE_ROLES.filter((role) => role !== 'commander' && !given.has(role));
  if (kept.length === 0) return [];
  const names = kept.map((role) => ROLE_RULES[role].name).join(', ');
  const by = given.has('commander') ? 'Held by the Incident Commander throughout' : 'Given to nobody';
  return [fact(`${by}: ${names}.`)];
}

function handOvers({ incident, say }: DraftContext): readonly Statement[] {
  const commanders = tenuresOf(incident, 'commander');
  return commanders.flatMap((next, i) => {
    const before = commanders[i - 1];
    if (!before) return [];
    return [fact(`Command passed from ${before.person} to ${next.person}, ${say(next.since)}.`)];
  });
}

const handsOn = ({ incident }: DraftContext): readonly Statement[] =>
  commanderIsExpert(incident) ? [fact('The Incident Commander also worked as a subject-matter expert.')] : [];

function authors({ log }: DraftContext): Statement {
  const written = new Map<string, number>();
  for (const { author } of log) written.set(author, (written.get(author) ?? 0) + 1);
  const named = [...written].filter(([author]) => author !== '');
  if (named.length === 0) return fact('No entry of the log says who wrote it.');
  const list = named.map(([author, count]) => `${author} (${counted(count, 'entry', 'entries')})`);
  return fact(`The log was written by ${list.join(', ')}.`);
}
