/**
 * Profiles with a past: rows made by the domain's own rules and written by the journal's own classes,
 * so that a console opens them as it would open what it logged itself.
 */
import type { Settings, StoredRow } from '../../electron/contract';
import { FailureReports } from '../../electron/failures';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { profilePaths } from '../../electron/profile';
import { openStores } from '../../electron/stores';
import { systemClock } from '../../electron/wallClock';
import type { Command } from '../../renderer/domain/commands';
import { decide } from '../../renderer/domain/decide';
import type { Row } from '../../renderer/domain/events';
import { evolve } from '../../renderer/domain/evolve';
import type { DeviceId, IncidentId } from '../../renderer/domain/ids';
import { NO_INCIDENT } from '../../renderer/domain/incident';
import { nextStamp } from '../../renderer/domain/stamp';
import { epochMs, later, ms, type EpochMs, type Ms } from '../../renderer/domain/time';
import { writeRow } from '../../renderer/domain/upcast';
import { freshFolder } from './freshFolder';

/** Somebody did something then. */
export interface Deed {
  readonly at: EpochMs;
  readonly command: Command;
}

/** A profile to launch a console on. */
export interface SeededProfile {
  readonly profile: string;
  /** Rows of the incident that stands open. */
  readonly rows: number;
}

const WRITER = 'Dana Reyes';

/** Declares Sev 1, under Dana's command. */
export const declaring = (more: Partial<Extract<Command, { type: 'declare' }>> = {}): Command => ({
  type: 'declare',
  title: 'Checkout errors',
  severity: 1,
  drill: false,
  number: 1,
  commander: WRITER,
  ...more,
});

/** A profile in which these incidents were run; the last one is open. Refused deeds throw. */
export async function seedProfile(
  incidents: readonly (readonly Deed[])[],
  settings: Partial<Settings> = {},
): Promise<SeededProfile> {
  const profile = freshFolder('profile');
  const paths = profilePaths(profile);
  const failures = new FailureReports(nodeFiles, paths.failures, '0', systemClock);
  const stores = await openStores(paths, { files: nodeFiles, clock: systemClock, failures });
  let open: { readonly id: string; readonly rows: number } | undefined;
  for (const [i, deeds] of incidents.entries()) {
    const id = `seeded-${i + 1}`;
    const rows = rowsOf(id as IncidentId, stores.device as DeviceId, deeds);
    const written = await stores.journal.append(
      id,
      rows.map((row) => writeRow(row) as StoredRow),
    );
    if (!written.ok) throw new Error(`${written.failure.path}: ${written.failure.detail}`);
    open = { id, rows: rows.length };
  }
  await stores.settings.save({ userName: WRITER, openIncident: open?.id ?? null, ...settings });
  await stores.settle();
  await stores.markClean();
  return { profile, rows: open?.rows ?? 0 };
}

/** An incident declared so long ago, and nothing since. */
export const declaredAgo = (ago: Ms, more: Parameters<typeof declaring>[0] = {}): readonly Deed[] => [
  { at: before(ago), command: declaring(more) },
];

/** An incident of `notes` notes, one a second from declaring on, the newest a second old. */
export function longLog(notes: number, more: Parameters<typeof declaring>[0] = {}): readonly Deed[] {
  const declaredAt = before(ms((notes + 1) * 1000));
  const noted = Array.from({ length: notes }, (_, i): Deed => {
    const at = later(declaredAt, ms((i + 1) * 1000));
    return { at, command: { type: 'log-note', kind: 'note', text: `note ${i + 1}`, at } };
  });
  return [{ at: declaredAt, command: declaring(more) }, ...noted];
}

/** So long before the present, in whole milliseconds. */
const before = (ago: Ms): EpochMs => epochMs(systemClock.wall() - ago);

/** The rows that these deeds make. A refused deed throws. */
export function rowsOf(incidentId: IncidentId, device: DeviceId, deeds: readonly Deed[]): readonly Row[] {
  let incident = NO_INCIDENT;
  return deeds.flatMap(({ at: now, command }) => {
    const decision = decide(incident, command, now);
    if (!decision.ok) throw new Error(`${command.type} is refused: ${decision.refusal}`);
    return decision.events.map(({ event, at }): Row => {
      const stamp = nextStamp(incident.lastStamp, now, device);
      const row: Row = { incidentId, stamp, at: at ?? now, recordedAt: now, by: WRITER, event };
      incident = evolve(incident, row);
      return row;
    });
  });
}
