import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleLog } from '../../build/bundleLog';
import { writeBundle } from '../../electron/bundle/writeBundle';
import type { Row } from '../../renderer/domain/events';
import { writeRow } from '../../renderer/domain/upcast';
import type { PostMortemJson } from '../../renderer/exports/postMortemJson';
import { freshFolder } from '../support/freshFolder';
import { zipOf } from '../support/zipOf';
import { declared } from './history';
import { publishedTimelines, replay } from './publishedTimelines';

const root = join(import.meta.dirname, '../..');
const folder = freshFolder('draft');

const ndjson = (rows: readonly Row[]): string =>
  rows.map((row) => `${JSON.stringify(writeRow(row))}\n`).join('');

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function door(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsx, join(root, 'build/draft.ts'), ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { code: status, out: stdout, err: stderr };
}

const printed = (out: string): PostMortemJson => JSON.parse(out) as PostMortemJson;
const [source] = publishedTimelines;
if (!source) throw new Error('no published timeline');
const { rows } = replay(source);

describe('npm run draft (EXP)', () => {
  it('[EXP20] prints the draft of a log as one JSON document, the same bytes each time', () => {
    const log = file('log.ndjson', ndjson(rows));
    const first = door(log);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(printed(first.out)).toMatchObject({ title: source.title, metrics: source.derivedMetrics });
    expect(door(log).out).toBe(first.out);
  });

  it('[EXP20] reads a bundle and all segments of a journal the same', async () => {
    const bundle = file('a.icbundle', zipOf([{ name: 'log.ndjson', text: ndjson(rows), mode: 0 }]));
    const exported = await writeBundle({
      incidentIds: ['inc-0142'],
      logOf: async () => Buffer.from(ndjson(rows)),
      madeBy: 'test',
    });
    const ours = file('ours.icbundle', exported.bytes);
    expect(printed(door(ours).out)).toEqual(printed(door(bundle).out));
    mkdirSync(join(folder, 'journal'));
    const first = file('journal/inc-0142.0001.ndjson', ndjson(rows.slice(0, 9)));
    file('journal/inc-0142.0002.ndjson', ndjson(rows.slice(9)));
    file('journal/other.0001.ndjson', 'not ours');
    expect(printed(door(bundle).out)).toEqual(printed(door(first).out));
    expect(printed(door(bundle).out).timeline.length).toBeGreaterThan(source.entries.length);
  });

  it('[EXP20] leaves a torn last line out and says so', () => {
    const torn = door(file('torn.ndjson', `${ndjson(rows)}{"incidentId":"inc-0142","st`));
    expect(printed(torn.out).title).toBe(source.title);
    expect(torn.err).toBe('torn.ndjson: the last line was cut off while it was written; it is left out.\n');
  });

  it('[EXP20] names damaged lines without listing thousands', () => {
    const { code, err } = door(file('damaged.ndjson', `${'x\n'.repeat(1000)}${ndjson(rows)}`));
    expect(code).toBe(0);
    expect(err.split('\n')).toHaveLength(22);
    expect(err).toContain('damaged.ndjson: line 1 is not a JSON object; it is left out.');
    expect(err).toContain('980 more lines');
  });

  it.each([
    ['a missing file', () => join(folder, 'missing'), /no such file/],
    ['a folder', () => folder, /It is a folder/],
    ['an empty file', () => file('empty', ''), /holds no row/],
    ['something else', () => file('other.txt', 'a\nb\nc\n'), /holds no row/],
    ['a broken zip', () => file('broken.icbundle', 'PK\u0003\u0004nonsense'), /broken\.icbundle/],
    ['a bundle without a log', () => file('x.zip', zipOf([{ name: 'x', text: 'y', mode: 0 }])), /has no log/],
    [
      'two incidents',
      () => file('two.ndjson', ndjson(rows) + ndjson(declared().rows).replaceAll('inc-0142', 'inc-2')),
      /2 incidents \(inc-0142, inc-2\)/,
    ],
  ])('[EXP21] ends with 1 and a sentence for %s', (_what, path, why) => {
    const { code, out, err } = door(path());
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(why);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('[EXP21] asks for a file when none is named', () => {
    expect(door()).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Name a file') as string });
  });

  it('[EXP21] stops unpacking a bundle at its limit', async () => {
    const bytes = zipOf([{ name: 'log.ndjson', text: 'x'.repeat(1001), mode: 0 }]);
    await expect(bundleLog(bytes, 1000)).rejects.toThrow('larger than 1000 bytes');
    await expect(bundleLog(bytes, 1001)).resolves.toHaveLength(1001);
  });
});
