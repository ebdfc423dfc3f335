import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoFine } from '../../../renderer/imports/recordTimes';
import type { ImportReading } from '../../../renderer/imports/importTypes';
import { readSample, SAMPLES } from './support';

type Facts = { readonly [fact: string]: unknown };
const ALL = JSON.parse(readFileSync(join(SAMPLES, 'expected-facts.json'), 'utf8')) as {
  readonly [name: string]: Facts;
};

/** `pagerduty-log-entries-plain` is a `.json`, `slack-export-plain` a folder, others are named whole. */
const fileOf = (name: string): string => (existsSync(join(SAMPLES, name)) ? name : `${name}.json`);
const num = (value: unknown): number => (typeof value === 'number' ? value : 0);
const len = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const all = (reading: ImportReading): number =>
  reading.rows.length + reading.duplicates.length + reading.unreadable.length;

/** How many records the facts count. */
const records = (facts: Facts): number =>
  num(facts['objects']) +
  num(facts['nonObjects']) +
  len(facts['unreadableOrNonList']) +
  num(facts['alerts']) +
  num(facts['rows']) +
  num(facts['items']) +
  num(facts['dataRows']);

/** An alert that is resolved gives a recovery besides. */
const recoveries = (facts: Facts): number => {
  const statuses = facts['alertStatuses'];
  return Array.isArray(statuses) ? statuses.filter((one) => one === 'resolved').length : 0;
};

const same = (fine: string, fact: unknown): boolean => Date.parse(fine) === Date.parse(String(fact));

describe('every sample (IMP)', () => {
  const counted = Object.entries(ALL).filter(([name]) => !/\.zip$|stream/.test(name));

  it.each(counted)('[IMP2] accounts for every record of %s', async (name, facts) => {
    const reading = await readSample(fileOf(name));
    expect(all(reading)).toBe(records(facts) + recoveries(facts));
  });

  it.each(counted.filter(([, facts]) => facts['earliestUtc'] !== undefined))(
    '[IMP2] finds the first and the last instant of %s',
    async (name, facts) => {
      const { rows } = await readSample(fileOf(name));
      const [first, last] = [rows[0], rows.at(-1)];
      if (!first || !last) throw new Error('no rows');
      expect(same(isoFine(first), facts['earliestUtc'])).toBe(true);
      expect(same(isoFine(last), facts['latestUtc'])).toBe(true);
    },
  );

  it('[IMP2] lists duplicates and what is invalid, with line and reason', async () => {
    const slack = await readSample('slack-export-nasty');
    const facts = ALL['slack-export-nasty'] ?? {};
    expect(slack.duplicates).toHaveLength(num(facts['withValidTs']) - num(facts['uniqueTs']));
    for (const name of ['2019-02-11.json', 'canvas_in_the_conversation.json']) {
      expect(slack.unreadable.filter(({ where }) => where.includes(name))).toHaveLength(1);
    }
    const pages = await readSample('pagerduty-log-entries-nasty.json');
    expect(pages.duplicates.map(({ row }) => row.where)).toEqual(['log_entries 8, line 266']);
    expect(pages.unreadable.map(({ reason }) => reason)).toEqual([
      'created_at is no date and time with a zone: null',
      'created_at is no date and time with a zone: “12/08/2025 17:11”',
      'is no log entry but “garbage”',
    ]);
    const logs = await readSample('opsgenie-alert-logs-nasty.json');
    expect([logs.duplicates.length, logs.unreadable.length]).toEqual([1, 1]);
    const table = await readSample('timeline-nasty.csv');
    expect(table.duplicates.map(({ row, reason }) => [row.where, reason])).toEqual([
      ['line 12', 'the same as line 11'],
    ]);
  });

  it('[IMP2] accounts for every line of a stream', async () => {
    const { rows, duplicates, unreadable } = await readSample('alertmanager-webhook-stream-nasty.ndjson');
    expect(rows.map(({ kind }) => kind)).toEqual(['detection', 'recovery']);
    expect(duplicates.map(({ row }) => row.where)).toEqual(['line 2, alert 1', 'line 3, alert 1']);
    expect(unreadable.map(({ where }) => where)).toEqual(['line 4', 'line 5']);
  });

  it('[IMP1] reads an archive as its folder, and nothing of it that leads elsewhere', async () => {
    for (const kind of ['plain', 'nasty']) {
      const [folder, zip] = await Promise.all([
        readSample(`slack-export-${kind}`),
        readSample(`slack-export-${kind}.zip`),
      ]);
      expect(zip.rows).toEqual(folder.rows);
      expect(zip.unreadable).toEqual(folder.unreadable);
    }
    const { warnings } = await readSample('slack-export-nasty.zip');
    const odd = ALL['slack-export-nasty.zip']?.['suspiciousNames'] as readonly string[];
    for (const name of odd) expect(warnings.join('\n')).toContain(name);
  });

  it('[IMP1] refuses an empty file with a sentence, and takes a table without rows', async () => {
    await expect(readSample('timeline-empty.csv')).rejects.toThrow('The file is empty.');
    expect(all(await readSample('timeline-header-only.csv'))).toBe(0);
  });

  it('[IMP5] takes no service key, phone number or link token along', async () => {
    for (const name of [
      'pagerduty-log-entries-plain.json',
      'pagerduty-log-entries-nasty.json',
      'slack-export-plain',
    ]) {
      const said = JSON.stringify((await readSample(name)).rows);
      expect(said).not.toMatch(/0123456789abcdef|555 0100|xox[a-z]-|[?&]t=/);
    }
  });
});
