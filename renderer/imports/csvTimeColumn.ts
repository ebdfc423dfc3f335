import { utcOf, type OwnZone, type TimeCell } from './csvTimes';
import { ZonedCells } from './csvZones';
import type { ImportOptions, ImportQuestions, WallClock } from './importTypes';
import type { ReadingUnderWay } from './readingUnderWay';
import { shown } from './recordFields';
import { plausible, type FineInstant } from './recordTimes';

const QUARTER = 900_000;
/** A wall clock that every zone has shown once. */
const NOON = Date.UTC(2020, 0, 15, 12);
const NOON_WALL = { year: 2020, month: 1, day: 15, hour: 12, minute: 0, second: 0, millisecond: 0 };
const IMPLAUSIBLE = 'its time is none at which an incident may have happened';

/**
 * The column of times of a table. It is looked at as a whole first: one 25/03 tells how 03/04 is meant, and what
 * nothing tells is asked, with an answer taken meanwhile and said (IMP6).
 */
export class TimeColumn {
  readonly #options: ImportOptions;
  readonly #cells: ZonedCells;
  readonly #into: ReadingUnderWay;
  /** How far a zone's clocks are ahead, by zone and the quarter of an hour they show: none, one or two. */
  readonly #offsets = new Map<string, readonly number[]>();
  #dayFirst = 0;
  #monthFirst = 0;
  #either = 0;
  #asksZone = false;
  readonly #asked = new Set<string>();
  #asksDate = false;
  #asksOverlap = false;
  /** The day of the last row that named one, as its wall clock had it. */
  #lastDay: Pick<WallClock, 'year' | 'month' | 'day'> | undefined;
  /** Of the first one that did, for rows above it. */
  #firstDay: Pick<WallClock, 'year' | 'month' | 'day'> | undefined;

  constructor(options: ImportOptions, said: string | undefined, into: ReadingUnderWay) {
    this.#options = options;
    this.#into = into;
    this.#cells = new ZonedCells(
      options.zones,
      said,
      (zone) => this.#offsetsIn(zone, NOON, NOON_WALL) !== undefined,
    );
  }

  /** Before any cell is read; `zone` is what a column of zones says beside it. */
  look(text: string, zone = ''): void {
    const { cell, asked } = this.#cells.read(text, zone);
    if (asked !== undefined) this.#asked.add(asked);
    this.#lookAtOrder(text);
    if (cell?.kind === 'either') this.#either += 1;
    if (cell?.kind === 'wall') this.#firstDay ??= cell.wall;
    if (cell?.kind === 'instant') this.#firstDay ??= dayOf(cell.when.at);
  }

  /** Counts what tells the order; only slashes and dashes leave it open. */
  #lookAtOrder(text: string): void {
    const match = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d/.exec(text);
    if (!match) return;
    if (Number(match[1]) > 12) this.#dayFirst += 1;
    else if (Number(match[2]) > 12) this.#monthFirst += 1;
  }

  /** Another file begins: the day of the last row of the one before says nothing of its times. */
  startAnew(): void {
    this.#lastDay = this.#firstDay;
  }

  /** The instant a cell means, or why there is none. */
  read(text: string, where: string, zone = ''): FineInstant | string {
    if (text === '') return 'has no time';
    const { cell, whole, asked } = this.#cells.read(text, zone);
    if (!cell && asked !== undefined) return `${asked} is the name of several zones; say which one is meant`;
    if (!cell) return `its time is none this version reads: ${shown(whole)}`;
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
        return this.#local(cell.wall, cell, where);
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

  /** Undefined for a zone that does not exist. */
  #offsetsIn(zone: string, utc: number, wall: WallClock): readonly number[] | undefined {
    try {
      return this.#offsetsAt(zone, utc, wall);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** Clocks are put forward and back at quarters of an hour, and asking for a zone's offset costs more than a row. */
  #offsetsAt(zone: string, utc: number, wall: WallClock): readonly number[] {
    const quarter = Math.floor(utc / QUARTER) * QUARTER;
    const key = `${zone} ${quarter}`;
    const known = this.#offsets.get(key);
    if (known) return known;
    const minute = wall.minute - (wall.minute % 15);
    const start = { ...wall, minute, second: 0, millisecond: 0 };
    const offsets = this.#options.instantsOf(start, zone).map((at) => quarter - at);
    this.#offsets.set(key, offsets);
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
    const { offset, micros } = own;
    if (offset !== undefined) return plausible(utc - offset * 60_000, micros) ?? IMPLAUSIBLE;
    if (own.timeZone === undefined) this.#asksZone = true;
    const { timeZone, overlap } = this.#options;
    const zone = own.timeZone ?? timeZone;
    const found = (zone === 'UTC' ? [0] : this.#offsetsIn(zone, utc, wall))?.map((ahead) => utc - ahead);
    if (!found) return `no time zone is called ${shown(zone)}`;
    if (found.length === 0) return `that time did not exist in ${zone}: clocks went forward over it`;
    if (found.length > 1) {
      this.#asksOverlap = true;
      this.#into.warn(
        `Some times happened twice in ${zone}, when clocks went back; the ${overlap} one was taken`,
        where,
      );
    }
    return plausible((overlap === 'later' ? found.at(-1) : found[0]) ?? utc, micros) ?? IMPLAUSIBLE;
  }
}

function dayOf(at: number): Pick<WallClock, 'year' | 'month' | 'day'> {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
