/**
 * What the stores need of a file system, and nothing more.
 *
 * A port rather than `node:fs` itself so that tests can make one write short, one fsync fail and one
 * disk full, which no real disk does on request. Every method rejects with the system's error, whose
 * `code` (`ENOSPC`, `EIO`, …) storageFailure.ts turns into a reason.
 */
export interface FilePort {
  /** `r` reads, `r+` reads and writes, `wx` creates and fails when the file is there. */
  open(path: string, flags: 'r' | 'r+' | 'wx'): Promise<OpenFile>;
  /** The whole file; rejects with ENOENT when there is none. */
  readAll(path: string): Promise<Buffer>;
  /** Names in a folder, sorted; empty when the folder does not exist. */
  list(folder: string): Promise<readonly string[]>;
  /** Bytes in a file, or null when there is none. */
  size(path: string): Promise<number | null>;
  /** False also when there is nothing at all. */
  isFolder(path: string): Promise<boolean>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a whole folder; not there is fine. */
  remove(path: string): Promise<void>;
  /** Creates a folder and those above it; there already is fine. */
  makeFolder(path: string): Promise<void>;
  /** Makes created, renamed and removed names of a folder durable, where the system can do that. */
  syncFolder(path: string): Promise<void>;
  /** Bytes an ordinary user may still write on the disk that holds `folder`. */
  freeBytes(folder: string): Promise<number>;
}

/** An open file. Positions and lengths are bytes. */
export interface OpenFile {
  /** Writes once and answers how many bytes went in: possibly fewer than asked. */
  write(bytes: Uint8Array, from: number, length: number, position: number): Promise<number>;
  /** Reads once and answers how many bytes came; 0 at the end. */
  read(into: Uint8Array, from: number, length: number, position: number): Promise<number>;
  /** Returns once data and length are on the disk (fdatasync; F_FULLFSYNC on macOS). */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  /** `links` is 0 when somebody deleted the file under us. */
  stat(): Promise<{ readonly size: number; readonly links: number }>;
  close(): Promise<void>;
}
