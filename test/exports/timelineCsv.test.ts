import { assert, property } from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../renderer/domain/incident';
import { NO_INCIDENT } from '../../renderer/domain/incident';
import { timelineCsv, unformulated } from '../../renderer/exports/timelineCsv';
import { visibleJson, visibleText } from '../../renderer/exports/visibleText';
import { draftOf } from './draftOf';
import { everyField } from './everyField';
import { at, declared } from './history';
import { hostileMix } from './hostileMix';
import { HOSTILE_TEXTS } from './hostileText';

const FORMULA_START = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;

const csvOf = (incident: Incident): string => timelineCsv(draftOf(incident));

function read(csv: string): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  return data.at(-1)?.join('') === '' ? data.slice(0, -1) : data;
}

/** Splits as a spreadsheet does whose separator is another one, quotes only at the front of a cell. */
function cellsSplitAt(csv: string, separator: string): readonly string[] {
  return csv
    .split(/[\r\n]+/)
    .flatMap((line) => line.split(separator))
    .map((cell) => cell.replace(/^"/, ''));
}

/** Everything but the guard: what people typed must all be there. */
const bare = (text: string): string => text.replaceAll("'", '');

function expectSafe(incident: Incident): void {
  const draft = draftOf(incident);
  const csv = timelineCsv(draft);
  const rows = read(csv);
  expect(rows).toHaveLength(draft.timeline.log.length + 1);
  for (const row of rows) {
    expect(row).toHaveLength(4);
    for (const cell of row) expect(cell).not.toMatch(FORMULA_START);
  }
  for (const separator of [';', '\t']) {
    for (const cell of cellsSplitAt(csv, separator)) expect(cell).not.toMatch(/^[ \u00A0]*[=+\-@＝＋－＠]/);
  }
  const texts = draft.timeline.log.map(({ text, raw }) =>
    raw === undefined ? visibleText(text) : `${visibleText(text)} ${visibleJson(raw)}`,
  );
  expect(rows.slice(1).map((row) => bare(row[3] ?? ''))).toEqual(texts.map(bare));
}

describe('the timeline as CSV (FMT)', () => {
  it('[FMT2] has the four columns, UTC, CRLF, and every entry in the order it happened', () => {
    const history = declared();
    history.run({ type: 'log-note', kind: 'impact', text: 'EU, "all"', at: at('2026-11-23T02:59:30.250Z') });
    expect(csvOf(history.incident)).toBe(
      [
        '"timestamp","kind","author","text"',
        '"2026-11-23T02:59:30.250Z","impact","Ada","EU, ""all"""',
        `"2026-11-23T03:00:00.000Z","declared","Ada","${draftOf(history.incident).timeline.log[1]?.text}"`,
        `"2026-11-23T03:00:00.000Z","role","Ada","${draftOf(history.incident).timeline.log[2]?.text}"`,
        '',
      ].join('\r\n'),
    );
  });

  it('[FMT2] says which entries were retracted', () => {
    const history = declared();
    const entry = history.run({ type: 'log-note', kind: 'note', text: 'a', at: at('2026-11-23T03:00:00Z') });
    history.run({ type: 'retract-entry', entry, reason: 'wrong call' });
    expect(read(csvOf(history.incident)).at(-1)?.[1]).toBe('note (retracted)');
  });

  it('[FMT2] is a header alone for a log of no rows', () => {
    expect(csvOf(NO_INCIDENT)).toBe('"timestamp","kind","author","text"\r\n');
  });

  it('[EXP8] says of a drill in its first row that it is one', () => {
    const rows = read(csvOf(declared({ drill: true, number: 3 }).incident));
    expect(rows[1]).toEqual(['2026-11-23T12:00:00.000Z', 'drill', '', 'THIS IS A DRILL']);
  });

  it.each(HOSTILE_TEXTS)('[FMT2] %j in every field makes no column, row or formula', (hostile) => {
    expectSafe(everyField(() => hostile));
  });

  it('[FMT2] no mixture of separators, quotes and signs makes a column, row or formula', () => {
    assert(
      property(hostileMix, hostileMix, (one, other) => {
        let next = 0;
        expectSafe(everyField(() => (next++ % 2 === 0 ? one : other)));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['\0x', "'\0x"],
    ['  =1', "  '=1"],
    ['a;=1', "a;'=1"],
    ['a\t=1', "a\t'=1"],
    ['a\n- b\n\nc', "a\n'- b\n\nc"],
    ['a-b=c', 'a-b=c'],
    ["it's 2 + 2", "it's 2 + 2"],
    ['', ''],
  ])('[FMT2] %j is written as %j', (text, written) => {
    expect(unformulated(text)).toBe(written);
  });

  it('[FMT2] guards a million tabs without standing still', () => {
    expect(unformulated('\t'.repeat(1_000_000))).toHaveLength(1_000_001);
  });
});
