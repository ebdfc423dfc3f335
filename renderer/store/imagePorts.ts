import type { ChosenImage, Requests, SavedImage } from '../../electron/contract';
import type { Attachment } from '../domain/attachments';

/** What the main process does with images. */
export interface ImagePorts {
  readonly save: (bytes: Uint8Array) => Promise<SavedImage>;
  /** Asks for files; empty when the person cancelled. */
  readonly choose: () => Promise<readonly ChosenImage[]>;
  /** An image that no note was logged with; its file goes unless another one names it. */
  readonly discard: (image: Attachment) => void;
  readonly takeFromBundle: (
    request: Requests['bundle:takeImages']['args'][0],
  ) => Promise<Requests['bundle:takeImages']['result']>;
}
