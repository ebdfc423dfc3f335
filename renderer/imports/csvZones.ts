import { ambiguousZoneIn } from '../domain/zoneOffsets';
import { readTimeCell, type OwnZone, type SaidZones, type TimeCell } from './csvTimes';

/** A time every zone's clock has shown once, to read the name of a zone behind it. */
const ANY_TIME = '2020-01-15 12:00';
const ANY_INSTANT = Date.UTC(2020, 0, 15, 12);

/** A cell as it is meant, or why it has no meaning yet. */
export interface ZonedCell {
  readonly cell?: TimeCell;
  /** The cell, and the zone if it was told beside it. */
  readonly whole: string;
  /** An abbreviation that means several zones. */
  readonly asked?: string;
}

/** Reads cells in the zone they name, or else in the one that stands beside them or in their column's name (IMP12). */
export class ZonedCells {
  readonly #zones: SaidZones | undefined;
  readonly #said: string | undefined;

  constructor(zones: SaidZones | undefined, said: string | undefined, isZone: (name: string) => boolean) {
    this.#zones = zones;
    this.#said = said !== undefined && isMeantAsZone(said, isZone) ? said : undefined;
  }

  read(text: string, beside: string): ZonedCell {
    const own = readTimeCell(text, this.#zones);
    const zone = beside.trim() || this.#said;
    const isBare = own && own.kind !== 'instant' && own.kind !== 'day' && isWithoutZone(own);
    const whole = isBare && zone !== undefined ? `${text} ${zone}` : text;
    const asked = ambiguousZoneIn(whole);
    const cell = whole === text ? own : this.#inZone(own, zone ?? '');
    return { whole, ...(cell && { cell }), ...(asked !== undefined && { asked }) };
  }

  /** A spreadsheet's number takes no zone behind it, so the zone is read by itself. */
  #inZone(cell: TimeCell | undefined, zone: string): TimeCell | undefined {
    const read = readTimeCell(`${ANY_TIME} ${zone}`, this.#zones);
    if (cell === undefined || cell.kind === 'instant' || cell.kind === 'day' || !read) return undefined;
    if (read.kind === 'instant') {
      const { abbreviation } = read;
      const offset = (ANY_INSTANT - read.when.at) / 60_000;
      return { ...cell, offset, ...(abbreviation !== undefined && { abbreviation }) };
    }
    return read.kind === 'wall' && read.timeZone !== undefined
      ? { ...cell, timeZone: read.timeZone }
      : undefined;
  }
}

/** In brackets behind a column's name may stand anything. */
function isMeantAsZone(said: string, isZone: (name: string) => boolean): boolean {
  const time = `${ANY_TIME} ${said}`;
  if (ambiguousZoneIn(time) !== undefined) return true;
  const read = readTimeCell(time);
  return read?.kind === 'wall'
    ? read.timeZone !== undefined && isZone(read.timeZone)
    : read?.kind === 'instant';
}

const isWithoutZone = ({ offset, timeZone }: OwnZone): boolean =>
  offset === undefined && timeZone === undefined;
