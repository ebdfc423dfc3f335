import { describe, expect, it } from 'vitest';
import { encodeHeader, encodeRow } from '../../electron/journal/lineFormat';
import type { StoredRow } from '../../electron/contract';
import { fold } from '../../renderer/domain/fold';
import type { Row } from '../../renderer/domain/events';
import { writeRow } from '../../renderer/domain/upcast';
import { readLog } from '../../renderer/imports/logFile';
import { declared } from '../exports/history';

const history = declared();
history.run({
  type: 'log-note',
  kind: 'note',
  text: 'p99 – up \uD800 ✓',
  at: history.rows[0]?.at ?? (0 as never),
});
history.write({ type: 'unrecognised', raw: { type: 'page-received', who: 'Bo' } });
const rows: readonly Row[] = history.rows;

const header = (format = 1): string =>
  encodeHeader({
    format,
    incidentId: 'inc-0142',
    device: 'laptop',
    createdAt: 0,
    segment: 1,
    prev: '',
  }).toString('utf8');

const journalLines = rows.map((row, i) =>
  encodeRow({ seq: i + 1, prev: 'p', salt: 's', digest: 'd', row: writeRow(row) as StoredRow }).toString(
    'utf8',
  ),
);
const journal = header() + journalLines.join('');
const bare = rows.map((row) => `${JSON.stringify(writeRow(row))}\n`).join('');

describe('a log from a file (FIL)', () => {
  it('[FIL1] is read from a journal as main writes it', () => {
    expect(readLog(journal)).toEqual({ rows, problems: [], torn: false });
  });

  it('[FIL1] is read from bare rows, one a line', () => {
    expect(readLog(bare)).toEqual({ rows, problems: [], torn: false });
    expect(readLog(`\uFEFF${bare.replaceAll('\n', '\r\n')}\r\n`)).toEqual({
      rows,
      problems: [],
      torn: false,
    });
  });

  it('[FIL1] folds to the incident it was', () => {
    expect(fold(readLog(journal).rows)).toEqual(history.incident);
  });

  it('[FIL2] leaves out a line with a flipped bit, names it and keeps the rest', () => {
    const flipped = journal.replace('p99', 'p98');
    const { rows: read, problems } = readLog(flipped);
    expect(problems).toEqual([{ line: 4, why: 'does not match its checksum' }]);
    expect(read).toEqual(rows.filter((row) => row.event.type !== 'note-logged'));
  });

  it('[FIL3] leaves out a last line cut anywhere, and reads everything before it', () => {
    const last = journalLines.at(-1) ?? '';
    const before = journal.slice(0, -last.length);
    for (let cut = 1; cut < last.length - 1; cut += 1) {
      const read = readLog(before + last.slice(0, cut));
      expect(read).toEqual({ rows: rows.slice(0, -1), problems: [], torn: true });
    }
    expect(readLog(journal.slice(0, -1))).toEqual({ rows, problems: [], torn: false });
  });

  it.each([
    'nonsense',
    '[]',
    'null',
    '{}',
    '{"row":{}}',
    '{"row":null}',
    '{"incidentId":"a"}',
    '\u0000\u0000',
  ])('[FIL2] is not misled by the line %j', (line) => {
    const { rows: read, problems } = readLog(`${line}\n${bare}`);
    expect(read).toEqual(rows);
    expect(problems.map((problem) => problem.line)).toEqual([1]);
  });

  it('[FIL4] says when a newer version wrote it, and reads on', () => {
    const { rows: read, problems } = readLog(header(2) + journalLines.join(''));
    expect(read).toEqual(rows);
    expect(problems[0]?.why).toMatch(/newer version/);
  });

  it('[FIL5] gives no prototype to what it reads', () => {
    const line = bare.split('\n')[0]?.replace('{', '{"__proto__":{"polluted":true},') ?? '';
    readLog(`${line}\n`);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('[FIL2] reads an empty file as no rows', () => {
    expect(readLog('')).toEqual({ rows: [], problems: [], torn: false });
  });
});
