import type { Stamp } from '../../domain/ids';
import { itemAt, type SortedSequence } from '../../domain/sortedSequence';
import type { Entry } from '../../domain/timeline';

/** Heights and distances in CSS px. */
type Px = number;

/** What a row may measure in a list of that inner width; 0 before it is known. */
export type Guess = (entry: Entry, width: Px) => Px;

/**
 * How high each row is, measured or guessed, and with it where each row begins. A sequence shares its pieces
 * with the one before it, so one more row costs one piece, however many there are (LOG6).
 */
export class RowHeights {
  readonly #guess: Guess;
  #width: Px = 0;
  readonly #measured = new Map<Stamp, Px>();
  #sums = new WeakMap<readonly Entry[], Px>();

  constructor(guess: Guess) {
    this.#guess = guess;
  }

  /** From the top of the first row to the top of this one; for the length, the height of all. */
  topOf(rows: SortedSequence<Entry>, index: number): Px {
    let top = 0;
    for (const [i, piece] of rows.pieces.entries()) {
      const left = index - (rows.starts[i] ?? 0);
      if (left < piece.length) return top + this.#sum(piece, Math.max(0, left));
      top += this.#whole(piece);
    }
    return top;
  }

  /** The row that shows so far from the top of the first one; the first or the last beyond either end. */
  indexAt(rows: SortedSequence<Entry>, distance: Px): number {
    let left = distance;
    for (const [i, piece] of rows.pieces.entries()) {
      const whole = this.#whole(piece);
      if (left < whole) return (rows.starts[i] ?? 0) + this.#within(piece, left);
      left -= whole;
    }
    return Math.max(0, rows.length - 1);
  }

  /** What the row was found to measure; false when that was known. */
  measure(rows: SortedSequence<Entry>, index: number, height: Px): boolean {
    const entry = itemAt(rows, index);
    if (!entry || this.#heightOf(entry) === height) return false;
    this.#measured.set(entry.id, height);
    const piece = rows.starts.findLastIndex((start) => start <= index);
    this.#sums.delete(rows.pieces[piece] ?? []);
    return true;
  }

  /** Other rows are shown from now on, in pieces that may have been summed up long ago. */
  otherRows(): void {
    this.#sums = new WeakMap();
  }

  /** The list may have become wider or narrower: its texts break elsewhere then. */
  setWidth(width: Px): void {
    if (width === this.#width) return;
    this.#width = width;
    this.#measured.clear();
    this.otherRows();
  }

  #heightOf(entry: Entry): Px {
    return this.#measured.get(entry.id) ?? this.#guess(entry, this.#width);
  }

  #sum(piece: readonly Entry[], count: number): Px {
    let sum = 0;
    for (let i = 0; i < count; i += 1) {
      const entry = piece[i];
      if (entry) sum += this.#heightOf(entry);
    }
    return sum;
  }

  #whole(piece: readonly Entry[]): Px {
    const known = this.#sums.get(piece);
    if (known !== undefined) return known;
    const sum = this.#sum(piece, piece.length);
    this.#sums.set(piece, sum);
    return sum;
  }

  #within(piece: readonly Entry[], distance: Px): number {
    let left = distance;
    const index = piece.findIndex((entry) => (left -= this.#heightOf(entry)) < 0);
    return index < 0 ? piece.length - 1 : index;
  }
}
