import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Incident } from '../../domain/incident';
import { completionsAt, type Completion, type Completions, type Known } from '../../language/completions';
import type { Console } from '../../store/console';
import { areasKnown, openAttempts, peopleKnown, tagsKnown } from '../../store/padContext';

export interface CompletingState {
  readonly options: readonly Completion[];
  /** The option somebody has moved to; −1 before they did. */
  readonly active: number;
}

const CLOSED: CompletingState = { options: [], active: -1 };

/**
 * The list of completions over the pad. Its store changes only while something is offered: typing
 * plain text draws nothing.
 */
export class Completing {
  readonly store: StoreApi<CompletingState> = createStore(() => CLOSED);
  readonly #known: Known;
  #found: Completions | undefined;
  /** Where the piece begins whose list was closed with Escape; it stays so until another one is typed. */
  #dismissed = -1;

  constructor(console: Console) {
    const incident = (): Incident => console.session.store.getState().incident;
    this.#known = {
      get people() {
        return peopleKnown(console);
      },
      get tags() {
        return tagsKnown(incident());
      },
      get areas() {
        return areasKnown(incident());
      },
      get attempts() {
        return openAttempts(incident());
      },
    };
  }

  get isOpen(): boolean {
    return this.#found !== undefined;
  }

  /** The text or the cursor is another one now. */
  look(text: string, cursor: number): void {
    const found = completionsAt(text, cursor, this.#known);
    if (found?.from !== this.#dismissed) this.#dismissed = -1;
    this.#found = found?.from === this.#dismissed ? undefined : found;
    if (this.#found) this.store.setState({ options: this.#found.options, active: -1 }, true);
    else this.#hide();
  }

  /** The cursor went elsewhere. */
  moved(cursor: number): void {
    if (this.#found && this.#found.to !== cursor) this.close();
  }

  close(): void {
    this.#found = undefined;
    this.#hide();
  }

  dismiss(): void {
    this.#dismissed = this.#found?.from ?? -1;
    this.close();
  }

  /** Goes up or down the list, around in a ring; the list stands above the pad, so up begins at its end. */
  step(by: 1 | -1): void {
    const { options, active } = this.store.getState();
    const from = active === -1 && by === -1 ? 0 : active;
    this.store.setState({ active: (from + by + options.length) % options.length });
  }

  /** What is to be put in where, for the option at `index`, else the active one, else the first. */
  chosen(index = Math.max(0, this.store.getState().active)): (Completions & { insert: string }) | undefined {
    const option = this.#found?.options[index];
    return this.#found && option && { ...this.#found, insert: option.insert };
  }

  #hide(): void {
    if (this.store.getState() !== CLOSED) this.store.setState(CLOSED, true);
  }
}
