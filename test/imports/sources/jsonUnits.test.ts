import { describe, expect, it } from 'vitest';
import { JsonUnits, type JsonUnit, type Torn } from '../../../renderer/imports/jsonUnits';

function cut(text: string): { readonly units: readonly JsonUnit[]; readonly torn: Torn | undefined } {
  const units: JsonUnit[] = [];
  const reader = new JsonUnits((unit) => units.push(unit));
  reader.push(text);
  const torn = reader.end();
  return { units, torn };
}

const told = (text: string): readonly string[] =>
  cut(text).units.map(
    ({ list, index, line, text: unit }) => `${list ?? 'around'} ${index} @${line}: ${unit ?? 'too long'}`,
  );

describe('JSON cut into records (IMP2)', () => {
  it.each([
    ['[1, "a,]", {"b": [1, 2]}]', [' 0 @1: 1', ' 1 @1: "a,]"', ' 2 @1: {"b": [1, 2]}']],
    ['[\n{"a":1},\n{"a":2}\n]', [' 0 @2: {"a":1}', ' 1 @3: {"a":2}\n']],
    ['[]', []],
    [
      '{"log_entries": [{"id":1}], "more": true}',
      ['log_entries 0 @1: {"id":1}', 'around 0 @1: {"log_entries": [], "more": true}'],
    ],
    ['{"tags": [1, 2], "data": [3]}', ['data 0 @1: 3', 'around 0 @1: {"tags": [1, 2], "data": []}']],
    ['{"a":{"alerts":[1]}}', ['around 0 @1: {"a":{"alerts":[1]}}']],
    ['{"a":1}\n{"b":2}', ['around 0 @1: {"a":1}', 'around 0 @2: {"b":2}']],
    ['["\\"]", "\\\\"]', [' 0 @1: "\\"]"', ' 1 @1: "\\\\"']],
    ['rubbish\n[1]', [' 0 @1: rubbish', ' 0 @2: 1']],
    ['', []],
  ])('[IMP2] %j', (text, expected) => {
    expect(told(text)).toEqual(expected);
    expect(cut(text).torn).toBeUndefined();
  });

  it.each([
    ['[{"a":1},{"b":', 1],
    ['[{"a":1},\n{"b":"x', 1],
    ['{"log_entries":[{"a":1}', 0],
    ['[1', 0],
  ])('[IMP2] says of %j where it ends, and gives what is whole', (text, whole) => {
    const { units, torn } = cut(text);
    expect(torn).toMatchObject({ line: text.split('\n').length, offset: text.length });
    expect(units).toHaveLength(whole);
  });

  it('[IMP2] counts items anew in each document', () => {
    const { units } = cut('[1,2][3]\n{"data":[4]}');
    expect(units.map(({ index, list }) => [index, list])).toEqual([
      [0, ''],
      [1, ''],
      [0, ''],
      [0, 'data'],
      [0, null],
    ]);
  });

  it('[IMP2] gives a record longer than four million characters without its text, and the next one whole', () => {
    const { units } = cut(`["${'x'.repeat(4_000_001)}",2]`);
    expect(units.map(({ text }) => text)).toEqual([null, '2']);
  });
});
