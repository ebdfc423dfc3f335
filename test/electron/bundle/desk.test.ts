import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Arrivals, bundlesNamed } from '../../../electron/bundle/arrivals';
import { BundleDesk } from '../../../electron/bundle/bundleDesk';
import { fileSource } from '../../../electron/bundle/byteSource';
import type { OpenedBundle, Pushes } from '../../../electron/contract';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';
import { forgedBundle, goodBundle, logOf } from './bundles';

function deskWith(files: Readonly<Record<string, Buffer>>) {
  const folder = tempFolder();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const opened: OpenedBundle[] = [];
  const refused: Pushes['bundle:refused'][] = [];
  const desk = new BundleDesk({
    source: fileSource,
    opened: (bundle) => void opened.push(bundle),
    refused: (refusal) => void refused.push(refusal),
  });
  return { desk, opened, refused, take: (name: string) => desk.take(join(folder, name)) };
}

describe('a bundle that is opened (BUN)', () => {
  it('[BUN7] is named to the page by a token and its file name, never by its path', async () => {
    const { opened, take } = deskWith({ 'a.icbundle': await goodBundle() });
    await take('a.icbundle');
    const incidents = [{ incidentId: 'inc1', rows: 3 }];
    expect(opened).toEqual([{ bundle: 'bundle-1', name: 'a.icbundle', incidents, attachments: 0 }]);
  });

  it('[BUN7] gives its rows page by page, until it is closed', async () => {
    const { desk, take } = deskWith({ 'a.icbundle': await goodBundle({ inc1: logOf(notes(4500)) }) });
    await take('a.icbundle');
    const lines: unknown[] = [];
    for (let from: number | null = 0; from !== null;) {
      const page = await desk.read({ bundle: 'bundle-1', incidentId: 'inc1', from });
      if (!page.ok) throw new Error(page.why);
      lines.push(...page.lines);
      from = page.next;
    }
    expect(lines).toHaveLength(4500);
    expect(lines[4499]).toEqual({ line: 4500, row: note(4500) });
    await desk.close('bundle-1');
    const gone = await desk.read({ bundle: 'bundle-1', incidentId: 'inc1', from: 0 });
    expect(gone).toEqual({ ok: false, why: 'It is no longer open.' });
    await desk.close('bundle-1');
  });

  it('[BUN8] has lines that are no rows, each with its number and the reason', async () => {
    const bad = [
      'x',
      '[]',
      JSON.stringify({ ...note(2), more: 1 }),
      JSON.stringify(note(1, 'x', 'inc2')),
      '',
      `${JSON.stringify(note(4)).slice(0, -1)},"__proto__":{}}`,
      JSON.stringify({ ...note(5), event: { type: 'x', text: 'y'.repeat(1_000_001) } }),
    ];
    const log = `${logOf([note(1)])}${bad.join('\n')}\n${logOf([note(9)])}`;
    const { desk, take } = deskWith({ 'a.icbundle': await goodBundle({ inc1: log }) });
    await take('a.icbundle');
    expect(await desk.read({ bundle: 'bundle-1', incidentId: 'inc1', from: 0 })).toEqual({
      ok: true,
      next: null,
      lines: [
        { line: 1, row: note(1) },
        { line: 2, why: 'is not JSON' },
        { line: 3, why: 'is not a row of a log' },
        { line: 4, why: 'is not a row of a log' },
        { line: 5, why: 'belongs to another incident' },
        { line: 7, why: 'is not a row of a log' },
        { line: 8, why: 'is not a row of a log' },
        { line: 9, row: note(9) },
      ],
    });
  });

  it('[BUN7] is refused with a sentence, and the next one is opened', async () => {
    const { desk, opened, refused, take } = deskWith({
      'evil.icbundle': forgedBundle([{ name: '../x', data: '' }]),
      'good.icbundle': forgedBundle(),
    });
    await Promise.all([take('evil.icbundle'), take('missing.icbundle'), take('good.icbundle')]);
    expect(refused).toEqual([
      { name: 'evil.icbundle', why: 'A file in it is named “../x”, which leads out of the bundle.' },
      { name: 'missing.icbundle', why: 'There is no such file.' },
    ]);
    expect(opened.map(({ name }) => name)).toEqual(['good.icbundle']);
    expect(await desk.read({ bundle: 'bundle-1', incidentId: 'inc2', from: 0 })).toMatchObject({ ok: false });
  });

  it('[BUN7] is closed when a page that died left too many of them open', async () => {
    const { desk, take } = deskWith({ 'a.icbundle': forgedBundle() });
    for (let i = 0; i < 9; i += 1) await take('a.icbundle');
    expect(await desk.read({ bundle: 'bundle-1', incidentId: 'inc1', from: 0 })).toMatchObject({ ok: false });
    expect(await desk.read({ bundle: 'bundle-9', incidentId: 'inc1', from: 0 })).toMatchObject({ ok: true });
  });
});

describe('bundles on a command line (BUN)', () => {
  it('[BUN7] are found between switches and other words, where they were typed', () => {
    const argv = [
      '/opt/console',
      '--user-data-dir=/x.icbundle',
      '/app',
      'a.icbundle',
      '/b/C.ICBUNDLE',
      'icc://x',
    ];
    expect(bundlesNamed(argv, '/home/dana')).toEqual(['/home/dana/a.icbundle', '/b/C.ICBUNDLE']);
    expect(bundlesNamed(['/x.icbundle'], '/')).toEqual([]);
  });

  it('[BUN7] wait for somebody to open them', () => {
    const taken: string[] = [];
    const arrivals = new Arrivals();
    arrivals.add(['a', 'b']);
    arrivals.handTo((path) => void taken.push(path));
    arrivals.add(['c']);
    expect(taken).toEqual(['a', 'b', 'c']);
  });
});
