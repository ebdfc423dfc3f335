import type { FilePort } from './filePort';

/** A file system that gives everything and takes nothing: whatever would change it rejects with `why`. */
export function readOnlyFiles(files: FilePort, why: Error): FilePort {
  const refuse = (): Promise<never> => Promise.reject(why);
  return {
    ...files,
    open: (path, flags) => (flags === 'r' ? files.open(path, flags) : refuse()),
    rename: refuse,
    remove: refuse,
    makeFolder: refuse,
  };
}
