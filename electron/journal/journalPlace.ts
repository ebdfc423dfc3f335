import type { FilePort } from '../files/filePort';
import type { Ballast } from './ballast';

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
}
