import type { StorageFailure } from '../../electron/contract';

/** What is wrong with a store and what to do, for people; `detail` is the system's own word. */
export function storageSentence(failure: StorageFailure): string {
  const where = failure.path === '' ? 'The disk' : `“${failure.path}”`;
  switch (failure.reason) {
    case 'disk-full':
      return `${where} has no space left. Free some space; saving goes on by itself.`;
    case 'read-only':
      return `${where} can’t be written to. Make it writable, or start the console with another folder.`;
    case 'missing':
      return `${where} is gone. Bring the folder or drive back.`;
    case 'too-many-files':
      return 'This computer has too many files open. Close some programs.';
    case 'failed':
      return `${where} refused the write (${failure.detail}).`;
  }
}
