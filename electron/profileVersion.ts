import * as v from 'valibot';
import type { Backups } from './backups/backups';
import type { Outcome } from './contract';
import { atomicWrite } from './files/atomicWrite';
import type { FilePort } from './files/filePort';
import { failed, ok } from './files/storageFailure';

/**
 * The version of what the profile folder holds: journal, drafts, settings, backups and working copy
 * together (ADR 0019). 1 had no mark; 2 has one, and a working copy that says who may read it.
 */
export const PROFILE_VERSION = 2;

/** A version below `leastWriter` may read the folder and write nothing. */
interface Mark {
  readonly version: number;
  readonly leastWriter: number;
  /** The program's version, for people. */
  readonly writtenBy: string;
}

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const markShape = v.looseObject({ version: wholeNumber, leastWriter: wholeNumber, writtenBy: v.string() });

/** The folder belongs to a newer version of the program, which alone may write in it. */
export class NewerProfile extends Error {
  readonly code = 'NEWER_PROFILE';

  constructor(readonly writtenBy: string) {
    super(`version ${writtenBy} wrote here last`);
    this.name = 'NewerProfile';
  }
}

export type ProfileAge =
  | { readonly kind: 'current' }
  /** Without a mark, or with an older one: to be brought up to this version. */
  | { readonly kind: 'older' }
  | { readonly kind: 'newer'; readonly why: NewerProfile };

/** Never rejects: a mark that can't be read says nothing, and is written anew. */
export async function profileAge(files: FilePort, path: string): Promise<ProfileAge> {
  const mark = await readMark(files, path);
  if (!mark) return { kind: 'older' };
  if (mark.leastWriter > PROFILE_VERSION) return { kind: 'newer', why: new NewerProfile(mark.writtenBy) };
  return mark.version < PROFILE_VERSION ? { kind: 'older' } : { kind: 'current' };
}

export interface Upgrade {
  readonly files: FilePort;
  readonly path: string;
  readonly backups: Pick<Backups, 'takeIfChanged'>;
  readonly writtenBy: string;
}

/**
 * Brings the profile up to this version: a verified backup of everything first, then the mark. What the
 * page does to its working copy comes after both, and can be done again from the journal whenever it is
 * broken off, so that an upgrade killed at any point goes on at the next start.
 */
export async function upgradeProfile({ files, path, backups, writtenBy }: Upgrade): Promise<Outcome<null>> {
  const backup = await backups.takeIfChanged();
  if (!backup.ok) return backup;
  try {
    const mark: Mark = { version: PROFILE_VERSION, leastWriter: PROFILE_VERSION, writtenBy };
    await atomicWrite(files, path, `${JSON.stringify(mark)}\n`);
    return ok(null);
  } catch (error) {
    return failed(error, path);
  }
}

async function readMark(files: FilePort, path: string): Promise<Mark | undefined> {
  try {
    const read: unknown = JSON.parse((await files.readAll(path)).toString('utf8'));
    return v.is(markShape, read) ? read : undefined;
  } catch {
    return undefined;
  }
}
