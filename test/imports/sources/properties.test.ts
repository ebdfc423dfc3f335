import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  json,
  jsonValue,
  nat,
  oneof,
  property,
  string,
  tuple,
  uint8Array,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportRefused, type ImportReading } from '../../../renderer/imports/importTypes';
import { JsonUnits } from '../../../renderer/imports/jsonUnits';
import { read, sample } from './support';

const NAMES = [
  'alertmanager-webhook-nasty.json',
  'alertmanager-webhook-stream-nasty.ndjson',
  'grafana-webhook-nasty.json',
  'opsgenie-alert-logs-nasty.json',
  'opsgenie-webhook-nasty.json',
  'pagerduty-log-entries-nasty.json',
  'slack-export-nasty.zip',
  'timeline-nasty.csv',
  'timeline-nasty-tab-utf16.tsv',
];

const readOrRefuse = async (bytes: Uint8Array): Promise<ImportReading | undefined> => {
  try {
    return await read(bytes);
  } catch (error) {
    if (error instanceof ImportRefused) return undefined;
    throw error;
  }
};

const anyJson = json({ maxDepth: 6 });
const field = constantFrom(
  'id',
  'type',
  'created_at',
  'ts',
  'text',
  'user',
  'startsAt',
  'labels',
  'createdAt',
  'log',
  'action',
  'alert',
  '__proto__',
);
const oneRecord = dictionary(
  field,
  oneof(
    jsonValue(),
    constantFrom('1549662360.000100', '2025-08-12T16:32:00Z', 'trigger_log_entry', 'message'),
  ),
  { maxKeys: 8 },
);

describe('whatever a file holds (IMP)', () => {
  it.each(NAMES)('[IMP2] a damaged %s is read or refused, never more', async (name) => {
    const [file] = sample(name);
    if (!file) throw new Error('no sample');
    const bytes = await file.read(0, file.size);
    await assert(
      asyncProperty(nat(bytes.length), nat(255), nat(bytes.length), async (at, byte, end) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = byte;
        await readOrRefuse(changed);
        await readOrRefuse(changed.subarray(0, end));
      }),
      { numRuns: 40 },
    );
  });

  it('[IMP2] any bytes and any JSON are read or refused', async () => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 300 }), async (bytes) => void (await readOrRefuse(bytes))),
      { numRuns: 200 },
    );
    await assert(
      asyncProperty(anyJson, async (text) => void (await readOrRefuse(Buffer.from(text)))),
      { numRuns: 200 },
    );
  });

  it('[IMP2] every record of a list ends in one of the lists', async () => {
    await assert(
      asyncProperty(
        array(oneRecord, { minLength: 1, maxLength: 12 }),
        constantFrom('log_entries', 'messages'),
        async (records, list) => {
          const reading = await readOrRefuse(Buffer.from(JSON.stringify({ [list]: records })));
          if (!reading || reading.rows.some(({ kind }) => kind === 'recovery')) return;
          const nested = records.some(
            (one) => Object.hasOwn(one, 'alerts') || Object.hasOwn(one, 'log_entries'),
          );
          const count = reading.rows.length + reading.duplicates.length + reading.unreadable.length;
          expect(nested ? records.length : count).toBe(records.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[IMP2] every row of a table ends in one of the lists', async () => {
    const cell = string({ unit: constantFrom('a', '"', '=', ' ', 'ä', '1', ':', ';'), maxLength: 6 });
    await assert(
      asyncProperty(array(tuple(cell, cell), { maxLength: 12 }), async (rows) => {
        const quoted = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','));
        const {
          rows: read1,
          duplicates,
          unreadable,
        } = await read(`time,text\n${quoted.map((line) => `${line}\n`).join('')}`);
        expect(read1.length + duplicates.length + unreadable.length).toBe(rows.length);
      }),
      { numRuns: 200 },
    );
  });

  it('[IMP2] JSON in pieces is cut the same wherever the pieces end', () => {
    const cut = (pieces: readonly string[]): readonly unknown[] => {
      const found: unknown[] = [];
      const units = new JsonUnits((unit) => found.push(unit));
      for (const piece of pieces) units.push(piece);
      return [...found, units.end()];
    };
    assert(
      property(
        oneof(
          anyJson,
          array(oneRecord).map((list) => JSON.stringify({ a: [1], log_entries: list, more: true }, null, 1)),
        ),
        nat(),
        nat(),
        (text, a, b) => {
          const [first, second] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
          expect(cut([text.slice(0, first), text.slice(first, second), text.slice(second)])).toEqual(
            cut([text]),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('[IMP2] an archive that claims less than it holds is not believed', async () => {
    const [file] = sample('slack-export-plain.zip');
    if (!file) throw new Error('no sample');
    const bytes = Buffer.from(await file.read(0, file.size));
    const at = bytes.indexOf(Buffer.from('PK\u0001\u0002'), 0, 'latin1');
    const second = bytes.indexOf(Buffer.from('testing-ops/2019-02-08.json'), at);
    bytes.writeUInt32LE(5, second - 46 + 24);
    const reading = await read(bytes);
    expect(reading.unreadable.map(({ reason }) => reason).join()).toContain(
      'unpacks to more than its archive says',
    );
  });
});
