import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { guarded, IpcRejected, isOurPage, type Sender } from '../../electron/guarded';

const OURS: Sender = { url: 'app://console/index.html', isMainFrame: true, isOurWindow: true };

describe('the sender of a call', () => {
  it('is our page in its own window’s top frame', () => {
    expect(isOurPage(OURS)).toBe(true);
  });

  it.each<[string, Partial<Sender>]>([
    ['a subframe', { isMainFrame: false }],
    ['another window', { isOurWindow: false }],
    ['a frame that is gone', { url: null }],
    ['another host', { url: 'app://other/index.html' }],
    ['a host that begins like ours', { url: 'app://console.evil/index.html' }],
    ['our host behind a name', { url: 'app://console@evil/' }],
    ['a name before our host', { url: 'app://evil@console/' }],
    ['another port', { url: 'app://console:8080/' }],
    ['the web', { url: 'https://console/index.html' }],
    ['a file', { url: 'file:///app://console/index.html' }],
    ['about:blank', { url: 'about:blank' }],
    ['nonsense', { url: 'app:console' }],
  ])('%s is not', (_who, change) => {
    expect(isOurPage({ ...OURS, ...change })).toBe(false);
  });
});

describe('a guarded handler', () => {
  const handler = vi.fn<(text: string) => number>((text) => text.length);
  const call = guarded('test', v.strictTuple([v.string()]), handler);

  it('answers our page', () => {
    expect(call(OURS, ['four'])).toBe(4);
  });

  it.each([new Date(0), new Set(), new Map(), /x/, new ArrayBuffer(1), new Error('x')])(
    'takes no %s for a record of optional fields',
    (odd) => {
      const shape = v.strictTuple([v.partial(v.strictObject({ a: v.string() }))]);
      const save = guarded<v.InferOutput<typeof shape>, string>('test', shape, () => 'saved');
      expect(() => save(OURS, [odd])).toThrow('test: malformed arguments');
      expect(save(OURS, [{}])).toBe('saved');
      expect(save(OURS, [{ a: 'x' }])).toBe('saved');
    },
  );

  it('never runs for a foreign sender or with malformed arguments', () => {
    handler.mockClear();
    expect(() => call({ ...OURS, isMainFrame: false }, ['x'])).toThrow(IpcRejected);
    expect(() => call(OURS, [7])).toThrow('test: malformed arguments');
    expect(() => call(OURS, 'x')).toThrow(IpcRejected);
    expect(handler).not.toHaveBeenCalled();
  });
});
