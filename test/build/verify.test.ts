import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBundle } from '../../electron/bundle/writeBundle';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { journalFile, startJournal } from '../electron/support/journalHarness';
import { erased, leak, secret } from '../electron/support/leak';
import { note, notes } from '../electron/support/rows';
import { tempFolder } from '../electron/support/tempFolder';

const root = join(import.meta.dirname, '../..');

function door(...args: readonly string[]): { code: number | null; out: string; err: string } {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const command = [tsx, join(root, 'build/verify.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

async function redactedJournal(): Promise<string> {
  const profile = tempFolder();
  const { journal } = await leak(profile);
  await journal.redact('inc1', [erased(secret(3))]);
  await journal.close();
  return journalFile(profile);
}

describe('npm run verify (RED)', () => {
  it('[RED7] prints one JSON document that names the redacted rows', async () => {
    const path = await redactedJournal();
    const copy = join(tempFolder(), 'a copy.txt');
    copyFileSync(path, copy);
    for (const file of [path, copy]) {
      const { code, out, err } = door(file);
      expect([code, err]).toEqual([0, '']);
      expect(JSON.parse(out)).toMatchObject({
        incidentId: 'inc1',
        rows: 5,
        redacted: [secret(3).stamp],
        link: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        brokenAt: null,
      });
    }
  });

  it('[RED7] says where a chain breaks, and ends with 2', async () => {
    const path = await redactedJournal();
    writeFileSync(path, readFileSync(path, 'utf8').replace('note 4', 'nope 4'));
    const { code, out, err } = door(path);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      brokenAt: { file: 'inc1.0001.ndjson', line: 5, why: 'checksum does not match' },
    });
    expect(err).toBe('The chain breaks at line 5 of inc1.0001.ndjson: checksum does not match.\n');
  });

  it('[JRN1] takes the other files of the journal in, whichever it is given', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile, nodeFiles, { segmentBytes: 800 });
    for (const row of notes(7)) await journal.append('inc1', [row]);
    await journal.close();
    const { code, out } = door(journalFile(profile, 3));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ rows: 7, brokenAt: null });
    rmSync(journalFile(profile, 1));
    expect(door(journalFile(profile, 3))).toMatchObject({
      code: 2,
      err: 'The chain breaks at line 1 of inc1.0002.ndjson: the files before it are missing.\n',
    });
  });

  it('[JRN4] verifies a bundle by what it carries, and ends with 2 when its log was rewritten', async () => {
    const { journal } = await startJournal(tempFolder());
    await journal.append('inc1', notes(3));
    const copy = await journal.copy('inc1');
    const files = copy.ok ? copy.value : [];
    const bundle = join(tempFolder(), 'INC-1.icbundle');
    for (const [rows, code] of [
      [notes(3), 0],
      [notes(2), 2],
    ] as const) {
      const log = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      const parts = { logOf: async () => Buffer.from(log), proofOf: async () => files };
      writeFileSync(bundle, (await writeBundle({ incidentIds: ['inc1'], ...parts, madeBy: 'x' })).bytes);
      const told = door(bundle);
      expect(told.code).toBe(code);
      expect(JSON.parse(told.out)).toMatchObject({ incidents: [{ incidentId: 'inc1', rows: 3 }] });
      expect(told.err).toMatch(
        code === 0 ? /^$/ : /^The log of inc1 was rewritten: row .* is missing in the log\.\n$/,
      );
    }
  });

  it('[RED7] ends with 1 and a sentence when it is given nothing, no file, no journal or two', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    await journal.append('inc2', [note(1, 'x', 'inc2')]);
    const other = journalFile(profile, 1, 'inc2');
    const none = join(profile, 'none.0001.ndjson');
    const stray = join(profile, 'stray.txt');
    writeFileSync(stray, 'hello\n');
    for (const args of [[], [none], [stray], [profile], [await redactedJournal(), other]]) {
      const { code, out, err } = door(...args);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^Nothing was verified\. [^\n]+\n$/);
    }
  });
});
