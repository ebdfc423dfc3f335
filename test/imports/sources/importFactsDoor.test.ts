import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../../support/freshFolder';
import { SAMPLES } from './support';

const root = join(import.meta.dirname, '../../..');

function door(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tsx, join(root, 'build/importFacts.ts'), ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { code: status, out: stdout, err: stderr };
}

describe('npm run import-facts (IMP)', () => {
  it('[IMP2] prints what a folder holds as one JSON document', () => {
    const { code, out, err } = door(join(SAMPLES, 'slack-export-nasty'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const facts = JSON.parse(out) as { readonly [field: string]: unknown };
    expect(facts).toMatchObject({
      format: 'slack',
      entries: 31,
      duplicates: 2,
      firstAt: '2019-02-08T21:00:00.000001Z',
      lastAt: '2019-02-10T08:30:00.000001Z',
    });
    expect(facts['unreadable']).toHaveLength(9);
    expect(facts['rows']).toHaveLength(31);
  });

  it.each([
    ['a missing file', join(SAMPLES, 'missing'), /no such file/],
    ['a folder of other things', join(root, 'docs/adr'), /no Slack export/],
    ['an empty file', join(SAMPLES, 'timeline-empty.csv'), /The file is empty/],
  ])('[IMP1] ends with 1 and a sentence for %s', (_what, path, why) => {
    const { code, out, err } = door(path);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(why);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('[IMP1] asks for a file when none is named, and refuses binary ones', () => {
    expect(door().err).toContain('Name a file');
    const file = join(freshFolder('facts'), 'x.csv');
    writeFileSync(file, Buffer.alloc(500));
    expect(door(file)).toMatchObject({ code: 1, err: expect.stringContaining('no text') as string });
  });
});
