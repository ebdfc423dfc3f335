import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BundleLine, OpenedBundle } from '../../electron/contract';
import { fold } from '../domain/fold';
import type { IncidentId } from '../domain/ids';
import { summaryOf } from '../domain/summary';
import type { IncidentPreview, Previewed } from '../imports/bundlePreview';
import type { EventLog } from '../persistence/eventLog';
import { importedSentence, refusedSentence, shownName } from './bundleSentences';
import type { Incidents } from './incidents';
import type { Notices } from './notices';
import type { Ports } from './ports';
import type { Session } from './session';
import { storageSentence } from './storageSentence';
import type { View } from './view';

/** The bundle being looked at. */
export interface BundleView {
  readonly bundle: OpenedBundle;
  readonly status: 'reading' | 'ready' | 'importing';
  /** One an incident, as far as it has been read. */
  readonly previews: readonly IncidentPreview[];
}

interface Stores {
  readonly log: EventLog;
  readonly session: Session;
  readonly incidents: Incidents;
  readonly view: View;
  readonly notices: Notices;
}

type ImportPorts = Pick<Ports, 'now' | 'readBundle' | 'closeBundle' | 'images'>;

/** The bundle or the journal could not be read to its end; the message is a sentence. */
class Interrupted extends Error {}

/** Shows a bundle read-only, then imports it or not. One at a time; others wait. */
export class BundleImporting {
  readonly store: StoreApi<BundleView | null> = createStore<BundleView | null>(() => null);
  readonly #stores: Stores;
  readonly #ports: ImportPorts;
  #waiting: readonly OpenedBundle[] = [];
  #plans: readonly Previewed[] = [];

  constructor(stores: Stores, ports: ImportPorts) {
    this.#stores = stores;
    this.#ports = ports;
    // A dialog somebody is typing into is not taken away.
    stores.view.store.subscribe(({ dialog }, before) => {
      if (dialog === null && before.dialog !== null) queueMicrotask(() => this.#next());
    });
  }

  opened(bundle: OpenedBundle): void {
    this.#stores.notices.dismiss('bundle');
    this.#waiting = [...this.#waiting, bundle];
    this.#next();
  }

  refused(name: string, why: string): void {
    this.#stores.notices.show({ id: 'bundle', tone: 'error', text: refusedSentence(name, why) });
  }

  /** Leaves everything as it was. */
  cancel(): void {
    if (this.store.getState()?.status === 'importing') return;
    this.#end();
  }

  /** Appends what is new, as anything that was typed is appended (BUN10). */
  async import(): Promise<void> {
    const shown = this.store.getState();
    if (shown?.status !== 'ready') return;
    this.store.setState({ ...shown, status: 'importing' }, true);
    const { notices } = this.#stores;
    const { previews, bundle } = shown;
    try {
      for (const previewed of this.#plans) await this.#take(bundle, previewed);
      const warn = previews.some((one) => one.conflicts.length > 0 || one.problems.length > 0);
      const text = importedSentence({ name: bundle.name, previews });
      notices.show({ id: 'bundle', tone: warn ? 'warning' : 'info', text });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const text = `${shownName(bundle.name)} was not imported to its end. ${why} What came in stays; opening it again adds only what is missing.`;
      notices.show({ id: 'bundle', tone: 'error', text });
    }
    this.#end();
  }

  #next(): void {
    const { view } = this.#stores;
    const [bundle, ...rest] = this.#waiting;
    const busy = this.store.getState() !== null || view.store.getState().dialog !== null;
    if (bundle === undefined || busy) return;
    this.#waiting = rest;
    this.#plans = [];
    this.store.setState({ bundle, status: 'reading', previews: [] }, true);
    view.openDialog({ name: 'bundle' });
    void this.#read(bundle);
  }

  async #read(bundle: OpenedBundle): Promise<void> {
    const isShown = (): boolean => this.store.getState()?.bundle === bundle;
    try {
      await this.#stores.session.settled();
      for (const { incidentId } of bundle.incidents) {
        const previewed = await this.#preview(bundle, incidentId as IncidentId);
        if (!isShown()) return;
        this.#plans = [...this.#plans, previewed];
        const previews = this.#plans.map(({ preview }) => preview);
        this.store.setState({ bundle, status: 'reading', previews }, true);
      }
      const previews = this.#plans.map(({ preview }) => preview);
      this.store.setState({ bundle, status: 'ready', previews }, true);
    } catch (error) {
      if (!isShown()) return;
      this.#end();
      this.refused(bundle.name, error instanceof Error ? error.message : String(error));
    }
  }

  async #preview({ bundle }: OpenedBundle, id: IncidentId): Promise<Previewed> {
    const lines: BundleLine[] = [];
    for (let from: number | null = 0; from !== null;) {
      const page = await this.#ports.readBundle({ bundle, incidentId: id, from });
      if (!page.ok) throw new Interrupted(page.why);
      for (const line of page.lines) lines.push(line);
      from = page.next;
    }
    const { previewOf } = await import('../imports/bundlePreview');
    return previewOf(id, await this.#ours(id), lines, this.#ports.now());
  }

  async #ours(id: IncidentId) {
    const { rows, failure } = await this.#stores.log.open(id, () => undefined);
    if (failure) throw new Interrupted(storageSentence(failure));
    return rows;
  }

  /** The images come first: no row names one that is not there. */
  async #take({ bundle, attachments }: OpenedBundle, { preview, plan, images }: Previewed): Promise<void> {
    const { log, incidents, session } = this.#stores;
    if (attachments > 0 && images.length > 0) {
      const taken = await this.#ports.images.takeFromBundle({ bundle, images });
      if (!taken.ok) throw new Interrupted(taken.why);
    }
    if (plan.added.length === 0) return;
    const appended = await log.append(plan.added);
    if (!appended.ok) throw new Interrupted(storageSentence(appended.failure));
    // Opening brings the working copy up to the journal.
    const summary = summaryOf(fold(await this.#ours(preview.id)));
    if (summary) incidents.put(summary);
    await session.reread(preview.id);
  }

  #end(): void {
    const shown = this.store.getState();
    if (shown === null) return;
    this.#plans = [];
    this.store.setState(null, true);
    this.#ports.closeBundle(shown.bundle.bundle);
    this.#stores.view.closeDialog();
  }
}
