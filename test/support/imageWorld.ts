import { createHash } from 'node:crypto';
import { imageKind } from '../../electron/attachments/imageKind';
import type { ChosenImage, SavedImage, StoredImage } from '../../electron/contract';
import type { ImagePorts } from '../../renderer/store/imagePorts';

/** Main's store of images as the page sees it: told by their bytes as the real one tells them. */
export class ImageWorld implements ImagePorts {
  readonly stored = new Map<string, StoredImage>();
  readonly discarded: string[] = [];
  readonly taken: Parameters<ImagePorts['takeFromBundle']>[0][] = [];
  chosen: readonly ChosenImage[] = [];
  /** Instead of what it would answer. */
  answer: SavedImage | null = null;
  takenOutcome: Awaited<ReturnType<ImagePorts['takeFromBundle']>> = { ok: true, taken: 0 };
  /** Holds answers back until it is let go. */
  gate: Promise<void> = Promise.resolve();

  save: ImagePorts['save'] = async (bytes) => {
    await this.gate;
    if (this.answer) return this.answer;
    const kind = imageKind(Buffer.from(bytes));
    if (typeof kind === 'string') return { status: 'refused', refusal: kind };
    const image = { ...kind, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
    this.stored.set(image.sha256, image);
    return { status: 'stored', image };
  };
  choose: ImagePorts['choose'] = async () => this.chosen;
  discard: ImagePorts['discard'] = ({ sha256 }) => void this.discarded.push(sha256);
  takeFromBundle: ImagePorts['takeFromBundle'] = async (request) => {
    this.taken.push(request);
    return this.takenOutcome;
  };
}
