import { fireEvent } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

/** A folder as the browser hands it over; jsdom has none. */
const folder = (
  name: string,
  read: (done: (entries: readonly object[]) => void, fail: (why: Error) => void) => void,
): object => ({ isFile: false, isDirectory: true, name, createReader: () => ({ readEntries: read }) });

async function drop(window: WindowUnderTest, entry: object): Promise<void> {
  const event = new Event('drop', { cancelable: true });
  const dataTransfer = {
    files: [new File([], 'export')],
    items: [{ webkitGetAsEntry: () => entry }],
  };
  Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
  await window.act(() => fireEvent(globalThis.window, event));
}

describe('a dropped folder', () => {
  it('[IMP1] that can’t be read is told of', async () => {
    const window = await renderIncident();
    await drop(
      window,
      folder('export', (_done, fail) => fail(new Error('gone'))),
    );
    expect(window.test.notices).toContain('The folder “export” could not be read to its end.');
  });

  it('[IMP1] of very many files is taken whole', async () => {
    const window = await renderIncident();
    const take = vi.spyOn(window.test.console.importing, 'take').mockResolvedValue();
    const file = {
      isFile: true,
      fullPath: '/export/ops/a.json',
      file: (done: (one: File) => void) => done(new File([], 'a.json')),
    };
    const pages = [Array.from({ length: 130_000 }, () => file), []];
    const inner = folder('ops', (done) => done(pages.shift() ?? []));
    const outer = [[inner], []];
    await drop(
      window,
      folder('export', (done) => done(outer.shift() ?? [])),
    );
    await vi.waitFor(() => expect(take).toHaveBeenCalled(), 10_000);
    expect(take.mock.calls[0]?.[0]).toHaveLength(130_000);
  });
});
