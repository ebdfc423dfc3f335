import { isRecord } from '../domain/shape';
import { isAnnotation, isLegacyAlert } from './grafanaOlder';
import type { ImportFormat } from './importTypes';
import { pagerDutyEventIn } from './pagerDutyEvent';

/** What a record looks like, by the fields that only one format has; undefined when by none (IMP1). */
export function formatOf(value: unknown): ImportFormat | undefined {
  if (!isRecord(value)) return undefined;
  const { type } = value;
  if (Array.isArray(value['log_entries'])) return 'pagerduty';
  if (typeof type === 'string' && type.endsWith('_log_entry')) return 'pagerduty';
  if (pagerDutyEventIn(value)) return 'pagerduty';
  if (isLegacyAlert(value) || isAnnotation(value)) return 'grafana';
  if (Array.isArray(value['alerts'])) return isGrafana(value) ? 'grafana' : 'alertmanager';
  if ('action' in value && 'alert' in value) return 'opsgenie-webhook';
  if (('log' in value || 'note' in value) && ('createdAt' in value || 'owner' in value))
    return 'opsgenie-logs';
  if (Array.isArray(value['data']) && ('paging' in value || 'requestId' in value || 'took' in value)) {
    return 'opsgenie-logs';
  }
  if (type === 'message' || ('ts' in value && ('user' in value || 'bot_id' in value || 'text' in value))) {
    return 'slack';
  }
  if (Array.isArray(value['messages']) && value['messages'].length === 0) return 'slack';
  if ('fingerprint' in value && 'startsAt' in value) return 'alertmanager';
  return undefined;
}

/** Grafana's payload is Alertmanager's with an `orgId`, and counts its versions anew (formats.md §5). */
const isGrafana = (value: { readonly [field: string]: unknown }): boolean =>
  'orgId' in value || value['version'] === '1' || ('title' in value && 'state' in value);

/** The format whose records stand in a list of this name. */
export function formatOfList(list: string): ImportFormat | undefined {
  if (list === 'log_entries') return 'pagerduty';
  if (list === 'messages') return 'slack';
  return undefined;
}

/** Lists whose items are records, by the name they have in a page or a payload. */
export const RECORD_LISTS: readonly string[] = ['alerts', 'log_entries', 'data', 'messages'];

/** The list of records a page or a payload has; undefined for all else. */
export function recordListOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  return RECORD_LISTS.find(
    (list) => Array.isArray(value[list]) && (list !== 'data' || formatOf(value) !== undefined),
  );
}
