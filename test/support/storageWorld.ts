import type {
  BackupPreview,
  BackupRestored,
  BackupSummary,
  IntegrityReport,
  MirrorState,
  Outcome,
} from '../../electron/contract';
import type { MirrorPorts, StoragePorts } from '../../renderer/store/storagePorts';

export const NO_MIRROR: MirrorState = {
  folder: null,
  standing: 'off',
  rowsBehind: 0,
  since: null,
  failure: null,
  redactionWaits: false,
  putAside: 0,
  onlyThere: 0,
};

/** What main answers about storage, as a test sets it, and what it was asked. */
export class StorageWorld implements StoragePorts {
  readonly asked: string[] = [];
  readonly elsewhere: Parameters<StoragePorts['saveElsewhere']>[0][] = [];
  listed: Outcome<readonly BackupSummary[]> = { ok: true, value: [] };
  taken: Outcome<BackupSummary> = { ok: true, value: backupAt('2026-11-23T03:00:00Z') };
  previewed: Outcome<BackupPreview> = { ok: true, value: { file: 'b', takenAt: 0, incidents: [] } };
  restored: Outcome<BackupRestored> = {
    ok: true,
    value: { rows: 0, incidents: 0, presentKeptAs: null },
  };
  mirrored: MirrorState = NO_MIRROR;
  chosen: Awaited<ReturnType<MirrorPorts['choose']>> = null;
  mirror: MirrorPorts = {
    state: async () => this.mirrored,
    choose: async () => {
      this.asked.push('choose a mirror');
      return this.chosen;
    },
    turnOff: async () => {
      this.asked.push('turn the mirror off');
      return NO_MIRROR;
    },
    show: async () => {
      this.asked.push('show the mirror');
      return this.canShow;
    },
    restore: async () => {
      this.asked.push('take the mirror in');
      return this.restored;
    },
  };
  checked: Outcome<IntegrityReport> = { ok: true, value: { incidents: [] } };
  savedElsewhere: Awaited<ReturnType<StoragePorts['saveElsewhere']>> = null;
  canShow = true;

  places: StoragePorts['places'] = async () => ({
    profile: '/p',
    journal: '/p/journal',
    backups: '/p/backups',
    exports: '/home/dana/Incident Console',
  });
  show: StoragePorts['show'] = async (place) => {
    this.asked.push(`show ${place}`);
    return this.canShow;
  };
  backups: StoragePorts['backups'] = async () => this.listed;
  backUp: StoragePorts['backUp'] = async () => {
    this.asked.push('back up');
    return this.taken;
  };
  preview: StoragePorts['preview'] = async (file) => {
    this.asked.push(`preview ${file}`);
    return this.previewed;
  };
  restore: StoragePorts['restore'] = async (file) => {
    this.asked.push(`restore ${file}`);
    return this.restored;
  };
  checkIntegrity: StoragePorts['checkIntegrity'] = async () => this.checked;
  saveElsewhere: StoragePorts['saveElsewhere'] = async (request) => {
    this.elsewhere.push(request);
    return this.savedElsewhere;
  };
  anotherProfile: StoragePorts['anotherProfile'] = async () => {
    this.asked.push('another profile');
    return null;
  };
  testAlarm: StoragePorts['testAlarm'] = async () => void this.asked.push('test alarm');
}

/** A backup in the list. */
export function backupAt(time: string, change: Partial<BackupSummary> = {}): BackupSummary {
  return {
    file: `backup of ${time}`,
    takenAt: Date.parse(time),
    incidents: 1,
    rows: 12,
    bytes: 2048,
    ...change,
  };
}
