import type { Pushes, StorageFailure } from '../../electron/contract';
import type { Notices } from './notices';
import { storageSentence } from './storageSentence';

/** Says that backing up fails for as long as it does (BAK8). */
export function tellBackupTrouble(failure: StorageFailure | null, notices: Notices): void {
  if (failure === null) return notices.dismiss('backup');
  notices.show({
    id: 'backup',
    tone: 'warning',
    standing: true,
    text: `The last backup failed. ${storageSentence(failure)} The log itself is saved as always; the next try is in ten minutes, or under Settings, Back up now.`,
  });
}

const MEGABYTE = 1_000_000;

/** Says how little room is left, louder when it is nearly none (BAK9). */
export function tellSpace({ level, freeBytes }: Pushes['disk:space'], notices: Notices): void {
  const left = `${Math.floor(freeBytes / MEGABYTE)} MB`;
  if (level === 'ok') return notices.dismiss('space');
  if (level === 'low') {
    const text = `Only ${left} are free on the disk of the log. Free some space soon.`;
    return notices.show({ id: 'space', tone: 'warning', text });
  }
  notices.show({
    id: 'space',
    tone: 'error',
    standing: true,
    text: `THE DISK IS NEARLY FULL: ${left} left for the log. Free some space now; backups wait until there is some.`,
  });
}
