import type {
  BackupPreview,
  BackupRestored,
  BackupSummary,
  IntegrityReport,
  MirrorState,
  Outcome,
  Requests,
  StoragePlaces,
} from '../../electron/contract';

/** The journal's second place. */
export interface MirrorPorts {
  readonly state: () => Promise<MirrorState>;
  /** Null when the person cancelled the folder dialog. */
  readonly choose: () => Promise<Outcome<MirrorState> | null>;
  readonly turnOff: () => Promise<MirrorState>;
  readonly show: () => Promise<boolean>;
  readonly restore: () => Promise<Outcome<BackupRestored>>;
}

/** What the main process does for the safety of what is stored. */
export interface StoragePorts {
  readonly places: () => Promise<StoragePlaces>;
  readonly show: (place: keyof StoragePlaces) => Promise<boolean>;
  readonly backups: () => Promise<Outcome<readonly BackupSummary[]>>;
  readonly backUp: () => Promise<Outcome<BackupSummary>>;
  readonly preview: (file: string) => Promise<Outcome<BackupPreview>>;
  readonly restore: (file: string) => Promise<Outcome<BackupRestored>>;
  readonly checkIntegrity: () => Promise<Outcome<IntegrityReport>>;
  readonly mirror: MirrorPorts;
  /** Null when the person cancelled the folder dialog. */
  readonly saveElsewhere: (
    request: Requests['rows:saveElsewhere']['args'][0],
  ) => Promise<Requests['rows:saveElsewhere']['result']>;
  /** Null when the person cancelled the folder dialog. */
  readonly anotherProfile: () => Promise<Outcome<null> | null>;
  /** Notification, flash and badge; the sound is the page's. */
  readonly testAlarm: () => Promise<void>;
}
