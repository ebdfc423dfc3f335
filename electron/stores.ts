import { AlarmFile } from './alarmFile';
import type { KeptAlarm } from './alarmRules';
import { ImageStore } from './attachments/imageStore';
import { Backups } from './backups/backups';
import type { Outcome, StoredRow } from './contract';
import { deviceId } from './deviceId';
import { Drafts } from './drafts';
import { failureOf, type FailureReports } from './failures';
import type { FilePort } from './files/filePort';
import { placeMarker, removeMarker } from './files/marker';
import { readOnlyFiles } from './files/readOnlyFiles';
import { failed, ok } from './files/storageFailure';
import { Ballast } from './journal/ballast';
import { writeCheckpoint } from './journal/checkpoint';
import { Journal } from './journal/journal';
import { SEGMENT_BYTES, type JournalPlace } from './journal/journalPlace';
import { journalPaths, tornTailPath, type JournalPaths } from './journal/paths';
import { journalPrelude } from './journal/prelude';
import { deleteOldCopies } from './journal/workingCopy';
import { Mirror } from './mirror/mirror';
import type { ProfilePaths } from './profile';
import { profileAge, upgradeProfile, type ProfileAge, type Upgrade } from './profileVersion';
import { redactEverywhere } from './redaction';
import { SettingsFile } from './settings';
import type { Clock } from './wallClock';

/** Everything main keeps in the profile folder, ready for use. */
export interface Stores {
  /** The file system as the profile may use it. */
  readonly files: FilePort;
  /** A newer version of the program keeps its data here: nothing is written. */
  readonly isNewer: boolean;
  /** Whether the profile is this version's, so that its working copy may be opened. Never rejects. */
  readonly prepared: Promise<Outcome<null>>;
  readonly device: string;
  readonly journal: Journal;
  readonly ballast: Ballast;
  readonly backups: Backups;
  readonly images: ImageStore;
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
  /** The program's version, for the mark in the profile. */
  readonly version?: string;
}

/**
 * Opens the profile. Rejects never, waits for no scan: the journal reads on in the background, and a
 * folder that can't be read or written gives empty stores that say so when asked.
 */
export async function openStores(profile: ProfilePaths, ports: StorePorts): Promise<Stores> {
  const { clock } = ports;
  const { age, files } = await profileFiles(profile, ports);
  const paths = journalPaths(profile.root);
  const small = smallFiles(files, profile, ports);
  const [prelude, device, keptAlarms] = await Promise.all([
    journalPrelude(files, paths, clock.wall()),
    deviceId(files, profile.device),
    small.alarms.load(),
    small.settings.load(),
    small.drafts.load(),
  ]);
  const ballast = new Ballast(files, paths.ballast, paths.folder);
  const now = clock.wall;
  const changed: JournalPlace['changed'] = (...what) => mirror.journalChanged(...what);
  const journal = new Journal(journalPlace(paths, { files, device, now, ballast, changed }), prelude);
  const mirror = new Mirror({ files, journal, memory: profile.mirror, device, now, later });
  const images = new ImageStore(files, profile.attachments);
  const backups = new Backups({ files, folder: profile.backups, journal, device, now });
  return {
    files,
    isNewer: age.kind === 'newer',
    prepared: prepare(age, { files, path: profile.version, backups, writtenBy: ports.version ?? '' }),
    device,
    journal,
    ballast,
    backups,
    images,
    mirror,
    ...small,
    keptAlarms,
    redact: (incidentId, rows) =>
      redactEverywhere({ files, paths, drafts: small.drafts, backups, images, journal }, incidentId, rows),
    ...marks(files, paths),
    settle: () =>
      settle(small, ports.failures, async () =>
        writeCheckpoint(files, paths.checkpoint, await journal.close()),
      ),
  };
}

/** The file system as far as the profile's version lets us use it. */
async function profileFiles(
  { version }: ProfilePaths,
  { files }: StorePorts,
): Promise<{ readonly age: ProfileAge; readonly files: FilePort }> {
  const age = await profileAge(files, version);
  return { age, files: age.kind === 'newer' ? readOnlyFiles(files, age.why) : files };
}

type SmallFiles = Pick<Stores, 'settings' | 'drafts' | 'alarms'>;

function smallFiles(files: FilePort, profile: ProfilePaths, ports: StorePorts): SmallFiles {
  return {
    settings: new SettingsFile(files, profile.settings),
    drafts: new Drafts(files, profile.drafts, reporting(ports, 'drafts')),
    alarms: new AlarmFile(files, profile.alarms, reporting(ports, 'alarms')),
  };
}

/** Writes what the small files still hold, then does `last`. */
async function settle(
  { settings, drafts, alarms }: SmallFiles,
  failures: FailureReports,
  last: () => Promise<void>,
): Promise<void> {
  await Promise.all([settings.drain(), drafts.drain(), alarms.drain(), failures.drain()]);
  await last();
}

function prepare(age: ProfileAge, upgrade: Upgrade): Promise<Outcome<null>> {
  if (age.kind === 'older') return upgradeProfile(upgrade);
  return Promise.resolve(age.kind === 'newer' ? failed(age.why, upgrade.path) : ok(null));
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

/** What the next start is told by a file that is there or not. */
function marks(
  files: FilePort,
  paths: JournalPaths,
): Pick<Stores, 'suspectWorkingCopy' | 'workingCopyDiscarded' | 'markClean'> {
  return {
    markClean: () => removeMarker(files, paths.dirty),
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
