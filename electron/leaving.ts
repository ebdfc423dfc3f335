import type { LeaveAnswer } from './contract';
import type { After } from './syncSoon';

/** A page that has said nothing by then will not: the program ends without its word. */
const ANSWER_MS = 2000;
/** How long a closed window's question waits for a person; a script that closes it waits, too. */
const CHOICE_MS = 10_000;

export interface LeavingPorts {
  /** Asks the page what to do; false when there is none to ask. */
  readonly askPage: (how: 'close' | 'quit') => boolean;
  /** Ends in order. */
  readonly end: () => void;
  readonly hide: () => void;
  readonly after: After;
}

/**
 * A person closes the window or chooses Quit. Only the page knows whether an incident is live; it answers
 * at once that nothing is, or asks the person (END1).
 *
 * Whatever the page does, closing the window ends in something: a question that nobody answers ends the
 * program after ten seconds, since a script that closed the window can't be told from a person.
 */
export class Leaving {
  private cancel: (() => void) | null = null;

  constructor(private readonly ports: LeavingPorts) {}

  /** Closing it a second time, while it asks, is an answer. */
  windowClosed(): void {
    if (this.cancel !== null || !this.ports.askPage('close')) this.end();
    else this.wait(ANSWER_MS);
  }

  quitChosen(): void {
    if (!this.ports.askPage('quit')) this.end();
    else this.wait(ANSWER_MS);
  }

  answered(answer: LeaveAnswer): void {
    this.cancel?.();
    this.cancel = null;
    switch (answer) {
      case 'quit':
        return this.end();
      case 'background':
        return this.ports.hide();
      case 'asking':
        return this.wait(CHOICE_MS);
      case 'stay':
        return undefined;
    }
  }

  private wait(ms: number): void {
    this.cancel?.();
    this.cancel = this.ports.after(ms, () => this.end());
  }

  private end(): void {
    this.cancel?.();
    this.cancel = null;
    this.ports.end();
  }
}
