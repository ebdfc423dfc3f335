import type {
  BackupPreview,
  BackupRestored,
  BackupSummary,
  IntegrityReport,
  Outcome,
} from '../../electron/contract';
import type { StoragePorts } from '../../renderer/store/storagePorts';

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
