import type { GoldenLists } from './golden';

/** What is no row, and what is said of each file; as read on the day this was written. */
export const CHAT_LISTS: GoldenLists = {
  'slack-export-nasty': {
    format: 'slack',
    duplicates: [
      {
        where: 'testing-ops/2019-02-08.json, message 4, line 24',
        reason: 'the same as testing-ops/2019-02-08.json, message 3, line 17',
      },
      {
        where: 'testing-ops/2019-02-08.json, message 5, line 31',
        reason: 'has the id of testing-ops/2019-02-08.json, message 3, line 17 but says something else',
      },
    ],
    unreadable: [
      {
        where: 'testing-ops/2019-02-09.json, message 23, line 263',
        reason: 'ts is none of Slack’s times: 1549676040.0001',
      },
      {
        where: 'testing-ops/2019-02-09.json, message 24, line 269',
        reason: 'ts is none of Slack’s times: missing',
      },
      {
        where: 'testing-ops/2019-02-09.json, message 27, line 286',
        reason: 'ts is none of Slack’s times: “”',
      },
      {
        where: 'testing-ops/2019-02-09.json, message 28, line 292',
        reason: 'ts is none of Slack’s times: “0.000000”',
      },
      {
        where: 'testing-ops/2019-02-09.json, message 30, line 307',
        reason: 'is no message but “not an object”',
      },
      {
        where: 'testing-ops/2019-02-09.json, message 31, line 308',
        reason: 'is no message but null',
      },
      {
        where: 'testing-ops/2019-02-09.json, message 32, line 309',
        reason: 'is no message but 42',
      },
      {
        where: 'testing-ops/2019-02-11.json, line 1, character 62',
        reason: 'the file is cut off here; what stands before was read',
      },
      {
        where: 'testing-ops/canvas_in_the_conversation.json',
        reason: 'is no list of messages',
      },
    ],
    warnings: [
      'Some ids stand twice in the list of users; the first name counts: U0KATY002.',
      'Some people in the list of users have no id: users.json, line 140.',
      '1 of the duplicates say something else than the record with the same id; tick them to import them too.',
    ],
    people: [
      'noor',
      'U0GHOST99',
      'Ben Adeyemi',
      'cb',
      'stefan',
      'B0PAGER01',
      'deploybot',
      'Katya',
      'Slackbot',
    ],
  },
  'slack-export-plain': {
    format: 'slack',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: ['noor', 'Katya', 'clay', 'github', 'stefan'],
  },
  'pagerduty-log-entries-plain.json': {
    format: 'pagerduty',
    duplicates: [],
    unreadable: [],
    warnings: [],
    people: ['Managed hubs', 'Primary Engineer'],
  },
  'pagerduty-log-entries-nasty.json': {
    format: 'pagerduty',
    duplicates: [
      {
        where: 'log_entries 8, line 266',
        reason: 'the same as log_entries 7, line 232',
      },
    ],
    unreadable: [
      {
        where: 'log_entries 15, line 523',
        reason: 'created_at is no date and time with a zone: null',
      },
      {
        where: 'log_entries 16, line 530',
        reason: 'created_at is no date and time with a zone: “12/08/2025 17:11”',
      },
      {
        where: 'log_entries 18, line 540',
        reason: 'is no log entry but “garbage”',
      },
    ],
    warnings: [
      'Some entries have no id and are told apart by time and text: log_entries 17, line 535.',
      'PagerDuty has more entries than are in this file (more: true); save the other pages too: line 1.',
    ],
    people: ['Primary Engineer', 'Managed hubs', 'Second Engineer'],
  },
};
