import type { FilePort } from '../files/filePort';
import type { Ballast } from './ballast';

/**
 * Some 10,000 notes. What is whole for ever after is copied, compared and rewritten file by file, so a
 * redaction or a mirror on a slow stick handles megabytes and not years; most incidents stay one file.
 */
export const SEGMENT_BYTES = 4 * 1024 * 1024;

/** Where the journals live and what they need from the world around them. */
export interface JournalPlace {
  readonly files: FilePort;
  /** The journal folder. */
  readonly folder: string;
  /** Path for the torn tail of `file`; its folder exists. */
  readonly asideFor: (file: string) => string;
  /** Names this installation in the headers of the files it makes. */
  readonly device: string;
  readonly now: () => number;
  readonly ballast: Pick<Ballast, 'release'>;
  /** A file that has grown to this is not appended to any more. */
  readonly segmentBytes: number;
  /** Told after rows were acknowledged or erased, never before; must not throw. */
  readonly changed: (incidentId: string, how: 'appended' | 'erased') => void;
}
