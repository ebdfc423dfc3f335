import { basename } from 'node:path';
import type { ImageStore } from '../attachments/imageStore';
import type { OpenedBundle, Pushes, Requests, SavedImage } from '../contract';
import { errorCode } from '../files/storageFailure';
import type { ByteSource } from './byteSource';
import { LogLines } from './logLines';
import { openBundle, type OpenBundle } from './openBundle';
import { BundleRefused } from './refused';

type ReadRequest = Requests['bundle:read']['args'][0];
type Page = Requests['bundle:read']['result'];

type TakeRequest = Requests['bundle:takeImages']['args'][0];
type Taken = Requests['bundle:takeImages']['result'];
type Images = Pick<ImageStore, 'save'>;

export interface BundleDeskPorts {
  readonly source: (path: string) => Promise<ByteSource>;
  readonly opened: (bundle: OpenedBundle) => void;
  readonly refused: (refusal: Pushes['bundle:refused']) => void;
}

/** A page that has died never closes what it was shown. */
const MOST_OPEN = 8;

/**
 * The bundles being looked at. The page is given a token for each, never a path, and asks for the
 * rows page by page; nothing of a bundle is written anywhere until the page appends rows.
 */
export class BundleDesk {
  private readonly open = new Map<string, OpenBundle>();
  private made = 0;
  private turn: Promise<void> = Promise.resolve();
  /** The log read last, since its pages are asked for one after the other. */
  private lines: { readonly of: string; readonly log: LogLines } | null = null;

  constructor(private readonly ports: BundleDeskPorts) {}

  /** Opens a file a person has chosen, one after the other, and tells the page how that went. */
  take(path: string): Promise<void> {
    this.turn = this.turn.then(() => this.takeNow(path));
    return this.turn;
  }

  async read({ bundle: token, incidentId, from }: ReadRequest): Promise<Page> {
    const bundle = this.open.get(token);
    if (!bundle) return { ok: false, why: 'It is no longer open.' };
    try {
      const of = `${token} ${incidentId}`;
      if (this.lines?.of !== of) {
        this.lines = null;
        this.lines = { of, log: new LogLines(incidentId, await bundle.log(incidentId)) };
      }
      const { log } = this.lines;
      return { ok: true, ...log.page(from) };
    } catch (error) {
      return { ok: false, why: sentence(error) };
    }
  }

  /** Stores images of a bundle; what is checked twice by then is checked once more (ATT7). */
  async takeImages({ bundle: token, images: names }: TakeRequest, images: Images): Promise<Taken> {
    const bundle = this.open.get(token);
    if (!bundle) return { ok: false, why: 'It is no longer open.' };
    try {
      let taken = 0;
      for (const name of names) {
        const bytes = await bundle.image(name);
        if (bytes === null) continue;
        const saved = await images.save(bytes);
        if (saved.status !== 'stored') return { ok: false, why: notStored(saved) };
        taken += 1;
      }
      return { ok: true, taken };
    } catch (error) {
      return { ok: false, why: sentence(error) };
    }
  }

  async close(token: string): Promise<void> {
    const bundle = this.open.get(token);
    this.open.delete(token);
    if (this.lines?.of.startsWith(`${token} `) === true) this.lines = null;
    await bundle?.close();
  }

  private async takeNow(path: string): Promise<void> {
    const name = basename(path);
    try {
      const bundle = await openBundle(await this.ports.source(path));
      this.made += 1;
      const token = `bundle-${this.made}`;
      this.open.set(token, bundle);
      const [oldest] = this.open.keys();
      if (this.open.size > MOST_OPEN && oldest !== undefined) await this.close(oldest);
      const { incidents, attachments } = bundle.manifest;
      this.ports.opened({
        bundle: token,
        name,
        incidents: incidents.map(({ id, log }) => ({ incidentId: id, rows: log.rows })),
        attachments: attachments.length,
      });
    } catch (error) {
      this.ports.refused({ name, why: sentence(error) });
    }
  }
}

const notStored = (saved: Exclude<SavedImage, { status: 'stored' }>): string =>
  saved.status === 'refused'
    ? 'An image in it is none.'
    : `An image of it could not be stored (${saved.failure.detail}).`;

const SYSTEM: { readonly [code: string]: string } = {
  ENOENT: 'There is no such file.',
  EACCES: 'You may not read it.',
  EPERM: 'You may not read it.',
  EISDIR: 'It is not a file.',
  ENXIO: 'It is not a file.',
};

function sentence(error: unknown): string {
  if (error instanceof BundleRefused) return error.message;
  const detail = error instanceof Error ? error.message : String(error);
  return SYSTEM[errorCode(error)] ?? `It could not be read (${detail}).`;
}
