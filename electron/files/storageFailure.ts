import type { Outcome, StorageFailure } from '../contract';

/** The system's error code (`ENOSPC`), or '' when there is none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

const REASONS: { readonly [code: string]: StorageFailure['reason'] } = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'missing',
  ENOTDIR: 'in-the-way',
  EEXIST: 'in-the-way',
  EISDIR: 'in-the-way',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  NEWER_PROFILE: 'newer-version',
};

/** What the page is told of an error met while reading or writing `path`. */
export function storageFailure(error: unknown, path: string): StorageFailure {
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: REASONS[errorCode(error)] ?? 'failed', path, detail };
}

export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed<T>(error: unknown, path: string): Outcome<T> {
  return { ok: false, failure: storageFailure(error, path) };
}
