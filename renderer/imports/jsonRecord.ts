import { readAlert, type Fingerprints } from './alertRows';
import { isAnnotation, isLegacyAlert, readAnnotation, readLegacyAlert } from './grafanaOlder';
import type { ImportFormat } from './importTypes';
import type { JsonPiece } from './jsonPieces';
import { readOpsgenieLog, readOpsgenieWebhook } from './opsgenie';
import { readPagerDutyEntry } from './pagerDuty';
import { pagerDutyEventIn, readPagerDutyEvent } from './pagerDutyEvent';
import type { ReadingUnderWay } from './readingUnderWay';
import { fieldsOf } from './recordFields';
import { readSlackMessage } from './slackMessage';
import type { SlackNames } from './slackText';

const NO_NAMES: SlackNames = { users: new Map(), channels: new Map() };

interface Way {
  readonly where: string;
  readonly into: ReadingUnderWay;
  readonly seen: Fingerprints;
}

/** Reads one record as its file's format has it, whichever of the format's forms it is. */
export function readJsonRecord(
  { value, outer = {} }: JsonPiece,
  format: ImportFormat,
  { where, into, seen }: Way,
): void {
  const event = pagerDutyEventIn(value);
  if (format === 'pagerduty' && event) readPagerDutyEvent(event, where, into);
  else if (format === 'pagerduty') readPagerDutyEntry(value, where, into);
  else if (format === 'opsgenie-logs') readOpsgenieLog(value, where, into);
  else if (format === 'opsgenie-webhook') readOpsgenieWebhook(value, where, into);
  else if (format === 'slack') readSlackMessage(value, { where, channel: '', names: NO_NAMES, into });
  else if (isLegacyAlert(value)) readLegacyAlert(fieldsOf(value), outer, where, into);
  else if (isAnnotation(value)) readAnnotation(fieldsOf(value), where, into);
  else readAlert(value, {}, { where, into, seen, source: format === 'grafana' ? 'Grafana' : 'Alertmanager' });
}
