import { AlarmFile } from './alarmFile';
import type { KeptAlarm } from './alarmRules';
import { Backups } from './backups/backups';
import type { Outcome, StoredRow } from './contract';
import { deviceId } from './deviceId';
import { Drafts } from './drafts';
import { failureOf, type FailureReports } from './failures';
import type { FilePort } from './files/filePort';
import { placeMarker, removeMarker } from './files/marker';
import { Ballast } from './journal/ballast';
import { writeCheckpoint } from './journal/checkpoint';
import { Journal } from './journal/journal';
import { SEGMENT_BYTES, type JournalPlace } from './journal/journalPlace';
import { journalPaths, tornTailPath, type JournalPaths } from './journal/paths';
import { journalPrelude } from './journal/prelude';
import { deleteOldCopies } from './journal/workingCopy';
import { Mirror } from './mirror/mirror';
import type { ProfilePaths } from './profile';
import { redactEverywhere } from './redaction';
import { SettingsFile } from './settings';
import type { Clock } from './wallClock';

/** Everything main keeps in the profile folder, ready for use. */
export interface Stores {
  readonly device: string;
  readonly journal: Journal;
  readonly ballast: Ballast;
  readonly backups: Backups;
  readonly mirror: Mirror;
  readonly settings: SettingsFile;
  readonly drafts: Drafts;
  readonly alarms: AlarmFile;
  /** What was armed when the last run ended. */
  readonly keptAlarms: readonly KeptAlarm[];
  /** Erases rows in everything that main keeps. */
  readonly redact: (incidentId: string, rows: readonly StoredRow[]) => Promise<Outcome<{ redacted: number }>>;
  /** The store is gone, and with it what was kept of older ones. */
  readonly workingCopyDiscarded: () => Promise<void>;
  /** The working copy failed a write; the next start rebuilds it. */
  readonly suspectWorkingCopy: (detail: string) => Promise<void>;
  /** Writes what is still held, and what the next start may believe. */
  readonly settle: () => Promise<void>;
  /** The very last act of a clean exit. */
  readonly markClean: () => Promise<void>;
}

export interface StorePorts {
  readonly files: FilePort;
  readonly clock: Clock;
  readonly failures: FailureReports;
}

/**
 * Opens the profile. Rejects never, waits for no scan: the journal reads on in the background, and a
 * folder that can't be read or written gives empty stores that say so when asked.
 */
export async function openStores(profile: ProfilePaths, ports: StorePorts): Promise<Stores> {
  const { files, clock } = ports;
  const paths = journalPaths(profile.root);
  const settings = new SettingsFile(files, profile.settings);
  const drafts = new Drafts(files, profile.drafts, reporting(ports, 'drafts'));
  const alarms = new AlarmFile(files, profile.alarms, reporting(ports, 'alarms'));
  const [prelude, device, keptAlarms] = await Promise.all([
    journalPrelude(files, paths, clock.wall()),
    deviceId(files, profile.device),
    alarms.load(),
    settings.load(),
    drafts.load(),
  ]);
  const ballast = new Ballast(files, paths.ballast, paths.folder);
  const now = clock.wall;
  const changed: JournalPlace['changed'] = (...what) => mirror.journalChanged(...what);
  const journal = new Journal(journalPlace(paths, { files, device, now, ballast, changed }), prelude);
  const mirror = new Mirror({ files, journal, memory: profile.mirror, device, now, later });
  const backups = new Backups({ files, folder: profile.backups, journal, device, now });
  return {
    device,
    journal,
    ballast,
    backups,
    mirror,
    settings,
    drafts,
    alarms,
    keptAlarms,
    redact: (incidentId, rows) =>
      redactEverywhere({ files, paths, drafts, backups, journal }, incidentId, rows),
    ...workingCopyCare(files, paths),
    settle: async () => {
      await Promise.all([settings.drain(), drafts.drain(), alarms.drain(), ports.failures.drain()]);
      await writeCheckpoint(files, paths.checkpoint, await journal.close());
    },
    markClean: () => removeMarker(files, paths.dirty),
  };
}

function journalPlace(
  paths: JournalPaths,
  means: Omit<JournalPlace, 'folder' | 'asideFor' | 'segmentBytes'>,
): JournalPlace {
  return {
    ...means,
    folder: paths.folder,
    asideFor: (file) => tornTailPath(paths, file, means.now()),
    segmentBytes: SEGMENT_BYTES,
  };
}

const later = (ms: number, run: () => void): void => void setTimeout(run, ms).unref();

function workingCopyCare(
  files: FilePort,
  paths: JournalPaths,
): Pick<Stores, 'suspectWorkingCopy' | 'workingCopyDiscarded'> {
  return {
    suspectWorkingCopy: (detail) => placeMarker(files, paths.suspect, `${detail}\n`),
    workingCopyDiscarded: async () => {
      await deleteOldCopies(files, paths);
      await removeMarker(files, paths.discard);
    },
  };
}

function reporting({ failures }: StorePorts, where: string): (error: unknown) => void {
  return (error) => failures.report(failureOf(where, error));
}
