import type { StorageFailure } from '../../electron/contract';

type Reason = StorageFailure['reason'];

/** What a person can do about it. */
type Remedies = { readonly [R in Reason]: string };

/** Rows and settings are tried again by themselves. */
const SAVING: Remedies = {
  'disk-full': 'Free some space; saving goes on by itself.',
  'read-only': 'Make it writable, or start the console with another folder.',
  missing: 'Bring the folder or drive back.',
  'in-the-way': 'Move it away; saving goes on by itself.',
  'too-many-files': 'Close some programs.',
  'newer-version': 'Start that version, or start this one with another folder.',
  failed: '',
};

/** A file is written when somebody asks for it. */
const EXPORTING: Remedies = {
  ...SAVING,
  'disk-full': 'Free some space, then try again.',
  'read-only': 'Make it writable, or choose another folder.',
  missing: 'Bring the folder or drive back, or choose another one.',
  'in-the-way': 'Move it away, then try again.',
};

/** A redacted text is to leave the disk. */
const ERASING: Remedies = {
  ...EXPORTING,
  'read-only': 'Make it writable, then try again.',
  missing: 'Bring the folder or drive back, then try again.',
};

/** What is wrong with a store and what to do, for people; `detail` is the system's own word. */
export const storageSentence = (failure: StorageFailure): string => sentence(failure, SAVING);

/** The same for a file that somebody wanted written. */
export const exportSentence = (failure: StorageFailure): string => sentence(failure, EXPORTING);

/** The same for a text that is to be erased. */
export const erasingSentence = (failure: StorageFailure): string => sentence(failure, ERASING);

function sentence(failure: StorageFailure, remedies: Remedies): string {
  return `${trouble(failure)} ${remedies[failure.reason]}`.trimEnd();
}

function trouble({ reason, path, detail }: StorageFailure): string {
  const where = path === '' ? 'The disk' : `“${path}”`;
  switch (reason) {
    case 'disk-full':
      return `${where} has no space left.`;
    case 'read-only':
      return `${where} can’t be written to.`;
    case 'missing':
      return `${where} is gone.`;
    case 'in-the-way':
      return `Something else stands in the way of ${where}: a file where a folder should be, or the reverse.`;
    case 'too-many-files':
      return 'This computer has too many files open.';
    case 'newer-version':
      return `${where} belongs to a newer version of the console: ${detail}. It is opened read-only and left as it is.`;
    case 'failed':
      return `${where} refused the write (${detail}).`;
  }
}
