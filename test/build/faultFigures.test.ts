import { describe, expect, it } from 'vitest';
import { figuresIn, figureTable } from '../../build/faultFigures';

const figure = (name: string, value: number) => ({
  type: 'figure',
  description: JSON.stringify({ name, value }),
});
const spec = (...annotations: readonly object[]) => ({ tests: [{ annotations }] });

const report = JSON.stringify({
  suites: [
    {
      specs: [spec(figure('kills', 3), { type: 'issue', description: 'no figure' })],
      suites: [{ specs: [spec(figure('rows lost', 0)), spec(figure('kills', 4))] }],
    },
  ],
});

describe('the figures of the fault tests', () => {
  it('are those of every suite, the same name added up', () => {
    expect([...figuresIn(report)]).toEqual([
      ['kills', 7],
      ['rows lost', 0],
    ]);
  });

  it('stand below each other in the table', () => {
    expect(figureTable(figuresIn(report))).toBe('kills             7\nrows lost         0');
  });

  it('are none in a report without tests', () => {
    expect(figureTable(figuresIn('{"suites":[]}'))).toBe('');
  });
});
