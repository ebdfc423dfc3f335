import { readTimeCell, utcOf, type OwnZone, type TimeCell } from './csvTimes';
import type { ImportOptions, ImportQuestions, WallClock } from './importTypes';
import type { ReadingUnderWay } from './readingUnderWay';
import { shown } from './recordFields';
import { plausible, type FineInstant } from './recordTimes';
import { ambiguousZoneIn } from '../domain/zoneOffsets';

const QUARTER = 900_000;
const NO_ZONE: OwnZone = { offset: undefined };
const IMPLAUSIBLE = 'its time is none at which an incident may have happened';

/**
 * The column of times of a table. It is looked at as a whole first: one 25/03 tells how 03/04 is meant, and what
 * nothing tells is asked, with an answer taken meanwhile and said (IMP6).
 */
export class TimeColumn {
  readonly #options: ImportOptions;
  readonly #utc: boolean;
  readonly #into: ReadingUnderWay;
  /** How far the zone's clocks are ahead, by the quarter of an hour they show: none, one or two. */
  readonly #offsets = new Map<number, readonly number[]>();
  #dayFirst = 0;
  #monthFirst = 0;
  #either = 0;
  #asksZone = false;
  readonly #asked = new Set<string>();
  #asksDate = false;
  #asksOverlap = false;
  /** The day of the last row that named one, as its wall clock had it. */
  #lastDay: Pick<WallClock, 'year' | 'month' | 'day'> | undefined;

  constructor(options: ImportOptions, utc: boolean, into: ReadingUnderWay) {
    this.#options = options;
    this.#utc = utc;
    this.#into = into;
  }

  /** Before any cell is read. */
  look(text: string): void {
    const zone = ambiguousZoneIn(text);
    if (zone !== undefined) this.#asked.add(zone);
    const cell: TimeCell | undefined = readTimeCell(text, this.#options.zones);
    this.#lookAtOrder(text);
    if (cell?.kind === 'either') this.#either += 1;
    if (cell?.kind === 'wall') this.#lastDay ??= cell.wall;
    if (cell?.kind === 'instant') this.#lastDay ??= dayOf(cell.when.at);
  }

  /** Counts what tells the order; only slashes and dashes leave it open. */
  #lookAtOrder(text: string): void {
    const match = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d/.exec(text);
    if (!match) return;
    if (Number(match[1]) > 12) this.#dayFirst += 1;
    else if (Number(match[2]) > 12) this.#monthFirst += 1;
  }

  /** The instant a cell means, or why there is none. */
  read(text: string, where: string): FineInstant | string {
    if (text === '') return 'has no time';
    const cell = readTimeCell(text, this.#options.zones);
    const zone = cell ? undefined : ambiguousZoneIn(text);
    if (zone !== undefined) return `${zone} is the name of several zones; say which one is meant`;
    if (!cell) return `its time is none this version reads: ${shown(text)}`;
    switch (cell.kind) {
      case 'instant':
        this.#lastDay = dayOf(cell.when.at);
        this.#tellAbbreviation(cell, where);
        return cell.when;
      case 'day':
        return `names a day but no time of day: ${shown(text)}`;
      case 'clock':
        return this.#onBaseDate(cell, where);
      case 'wall':
        return this.#local(cell.wall, NO_ZONE, where);
      case 'either':
        return this.#local(this.#isDayFirst ? cell.dayFirst : cell.monthFirst, cell, where);
    }
  }

  questions(): Omit<ImportQuestions, 'columns'> {
    const dateOrder = this.#either > 0 && !this.#isOrderTold;
    if (dateOrder) {
      const order = this.#options.dateOrder === 'day-first' ? 'day, then month' : 'month, then day';
      this.#into.warn(`Dates such as 03/04/2020 can be meant in two ways; they were read as ${order}`);
    }
    if (this.#asksZone) this.#into.warn(`Times without a zone were read as ${this.#options.timeZone}`);
    return {
      zone: this.#asksZone,
      zones: [...this.#asked].toSorted(),
      dateOrder,
      baseDate: this.#asksDate,
      overlap: this.#asksOverlap,
    };
  }

  /** Clocks are put forward and back at quarters of an hour, and asking for a zone's offset costs more than a row. */
  #offsetsAt(utc: number, wall: WallClock): readonly number[] {
    const quarter = Math.floor(utc / QUARTER) * QUARTER;
    const known = this.#offsets.get(quarter);
    if (known) return known;
    const minute = wall.minute - (wall.minute % 15);
    const start = { ...wall, minute, second: 0, millisecond: 0 };
    const { timeZone, instantsOf } = this.#options;
    const offsets = instantsOf(start, timeZone).map((at) => quarter - at);
    this.#offsets.set(quarter, offsets);
    return offsets;
  }

  get #isOrderTold(): boolean {
    return this.#dayFirst > 0 !== this.#monthFirst > 0;
  }

  get #isDayFirst(): boolean {
    return this.#isOrderTold ? this.#dayFirst > 0 : this.#options.dateOrder === 'day-first';
  }

  #tellAbbreviation({ abbreviation }: Pick<OwnZone, 'abbreviation'>, where: string): void {
    if (abbreviation === undefined) return;
    this.#into.warn(
      `${abbreviation} was taken for the zone it mostly means; write an offset to be sure`,
      where,
    );
  }

  #onBaseDate(cell: TimeCell & { readonly kind: 'clock' }, where: string): FineInstant | string {
    this.#asksDate = true;
    const said = /^(\d{4})-(\d\d)-(\d\d)$/.exec(this.#options.baseDate ?? '');
    const day = said
      ? { year: Number(said[1]), month: Number(said[2]), day: Number(said[3]) }
      : this.#lastDay;
    if (!day) return 'is a time without a day; say which day is meant';
    if (!said) this.#into.warn('Some times name no day; that of the row above was taken', where);
    return this.#local({ ...day, ...cell.clock }, cell, where);
  }

  #local(wall: WallClock, own: OwnZone, where: string): FineInstant | string {
    const utc = utcOf(wall);
    if (utc === undefined) return 'there is no such day';
    this.#lastDay = wall;
    this.#tellAbbreviation(own, where);
    if (own.offset !== undefined) return plausible(utc - own.offset * 60_000) ?? IMPLAUSIBLE;
    if (!this.#utc) this.#asksZone = true;
    const { timeZone, overlap } = this.#options;
    const zone = this.#utc ? 'UTC' : timeZone;
    const found = zone === 'UTC' ? [utc] : this.#offsetsAt(utc, wall).map((offset) => utc - offset);
    if (found.length === 0) return `that time did not exist in ${zone}: clocks went forward over it`;
    if (found.length > 1) {
      this.#asksOverlap = true;
      this.#into.warn(
        `Some times happened twice in ${zone}, when clocks went back; the ${overlap} one was taken`,
        where,
      );
    }
    return plausible((overlap === 'later' ? found.at(-1) : found[0]) ?? utc) ?? IMPLAUSIBLE;
  }
}

function dayOf(at: number): Pick<WallClock, 'year' | 'month' | 'day'> {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
