import { createStore, type StoreApi } from 'zustand/vanilla';
import { visibleLine } from '../exports/visibleText';
import { REFUSAL_SENTENCES } from '../domain/refusals';
import type { EpochMs } from '../domain/time';
import { newWithin, withTicks } from '../imports/reviewColumns';
import { ImportRefused, type SourceFile } from '../imports/importTypes';
import { instantsOf } from '../language/wallTime';
import { countedSources, sourcesOf } from './importFiles';
import { blankView, chosenOf, reviewed, type ImportChoices, type ImportView } from './importView';
import { writeImport } from './importWriting';
import type { Notices } from './notices';
import type { Ports } from './ports';
import type { Session } from './session';
import type { SettingsStore } from './settings';
import { makePace } from './sharedThread';
import type { View } from './view';

interface Stores {
  readonly session: Session;
  readonly view: View;
  readonly notices: Notices;
  readonly settings: SettingsStore;
}

/** Looks into files of other tools, and imports of them what is ticked (IMP3). One at a time. */
export class Importing {
  readonly store: StoreApi<ImportView | null> = createStore<ImportView | null>(() => null);
  readonly #stores: Stores;
  readonly #ports: Pick<Ports, 'now' | 'newIncidentId' | 'timeZone'>;
  #files: readonly SourceFile[] = [];
  #kept: { readonly files: readonly SourceFile[]; readonly name: string } | null = null;
  /** Rises with everything that calls off what went on before. */
  #turn = 0;

  constructor(stores: Stores, ports: Pick<Ports, 'now' | 'newIncidentId' | 'timeZone'>) {
    this.#stores = stores;
    this.#ports = ports;
    stores.session.store.subscribe(({ openId, status }, before) => {
      if (openId !== before.openId && this.store.getState() !== null) this.cancel();
      // What it says, and its Undo, are about the incident that was left.
      if (openId !== before.openId && before.openId !== null) stores.notices.dismiss('import');
      if (openId !== null && status === 'open') this.#takeKept();
    });
  }

  /** Asks for a file. */
  start(): void {
    if (this.store.getState() === null) this.store.setState(blankView(this.#ports.timeZone), true);
    this.#stores.view.openDialog({ name: 'import' });
  }

  /** As `take`; with no incident open they wait for one, since what they bring is written into it. */
  takeOrKeep(files: readonly SourceFile[], name: string): Promise<void> {
    this.#kept = null;
    if (this.#stores.session.store.getState().openId !== null) return this.take(files, name);
    this.#kept = { files, name };
    this.#tell(
      'info',
      `“${visibleLine(name)}” is imported into an incident. Declare or open one: it is kept until then, and shown there.`,
    );
    return Promise.resolve();
  }

  /** Reads files, those of one folder together. Nothing is kept of them until Import (IMP3). */
  take(files: readonly SourceFile[], name: string): Promise<void> {
    if (this.store.getState()?.status === 'importing') return Promise.resolve();
    this.#files = files;
    this.store.setState({ ...blankView(this.#ports.timeZone), file: name }, true);
    this.#stores.view.set({ atHome: false });
    this.#stores.view.openDialog({ name: 'import' });
    return this.#read();
  }

  /** As `take`, for however many files a person chose. */
  async takeFiles(files: readonly File[], name: string): Promise<void> {
    if (this.store.getState()?.status === 'importing') return;
    const turn = (this.#turn += 1);
    this.store.setState({ ...blankView(this.#ports.timeZone), status: 'reading', file: name }, true);
    const isShown = (): boolean => turn === this.#turn;
    const check = (): void => {
      if (!isShown()) throw new CalledOff();
    };
    const sources = await sourcesOf(files, makePace(check, () => undefined).breathe).catch(
      (error: unknown) => {
        if (error instanceof CalledOff) return undefined;
        throw error;
      },
    );
    if (sources && isShown()) await this.take(sources, name);
  }

  /** Says how something is meant that the file does not tell, and reads it again (IMP6). */
  choose(patch: Partial<ImportChoices>): Promise<void> {
    this.#patch(({ choices }) => ({ choices: { ...choices, ...patch } }));
    return this.#read();
  }

  /** By the items' indexes. */
  tick(indexes: Iterable<number>, on: boolean): void {
    this.#patch(({ columns, ticks }) => ({ ticks: withTicks(columns, ticks, indexes, on) }));
  }

  /** All that is new and within the window of time. */
  tickAll(on: boolean): void {
    this.#patch(({ columns, ticks, from, to }) => ({
      ticks: withTicks(columns, ticks, newWithin(columns, { from, to }), on),
    }));
  }

  rename(author: string, name: string): void {
    this.#patch(({ names }) => ({ names: new Map(names).set(author, name) }));
  }

  between(from: EpochMs | null, to: EpochMs | null): void {
    this.#patch(() => ({ from, to }));
  }

  /** Leaves everything as it was; a running import is stopped and taken out again. */
  cancel(): void {
    const shown = this.store.getState();
    if (shown === null) return;
    this.#turn += 1;
    if (shown.status === 'importing') return;
    this.#end();
  }

  /** Writes what is ticked. */
  async import(): Promise<void> {
    const shown = this.store.getState();
    if (shown?.status !== 'ready' || !shown.reading) return;
    const items = chosenOf(shown);
    if (items.length === 0) {
      this.#patch(() => ({ problem: REFUSAL_SENTENCES['nothing-to-import'] }));
      return;
    }
    const turn = (this.#turn += 1);
    this.store.setState({ ...shown, status: 'importing', done: 0, all: items.length });
    const id = this.#ports.newIncidentId();
    const { file, names, reading } = shown;
    const what = { id, items, file, names, format: reading.format };
    const why = await writeImport(this.#stores, what, {
      isCalledOff: () => turn !== this.#turn,
      tell: (done) => this.#patch(() => ({ done })),
    });
    if (why !== undefined) this.#tell('warning', why);
    else this.#tellImported(id, shown.file, items.length);
    this.#end();
  }

  undo(id: string): void {
    if (this.#run({ type: 'undo-import', import: id })) {
      this.#tell('info', 'The import is undone: its entries left the timeline and stay in the log.', [
        { label: 'Put back', perform: () => this.restore(id) },
      ]);
    }
  }

  restore(id: string): void {
    if (this.#run({ type: 'restore-import', import: id })) this.#stores.notices.dismiss('import');
  }

  async #read(): Promise<void> {
    const turn = (this.#turn += 1);
    const isShown = (): boolean => turn === this.#turn;
    const { files, all, done, readTwice } = countedSources(this.#files);
    this.#startReading(all);
    const check = (): void => {
      if (!isShown()) throw new CalledOff();
    };
    const pace = makePace(check, () => this.#patch(() => ({ done: done() })));
    try {
      const { readImport } = await import('../imports/readImport');
      const { choices } = this.store.getState() ?? blankView(this.#ports.timeZone);
      const reading = await readImport(files, { ...choices, instantsOf }, { ...pace, readTwice });
      const { incident } = this.#stores.session.store.getState();
      const looked = await reviewed(reading, { incident, now: this.#ports.now(), pace });
      check();
      this.#patch(() => ({ status: 'ready', reading, ...looked }));
    } catch (error) {
      if (error instanceof CalledOff || !isShown()) return;
      const why = error instanceof ImportRefused ? error.message : 'The file could not be read to its end.';
      this.#patch(() => ({ status: 'choosing', problem: why }));
    }
  }

  /** What was read before is let go: two readings of a long file are more than one. */
  #startReading(all: number): void {
    this.#patch(({ file, choices, names, from, to }) => ({
      ...blankView(this.#ports.timeZone),
      status: 'reading',
      file,
      choices,
      names,
      from,
      to,
      all,
    }));
  }

  /** Behind whatever opened the incident: the dialog it was declared in is closed first. */
  #takeKept(): void {
    const kept = this.#kept;
    if (kept === null) return;
    this.#kept = null;
    this.#stores.notices.dismiss('import');
    void Promise.resolve().then(() => this.take(kept.files, kept.name));
  }

  #run(command: { type: 'undo-import' | 'restore-import'; import: string }): boolean {
    const ran = this.#stores.session.run(command, this.#stores.settings.store.getState().userName);
    if (!ran.ok) this.#tell('warning', REFUSAL_SENTENCES[ran.refusal]);
    return ran.ok;
  }

  #tellImported(id: string, file: string, count: number): void {
    const what = count === 1 ? '1 entry was' : `${count} entries were`;
    this.#tell('info', `${what} imported from “${file}”.`, [
      { label: 'Undo import', perform: () => this.undo(id) },
    ]);
  }

  #tell(
    tone: 'info' | 'warning',
    text: string,
    actions: readonly { label: string; perform: () => void }[] = [],
  ): void {
    this.#stores.notices.show({ id: 'import', tone, text, actions });
  }

  #patch(change: (shown: ImportView) => Partial<ImportView>): void {
    const shown = this.store.getState();
    if (shown === null) return;
    const { problem: _old, ...rest } = shown;
    this.store.setState({ ...rest, ...change(shown) }, true);
  }

  #end(): void {
    this.#files = [];
    this.store.setState(null, true);
    const { view } = this.#stores;
    if (view.store.getState().dialog?.name === 'import') view.closeDialog();
  }
}

class CalledOff extends Error {}
