import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Stamp } from '../domain/ids';
import type { SortedSequence } from '../domain/sortedSequence';
import { entryOf, type Entry } from '../domain/timeline';
import { foldText } from '../language/foldText';
import { NO_FILTER, passes } from './filtering';
import type { Session } from './session';
import type { View } from './view';

export interface FindState {
  readonly open: boolean;
  /** As typed. */
  readonly query: string;
  /** The same, folded; '' finds nothing. */
  readonly needle: string;
  /** The entries that say it, in the order they happened. */
  readonly hits: readonly Stamp[];
  readonly current: Stamp | null;
}

const CLOSED: FindState = { open: false, query: '', needle: '', hits: [], current: null };

type Pieces = WeakMap<readonly Entry[], readonly string[]>;

/**
 * Find in the open incident (FND1): through the whole log, mounted or not. What the pieces say is folded once and kept
 * by piece while find is open; a piece that a redaction replaced takes its folded text with it.
 */
export class Finding {
  readonly store: StoreApi<FindState> = createStore<FindState>(() => CLOSED);
  readonly #session: Session;
  readonly #view: View;
  #folded: Pieces = new WeakMap();
  #hits = new WeakMap<readonly Entry[], readonly Stamp[]>();

  constructor(session: Session, view: View) {
    this.#session = session;
    this.#view = view;
    session.store.subscribe((state, before) => {
      if (!this.#state.open) return;
      if (state.openId !== before.openId) this.close();
      else if (state.incident.timeline !== before.incident.timeline) this.#look();
    });
  }

  /** Opens the field, or gives it the focus again; what was looked for last stands in it. */
  open(): void {
    this.store.setState({ open: true });
    this.#look();
    this.#view.set({ findFocus: this.#view.store.getState().findFocus + 1 });
  }

  /** Opens at one hit of many, as when it was found among all incidents. */
  openAt(query: string, id: Stamp): void {
    this.#hits = new WeakMap();
    this.store.setState({ query, needle: foldText(query.trim()), current: null });
    this.open();
    this.#goTo(id);
  }

  close(): void {
    this.#folded = new WeakMap();
    this.#hits = new WeakMap();
    this.store.setState({ ...CLOSED, query: this.#state.query }, true);
    this.#view.focusPad();
  }

  /** The newest hit is the first one shown: that is where the reader is. */
  search(query: string): void {
    const needle = foldText(query.trim());
    if (needle !== this.#state.needle) this.#hits = new WeakMap();
    this.store.setState({ query, needle, current: null });
    this.#look();
    this.#goTo(this.#state.hits.at(-1));
  }

  /** To the hit before or after the current one, around in a ring. */
  step(by: 1 | -1): void {
    const { hits, current } = this.#state;
    if (hits.length === 0) return;
    const at = current === null ? -1 : hits.indexOf(current);
    const from = at === -1 && by === -1 ? 0 : at;
    this.#goTo(hits[(from + by + hits.length) % hits.length]);
  }

  get #state(): FindState {
    return this.store.getState();
  }

  #look(): void {
    const { needle, hits: before, current } = this.#state;
    const { byTime } = this.#session.store.getState().incident.timeline;
    const hits = needle === '' ? [] : this.#hitsIn(byTime, needle);
    if (hits.length === before.length && hits.every((id, i) => id === before[i])) return;
    const isThere = current !== null && hits.includes(current);
    this.store.setState({ hits, current: isThere ? current : null });
  }

  #hitsIn({ pieces }: SortedSequence<Entry>, needle: string): readonly Stamp[] {
    return pieces.flatMap((piece) => {
      const known = this.#hits.get(piece);
      if (known) return known;
      const folded = this.#foldedOf(piece);
      const hits = piece.filter((one, i) => !one.merged && folded[i]?.includes(needle)).map(({ id }) => id);
      this.#hits.set(piece, hits);
      return hits;
    });
  }

  #foldedOf(piece: readonly Entry[]): readonly string[] {
    const folded = this.#folded.get(piece) ?? piece.map(({ text }) => foldText(text));
    this.#folded.set(piece, folded);
    return folded;
  }

  #goTo(id: Stamp | undefined): void {
    if (id === undefined) return;
    this.store.setState({ current: id });
    reveal(this.#session, this.#view, id);
  }
}

/** Brings an entry into sight; a filter that hides it is set aside. */
export function reveal(session: Session, view: View, id: Stamp): void {
  const entry = entryOf(session.store.getState().incident.timeline, id);
  const { filter, revealed } = view.store.getState();
  const isHidden = entry !== undefined && !passes(filter, entry);
  view.set({
    ...(isHidden ? { filter: NO_FILTER } : {}),
    revealed: { entry: id, times: (revealed?.times ?? 0) + 1 },
  });
}
