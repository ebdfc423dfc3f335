import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SavedImage } from '../../electron/contract';
import { areAttachments, fileNameOf, MOST_IMAGES, type Attachment } from '../domain/attachments';
import type { Drafts } from './drafts';
import { imageSentence, TOO_MANY } from './imageSentences';
import type { Ports } from './ports';
import type { Session } from './session';

/** Bytes main takes; a larger file is not even read. */
const MOST_BYTES = 10 * 1024 * 1024;

/** What is attached to the unsent note of the open incident. */
export interface Attached {
  readonly images: readonly Attachment[];
  /** What is wrong with what was pasted or dropped last, in a sentence. */
  readonly problem: string | undefined;
}

/** A pasted or dropped file, as far as it is looked at here. */
export type GivenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

const NOTHING: Attached = { images: [], problem: undefined };

export const imagesKey = (incidentId: string): string => `padImages:${incidentId}`;
export const startedKey = (incidentId: string): string => `padStarted:${incidentId}`;

/**
 * Images on their way into a note (ATT5). Each is stored at once and named in the unsent text of the
 * incident it was pasted in, whichever is open by the time it is on the disk.
 */
export class Attaching {
  readonly store: StoreApi<Attached> = createStore<Attached>(() => NOTHING);
  readonly #drafts: Drafts;
  readonly #session: Session;
  readonly #ports: Pick<Ports, 'now' | 'images'>;
  #turn: Promise<void> = Promise.resolve();
  #onTheWay = 0;

  constructor(session: Session, drafts: Drafts, ports: Pick<Ports, 'now' | 'images'>) {
    this.#session = session;
    this.#drafts = drafts;
    this.#ports = ports;
    this.show();
    session.store.subscribe(({ openId }, before) => {
      if (openId !== before.openId) this.show();
    });
  }

  /** True while something pasted is not stored yet: Enter waits for it. */
  get isBusy(): boolean {
    return this.#onTheWay > 0;
  }

  settled(): Promise<void> {
    return this.#turn;
  }

  /** Shows what the unsent note of the open incident has. */
  show(): void {
    const { openId } = this.#session.store.getState();
    this.store.setState({ images: openId === null ? [] : this.#keptFor(openId), problem: undefined }, true);
  }

  /** Pasted or dropped files, in their order. */
  add(files: readonly GivenFile[]): Promise<void> {
    return this.#inTurn(async (id) => {
      for (const file of files) {
        const saved = await this.#save(file);
        if (!this.#put(id, file.name, saved)) break;
      }
    });
  }

  /** Files a person chooses in the system's dialog. */
  choose(): Promise<void> {
    return this.#inTurn(async (id) => {
      for (const { name, saved } of await this.#ports.images.choose()) {
        if (!this.#put(id, name, saved)) break;
      }
    });
  }

  remove(image: Attachment): void {
    const { openId } = this.#session.store.getState();
    if (openId === null) return;
    this.#keep(
      openId,
      this.#keptFor(openId).filter(({ sha256 }) => sha256 !== image.sha256),
    );
    this.#discard(image);
  }

  /** They are in the log now. */
  logged(): void {
    const { openId } = this.#session.store.getState();
    if (openId !== null) this.#keep(openId, []);
  }

  /** The person has read what was wrong, and types on. */
  calm(): void {
    if (this.store.getState().problem !== undefined) this.store.setState({ problem: undefined });
  }

  async #save(file: GivenFile): Promise<SavedImage> {
    if (file.size > MOST_BYTES) return { status: 'refused', refusal: 'too-large' };
    try {
      return await this.#ports.images.save(new Uint8Array(await file.arrayBuffer()));
    } catch {
      // A folder was dropped, or the file is gone: there are no bytes to look at.
      return { status: 'refused', refusal: 'no-image' };
    }
  }

  /** False when the note has as many as it may. */
  #put(id: string, name: string, saved: SavedImage): boolean {
    if (saved.status !== 'stored') {
      this.#tell(id, imageSentence(name, saved));
      return true;
    }
    const images = this.#keptFor(id);
    if (images.some(({ sha256 }) => sha256 === saved.image.sha256)) return true;
    if (images.length >= MOST_IMAGES) {
      this.#discard(saved.image);
      this.#tell(id, TOO_MANY);
      return false;
    }
    this.#keep(id, [...images, saved.image]);
    return true;
  }

  /** Unless a row on its way to the journal, where main would look, names it too. */
  #discard(image: Attachment): void {
    const rows = this.#session.unsavedRows();
    const isLogged = rows.some(({ event }) => JSON.stringify(event).includes(image.sha256));
    if (!isLogged) this.#ports.images.discard(image);
  }

  #keep(id: string, images: readonly Attachment[]): void {
    this.#drafts.set(imagesKey(id), images.length === 0 ? '' : JSON.stringify(images));
    if (this.#isOpen(id)) this.store.setState({ images });
  }

  #keptFor(id: string): readonly Attachment[] {
    try {
      const kept: unknown = JSON.parse(this.#drafts.get(imagesKey(id)) || '[]');
      return areAttachments(kept) ? (kept as readonly Attachment[]) : [];
    } catch {
      return [];
    }
  }

  #tell(id: string, problem: string): void {
    if (this.#isOpen(id)) this.store.setState({ problem });
  }

  #isOpen(id: string): boolean {
    return this.#session.store.getState().openId === id;
  }

  #inTurn(work: (id: string) => Promise<void>): Promise<void> {
    const { openId } = this.#session.store.getState();
    if (openId === null) return Promise.resolve();
    this.calm();
    const startedAt = String(this.#ports.now());
    this.#onTheWay += 1;
    const done = this.#turn
      .then(() => work(openId))
      .finally(() => {
        this.#onTheWay -= 1;
        const started = startedKey(openId);
        if (this.#keptFor(openId).length > 0 && this.#drafts.get(started) === '') {
          this.#drafts.set(started, startedAt);
        }
      });
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** Where the page finds an image. */
export const imageUrl = (image: Attachment): string => `/attachments/${fileNameOf(image)}`;
