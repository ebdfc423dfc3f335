import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startJournal } from '../support/journalHarness';
import { note } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

/** A profile whose working copy and older copies of it hold something, ended cleanly after a redaction. */
async function redacted(rows: number): Promise<string> {
  const profile = tempFolder();
  const { journal, end } = await startJournal(profile);
  if (rows > 0) await journal.append('inc1', [note(1)]);
  await end();
  for (const folder of ['IndexedDB/app_console_0.indexeddb.leveldb', 'IndexedDB-aside/2026/app_console_0']) {
    mkdirSync(join(profile, folder), { recursive: true });
    writeFileSync(join(profile, folder, '000003.log'), 'hunter2');
  }
  mkdirSync(join(profile, 'IndexedDB', 'devtools_0'), { recursive: true });
  writeFileSync(join(profile, 'journal', 'discard'), '');
  return profile;
}

describe('a working copy that may hold an erased text (RED)', () => {
  it('[RED6] is deleted at the next start with every older copy, and rebuilt', async () => {
    const profile = await redacted(1);
    const { prelude } = await startJournal(profile);
    expect(prelude).toMatchObject({ uncleanExit: false, workingCopyMovedAside: true });
    expect(prelude.checkpoint?.size).toBe(1);
    expect(existsSync(join(profile, 'IndexedDB/app_console_0.indexeddb.leveldb'))).toBe(false);
    expect(existsSync(join(profile, 'IndexedDB-aside'))).toBe(false);
    expect(existsSync(join(profile, 'IndexedDB/devtools_0'))).toBe(true);
    expect(existsSync(join(profile, 'journal/discard'))).toBe(false);
  });

  it('[RED6] stays while the journal has no row: then it may be all there is', async () => {
    const profile = await redacted(0);
    await startJournal(profile);
    expect(existsSync(join(profile, 'IndexedDB/app_console_0.indexeddb.leveldb'))).toBe(true);
    expect(existsSync(join(profile, 'journal/discard'))).toBe(true);
  });
});
