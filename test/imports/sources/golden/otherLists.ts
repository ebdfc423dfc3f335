import type { GoldenLists } from './golden';

/** What is no row, and what is said of each file; as read on the day this was written. */
export const OTHER_LISTS: GoldenLists = {
  'opsgenie-alert-logs-plain.json': {
    format: 'opsgenie-logs',
    duplicates: [],
    unreadable: [],
    warnings: [
      'Opsgenie may have more rows than are in this file (paging.next); save the other pages too: line 1.',
    ],
    people: ['System', 'oncall@example.org'],
  },
  'opsgenie-alert-logs-nasty.json': {
    format: 'opsgenie-logs',
    duplicates: [
      {
        where: 'data 8, line 52',
        reason: 'the same as data 1, line 3',
      },
    ],
    unreadable: [
      {
        where: 'data 14, line 91',
        reason: 'createdAt is no time: “”',
      },
    ],
    warnings: [
      'Some times are written as numbers; their unit was told by their length: data 11, line 70; data 12, line 77.',
    ],
    people: ['System', 'oncall@example.org', '=cmd|x'],
  },
  'opsgenie-webhook-plain.json': {
    format: 'opsgenie-webhook',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: ['System', 'oncall@example.org'],
  },
  'opsgenie-webhook-nasty.json': {
    format: 'opsgenie-webhook',
    duplicates: [
      {
        where: 'record 3, line 78',
        reason: 'the same as record 2, line 40',
      },
    ],
    unreadable: [
      {
        where: 'record 6, line 198',
        reason: 'alert.updatedAt is no time at which an incident may have happened: 0',
      },
      {
        where: 'record 8, line 276',
        reason: 'alert.createdAt is no time at which an incident may have happened: missing',
      },
      {
        where: 'record 9, line 280',
        reason: 'has no action: null',
      },
      {
        where: 'record 10, line 286',
        reason: 'alert.updatedAt is no time at which an incident may have happened: “9223372036854775808”',
      },
    ],
    warnings: [],
    people: ['oncall@example.org'],
  },
  'alertmanager-webhook-plain.json': {
    format: 'alertmanager',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: ['Alertmanager'],
  },
  'alertmanager-webhook-plain-resolved.json': {
    format: 'alertmanager',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: ['Alertmanager'],
  },
  'alertmanager-webhook-nasty.json': {
    format: 'alertmanager',
    duplicates: [],
    unreadable: [
      {
        where: 'alerts 5, line 71',
        reason: 'startsAt is no time: “0001-01-01T00:00:00Z”',
      },
      {
        where: 'alerts 6, line 80',
        reason: 'startsAt is no time: “not a date”',
      },
    ],
    warnings: [
      '37 more alerts were cut off by the sender (truncatedAlerts): alerts 1, line 5.',
      'Fingerprint b1b2c3d4e5f60718 stands on alerts that started at different times; all are kept: alerts 3, line 39.',
      'Fingerprint a1b2c3d4e5f60718 stands on alerts that started at different times; all are kept: alerts 4, line 55.',
      'Some alerts end before they start: alerts 7, line 89.',
    ],
    people: ['Alertmanager'],
  },
  'alertmanager-webhook-stream-nasty.ndjson': {
    format: 'alertmanager',
    duplicates: [
      {
        where: 'line 2, alert 1',
        reason: 'the same as line 1, alert 1',
      },
      {
        where: 'line 3, alert 1',
        reason: 'the same as line 1, alert 1',
      },
    ],
    unreadable: [
      {
        where: 'line 4',
        reason: 'is a payload without alerts',
      },
      {
        where: 'line 5',
        reason: 'is cut off or no JSON',
      },
    ],
    warnings: ['A payload has the unknown version “5”: the payload.'],
    people: ['Alertmanager'],
  },
  'grafana-webhook-plain.json': {
    format: 'grafana',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: ['Grafana'],
  },
  'grafana-webhook-plain-resolved.json': {
    format: 'grafana',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: ['Grafana'],
  },
  'grafana-webhook-nasty.json': {
    format: 'grafana',
    duplicates: [],
    unreadable: [
      {
        where: 'alerts 5, line 89',
        reason: 'startsAt is no time: missing',
      },
    ],
    warnings: [
      '2 more alerts were cut off by the sender (truncatedAlerts): alerts 1, line 6.',
      'Fingerprint 57c6d9296de2ad39 stands on alerts that started at different times; all are kept: alerts 2, line 26.',
    ],
    people: ['Grafana'],
  },
  'timeline-plain.csv': {
    format: 'csv',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: ['support', 'Pietro', 'Sean'],
  },
  'timeline-nasty.csv': {
    format: 'csv',
    duplicates: [
      {
        where: 'line 12',
        reason: 'the same as line 11',
      },
    ],
    unreadable: [
      {
        where: 'line 20',
        reason: 'has no time',
      },
      {
        where: 'line 22',
        reason: 'its time is none this version reads: “not a date”',
      },
      {
        where: 'line 23',
        reason: 'the row is blank',
      },
      {
        where: 'line 24',
        reason: 'the row is blank',
      },
    ],
    warnings: [
      'Some times name no day; that of the row above was taken: line 16.',
      'CET was taken for the zone it mostly means; write an offset to be sure: line 17.',
      'Some kinds are none of ours and became notes: line 21 (bogus-kind).',
      'Some rows have more or fewer cells than the header: line 25; line 26; line 27.',
      'A quote is opened and never closed; it was read to the end of its line: line 27.',
    ],
    people: ['support', 'Pietro', 'Sean', '@handle', '+44 20', '<script>alert(1)</script>'],
  },
  'timeline-nasty-semicolon-cp1252.csv': {
    format: 'csv',
    duplicates: [],
    unreadable: [],
    warnings: ['Times without a zone were read as UTC.'],
    people: [],
  },
  'timeline-nasty-tab-utf16.tsv': {
    format: 'csv',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: [],
  },
  'slack-export-plain.zip': {
    format: 'slack',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: ['noor', 'Katya', 'clay', 'github', 'stefan'],
  },
};
