import { isRecord } from '../domain/shape';
import { readAlert, readPayload, type Fingerprints } from './alertRows';
import { formatOf, formatOfList } from './detectFormat';
import type { ImportFormat } from './importTypes';
import type { JsonUnit, Torn } from './jsonUnits';
import { parseLossless } from './losslessJson';
import { readOpsgenieLog, readOpsgeniePage, readOpsgenieWebhook } from './opsgenie';
import { readPagerDutyEntry, readPagerDutyPage } from './pagerDuty';
import type { ReadingUnderWay } from './readingUnderWay';
import { listIn, type Fields } from './recordFields';
import { readSlackMessage } from './slackMessage';
import type { SlackNames } from './slackText';

interface Waiting {
  readonly value: unknown;
  readonly where: string;
}

/** Records without a known form before the first that has one; more is no file of ours. */
const MOST_UNKNOWN = 10_000;
const NO_NAMES: SlackNames = { users: new Map(), channels: new Map() };

/**
 * Reads the units of a JSON file whose format is not known yet. What one record shows to be is what the whole
 * file is; records that came before it wait, and those without a form are read as that format and refused.
 */
export class JsonFile {
  readonly #into: ReadingUnderWay;
  readonly #seen: Fingerprints = new Map();
  #format: ImportFormat | undefined;
  #waiting: Waiting[] = [];
  /** Alerts wait for what is around them: it says who sent them. */
  #alerts: Waiting[] = [];

  constructor(into: ReadingUnderWay) {
    this.#into = into;
  }

  get format(): ImportFormat | undefined {
    return this.#format;
  }

  unit({ list, index, line, text }: JsonUnit): void {
    const where =
      list === null ? `line ${line}` : `${list === '' ? 'record ' : `${list} `}${index + 1}, line ${line}`;
    const value = this.#parsed(text, where);
    if (value === BROKEN) return;
    if (list === null) return this.#around(value as Fields, where);
    if (list === 'alerts') this.#alerts.push({ value, where });
    else this.#record(value, where, list === '' ? undefined : formatOfList(list));
  }

  /** One line of a file with a document on each; null for one that is too long. */
  line(text: string | null, line: number): void {
    const where = `line ${line}`;
    const value = this.#parsed(text, where);
    if (value !== BROKEN) this.#whole(value, where);
  }

  end(torn: Torn | undefined): void {
    if (this.#alerts.length > 0) this.#takeAlerts({});
    if (torn) {
      this.#into.refuse(
        `line ${torn.line}, character ${torn.offset}`,
        'the file is cut off here; what stands before was read',
      );
    }
    if (this.#format === undefined) return;
    for (const { value, where } of this.#waiting.splice(0)) this.#read(value, where, this.#format);
  }

  #parsed(text: string | null, where: string): unknown {
    if (text === null) {
      this.#into.refuse(where, 'is longer than four million characters');
      return BROKEN;
    }
    try {
      return parseLossless(text);
    } catch {
      this.#into.refuse(where, text.length > 2 ? 'is cut off or no JSON' : 'is no JSON');
      return BROKEN;
    }
  }

  /** What stands around the lists of a document, or a document without any. */
  #around(value: Fields, where: string): void {
    const format = formatOf(value);
    if (this.#alerts.length > 0) return this.#takeAlerts(value);
    if ('log_entries' in value) {
      this.#take('pagerduty');
      readPagerDutyPage(value, where, this.#into);
    } else if ((format ?? this.#format) === 'opsgenie-logs' && Array.isArray(value['data'])) {
      this.#take('opsgenie-logs');
      readOpsgeniePage(value, where, this.#into);
    } else if (format === 'slack' && Array.isArray(value['messages'])) this.#take('slack');
    else this.#whole(value, where);
  }

  /** A document: a page or a payload is taken apart, all else is a record. */
  #whole(value: unknown, where: string): void {
    if (isRecord(value)) {
      if (Array.isArray(value['alerts'])) {
        this.#alerts = inside(value['alerts'], `${where}, alert`);
        if (this.#alerts.length === 0) this.#into.refuse(where, 'is a payload without alerts');
        return this.#takeAlerts(value);
      }
      for (const list of ['log_entries', 'data', 'messages'] as const) {
        if (!Array.isArray(value[list]) || (list === 'data' && formatOf(value) === undefined)) continue;
        for (const one of inside(value[list], `${where}, record`))
          this.#record(one.value, one.where, formatOfList(list));
        return this.#around({ ...value, [list]: [] }, where);
      }
      if (isRecord(value['log_entry'])) return this.#record(value['log_entry'], where, 'pagerduty');
    } else if (Array.isArray(value)) {
      for (const one of inside(value, `${where}, record`)) this.#record(one.value, one.where, undefined);
      return;
    }
    this.#record(value, where, undefined);
  }

  #record(value: unknown, where: string, listed: ImportFormat | undefined): void {
    if (isRecord(value) && hasRecords(value)) {
      return this.#whole(value, where);
    }
    const format = formatOf(value) ?? listed;
    if (format !== undefined) this.#take(format);
    const known = format ?? this.#format;
    if (known !== undefined) this.#read(value, where, known);
    else if (this.#waiting.length < MOST_UNKNOWN) this.#waiting.push({ value, where });
  }

  #take(format: ImportFormat): void {
    this.#format ??= format;
  }

  #takeAlerts(payload: Fields): void {
    const grafana =
      formatOf({ ...payload, alerts: [] }) === 'grafana' ||
      this.#alerts.some(({ value }) => isGrafanaAlert(value));
    this.#take(grafana ? 'grafana' : 'alertmanager');
    const [first] = this.#alerts;
    readPayload(payload, first?.where ?? 'the payload', this.#into);
    for (const { value, where } of this.#alerts.splice(0)) {
      readAlert(value, payload, {
        where,
        into: this.#into,
        seen: this.#seen,
        source: grafana ? 'Grafana' : 'Alertmanager',
      });
    }
  }

  #read(value: unknown, where: string, format: ImportFormat): void {
    const into = this.#into;
    if (format === 'pagerduty') readPagerDutyEntry(value, where, into);
    else if (format === 'opsgenie-logs') readOpsgenieLog(value, where, into);
    else if (format === 'opsgenie-webhook') readOpsgenieWebhook(value, where, into);
    else if (format === 'slack') readSlackMessage(value, { where, channel: '', names: NO_NAMES, into });
    else
      readAlert(
        value,
        {},
        { where, into, seen: this.#seen, source: format === 'grafana' ? 'Grafana' : 'Alertmanager' },
      );
  }
}

const BROKEN = Symbol('broken');

/** A page or a payload among others. */
const hasRecords = (value: Fields): boolean =>
  ['alerts', 'log_entries', 'messages'].some((list) => Array.isArray(value[list])) ||
  (Array.isArray(value['data']) && formatOf(value) !== undefined);

const inside = (list: unknown, where: string): Waiting[] =>
  listIn(list).map((value, i) => ({ value, where: `${where} ${i + 1}` }));

const isGrafanaAlert = (value: unknown): boolean =>
  isRecord(value) && ('silenceURL' in value || 'valueString' in value || 'dashboardURL' in value);
