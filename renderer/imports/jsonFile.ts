import { isRecord } from '../domain/shape';
import { readAlert, readPayload, type Fingerprints } from './alertRows';
import { formatOf, formatOfList, RECORD_LISTS, recordListOf } from './detectFormat';
import type { ImportFormat } from './importTypes';
import { asPart, closedOff, insideText, membersOf, placeOf, type JsonPiece } from './jsonPieces';
import type { JsonUnit, Torn } from './jsonUnits';
import { holdsRecords, innerOf } from './jsonWrappers';
import { parseLossless } from './losslessJson';
import type { MorePages } from './morePages';
import type { ReadingUnderWay } from './readingUnderWay';
import { readJsonRecord } from './jsonRecord';
import type { Fields } from './recordFields';

/** Records without a known form before the first that has one; more is no file of ours. */
const MOST_UNKNOWN = 10_000;

/** What several files that are read together share. */
export interface JsonReading {
  readonly into: ReadingUnderWay;
  readonly seen: Fingerprints;
  readonly pages: MorePages;
  /** '' for the only file. */
  readonly name: string;
}

/**
 * Reads the units of a JSON file whose format is not known yet. What one record shows to be is what the whole
 * file is; records that came before it wait, and those without a form are read as that format and refused.
 */
export class JsonFile {
  readonly #reading: JsonReading;
  #format: ImportFormat | undefined;
  #waiting: JsonPiece[] = [];
  /** Alerts wait for what is around them: it says who sent them. */
  #alerts: JsonPiece[] = [];
  /** Records of the document being read that came before what is around them. */
  #streamed = 0;

  constructor(reading: JsonReading) {
    this.#reading = reading;
  }

  get format(): ImportFormat | undefined {
    return this.#format;
  }

  unit({ list, index, line, text }: JsonUnit): void {
    const path = list === null ? '' : `${list === '' ? 'record' : list} ${index + 1}`;
    const piece = this.#parsed(text, path, line);
    if (piece && list === null) return this.#around(piece);
    if (list !== null && list !== '') this.#streamed += 1;
    if (!piece) return;
    if (list === 'alerts') this.#alerts.push(piece);
    else this.#record(piece, list === null ? undefined : formatOfList(list));
  }

  /** One line of a file with a document on each; null for one that is too long. */
  line(text: string | null, line: number): void {
    const piece = this.#parsed(text, '', line);
    if (piece) this.#record(piece, undefined);
  }

  end(torn: Torn | undefined): void {
    if (this.#alerts.length > 0) this.#takeAlerts({});
    else if (torn && torn.around !== '') this.#takeCutOff(torn);
    if (torn) {
      this.#refuse(
        `line ${torn.line}, character ${torn.offset}`,
        'the file is cut off here; what stands before was read',
      );
    }
    if (this.#format === undefined) return;
    for (const piece of this.#waiting.splice(0)) this.#read(piece, this.#format);
  }

  #parsed(text: string | null, path: string, line: number): JsonPiece | undefined {
    const where = placeOf({ path, line });
    if (text === null) {
      this.#refuse(where, 'is longer than four million characters');
      return undefined;
    }
    try {
      return { value: parseLossless(text), text, line, path };
    } catch {
      this.#refuse(where, text.length > 2 ? 'is cut off or no JSON' : 'is no JSON');
      return undefined;
    }
  }

  /** A document with wrappers around its records; of one whose records came by themselves nothing is left. */
  #takeCutOff({ around, aroundLine }: Torn): void {
    const text = this.#streamed > 0 ? undefined : closedOff(around);
    const piece = text && insideText({ value: text, text, line: aroundLine, path: '' });
    if (piece && holdsRecords(piece, 0)) this.#record({ ...piece, isQuoted: false }, undefined);
  }

  /** What stands around the lists of a document, or a document without any. */
  #around(piece: JsonPiece): void {
    const { value } = piece;
    const streamed = this.#streamed;
    this.#streamed = 0;
    if (!isRecord(value)) return this.#record(piece, undefined);
    if (this.#alerts.length > 0) return this.#takeAlerts(value);
    const format = formatOf(value);
    if (streamed === 0 && (format === undefined || recordListOf(value) === 'alerts'))
      return this.#record(piece, undefined);
    if (RECORD_LISTS.some((list) => Array.isArray(value[list]))) {
      this.#take(format);
      return this.#page(value, piece);
    }
    this.#record(piece, undefined);
  }

  /** A page or a payload is taken apart, and so is what is wrapped around some; all else is a record. */
  #record(piece: JsonPiece, listed: ImportFormat | undefined): void {
    const { value } = piece;
    const list = recordListOf(value);
    if (isRecord(value) && list !== undefined) return this.#takeList(piece, value, list);
    const format = formatOf(value) ?? listed;
    if (formatOf(value) === undefined && holdsRecords(piece, 0)) {
      for (const inner of innerOf(piece)) if (holdsRecords(inner, 1)) this.#record(inner, listed);
      return;
    }
    this.#take(format);
    const known = format ?? this.#format;
    if (known !== undefined) this.#read(piece, known);
    else if (this.#waiting.length < MOST_UNKNOWN) this.#waiting.push(piece);
  }

  #takeList(piece: JsonPiece, value: Fields, list: string): void {
    const items = [...membersOf(piece)].findLast(({ key }) => key === list);
    const found = items ? [...membersOf(items)] : [];
    const name = list === 'alerts' ? 'alert' : 'record';
    const pieces = found.map((one, i) => asPart({ ...one, outer: value }, piece, `${name} ${i + 1}`));
    if (list === 'alerts') {
      if (pieces.length === 0) this.#refuse(this.#place(piece), 'is a payload without alerts');
      this.#alerts = pieces;
      return this.#takeAlerts(value);
    }
    this.#take(formatOf(value));
    for (const one of pieces) this.#record(one, formatOfList(list));
    this.#page(value, piece);
  }

  #page(value: Fields, piece: JsonPiece): void {
    this.#reading.pages.read(value, this.#place(piece));
  }

  #take(format: ImportFormat | undefined): void {
    this.#format ??= format;
  }

  #takeAlerts(payload: Fields): void {
    const grafana =
      formatOf({ ...payload, alerts: [] }) === 'grafana' ||
      this.#alerts.some(({ value }) => isGrafanaAlert(value));
    this.#take(grafana ? 'grafana' : 'alertmanager');
    const { into, seen } = this.#reading;
    const [first] = this.#alerts;
    readPayload(payload, first ? this.#place(first) : 'the payload', into);
    for (const piece of this.#alerts.splice(0)) {
      const source = grafana ? 'Grafana' : 'Alertmanager';
      readAlert(piece.value, payload, { where: this.#place(piece), into, seen, source });
    }
  }

  #read(piece: JsonPiece, format: ImportFormat): void {
    const { into, seen } = this.#reading;
    readJsonRecord(piece, format, { where: this.#place(piece), into, seen });
  }

  #place(piece: JsonPiece): string {
    return this.#named(placeOf(piece));
  }

  #named(where: string): string {
    return this.#reading.name === '' ? where : `${this.#reading.name}, ${where}`;
  }

  #refuse(where: string, reason: string): void {
    this.#reading.into.refuse(this.#named(where), reason);
  }
}

const isGrafanaAlert = (value: unknown): boolean =>
  isRecord(value) &&
  ['silenceURL', 'valueString', 'dashboardURL', 'panelURL', 'imageURL'].some((field) => field in value);
