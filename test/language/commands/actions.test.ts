import { describe, expect, it } from 'vitest';
import { readPadLine, type PadLine } from '../../../renderer/language/padLine';
import { PAD_CONTEXT } from '../../support/padContext';

const read = (text: string): PadLine => readPadLine(text, PAD_CONTEXT);

describe('/action', () => {
  it.each([
    ['/action alert on 5xx burn', { text: 'alert on 5xx burn' }],
    ['/action alert on 5xx burn @priya', { text: 'alert on 5xx burn', owner: 'Priya Nair' }],
    [
      '/action alert on 5xx burn @priya due fri',
      { text: 'alert on 5xx burn', owner: 'Priya Nair', dueOn: '2026-11-27' },
    ],
    [
      '/action alert on 5xx burn due fri @Sam Lee',
      { text: 'alert on 5xx burn', owner: 'Sam Lee', dueOn: '2026-11-27' },
    ],
    ['/action renew the cert due on 2026-12-24', { text: 'renew the cert', dueOn: '2026-12-24' }],
    ['/action renew the cert due in 3 days', { text: 'renew the cert', dueOn: '2026-11-26' }],
    ['/action see which invoices are due', { text: 'see which invoices are due' }],
    ['/action say what was due yesterday', { text: 'say what was due yesterday' }],
    ['/action residue fri', { text: 'residue fri' }],
    ['/action ask @sam about limits', { text: 'ask @sam about limits' }],
    ['TODO: alert on 5xx burn due tomorrow', { text: 'alert on 5xx burn', dueOn: '2026-11-24' }],
    ['TODO alert on 5xx burn', { text: 'alert on 5xx burn' }],
    ['todo: alert on 5xx burn', { text: 'alert on 5xx burn' }],
    ['  Todo:alert', { text: 'alert' }],
  ])('[GRM4] "%s" is an action item', (text, item) => {
    expect(read(text)).toMatchObject({ kind: 'command', command: { type: 'add-action-item', ...item } });
    const line = read(text);
    const said = line.kind === 'command' ? line.command : {};
    expect(Object.keys(said)).toHaveLength(Object.keys(item).length + 1);
  });

  it.each(['TODO', 'TODO:', '/action', '/action @priya due fri'])(
    '[GRM3] "%s" asks what is to be done',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'problem', problem: 'todo-missing', text });
    },
  );

  it.each(['todo list is down', 'Todo list is down', 'TODOs are open', 'our TODO: x'])(
    '[GRM7] "%s" is a note',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'note', text });
    },
  );

  it('[GRM9] echoes the day that is meant', () => {
    expect(read('/action x @priya due fri')).toMatchObject({
      chips: [
        { label: 'Action item', value: 'x', typed: 'x' },
        { label: 'Owner', value: 'Priya Nair', typed: '@priya' },
        { label: 'Due', value: '2026-11-27', typed: 'due fri' },
      ],
    });
  });
});
