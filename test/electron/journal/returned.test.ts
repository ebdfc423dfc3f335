/**
 * The journal is damaged, and rows are read out of a real working copy: the one that Chromium left in the
 * fixture.
 */
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURE_ROWS, profileFixture } from '../../support/profileFixture';
import { journalledRows } from '../../support/journalOnDisk';
import { allRows, asideFiles, startJournal } from '../support/journalHarness';

type Ending = 'closed' | 'killed';

function profileAfter(ending: Ending): { readonly profile: string; readonly file: string } {
  const profile = profileFixture();
  const folder = join(profile, 'journal');
  if (ending === 'killed') {
    writeFileSync(join(folder, 'dirty'), '');
    rmSync(join(folder, 'checkpoint.json'));
  }
  const name = readdirSync(folder).find((one) => one.endsWith('.ndjson')) ?? '';
  return { profile, file: join(folder, name) };
}

const incidentOf = (file: string): string => /([^/]+)\.0001\.ndjson$/.exec(file)?.[1] ?? '';

function flip(file: string, text: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

const withoutLast = (count: number) => (file: string) =>
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd().split('\n').slice(0, -count).join('\n')}\n`);

const SEEN_AT_ONCE: Readonly<Record<string, (file: string) => void>> = {
  'cut to half': (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  'without its last three lines': withoutLast(3),
  'all zeros': (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length)),
  emptied: (file) => truncateSync(file, 0),
  deleted: (file) => rmSync(file),
  'deleted with its folder': (file) => rmSync(join(file, '..'), { recursive: true }),
};

const WHOLE = journalledRows(profileFixture());

describe('rows of a damaged journal come back from the working copy (REC)', () => {
  for (const ending of ['closed', 'killed'] as const) {
    // The checkpoint of a clean exit vouches by size: zeros in place of all are found when idle, like a flipped byte.
    const seen = Object.entries(SEEN_AT_ONCE).filter(([what]) => ending === 'killed' || what !== 'all zeros');
    it.each(seen)(`[REC1] [REC2] ${ending}, then %s`, async (_what, damage) => {
      const { profile, file } = profileAfter(ending);
      damage(file);
      const { journal } = await startJournal(profile);
      const { journals, recovery } = await journal.state();
      expect(journals).toMatchObject([{ count: FIXTURE_ROWS }]);
      expect(recovery?.returnedRows).toBeGreaterThan(0);
      const rows = await allRows(journal, incidentOf(file));
      expect(rows.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))).toEqual(WHOLE);
    });
  }

  it('[REC2] killed, then a byte flipped: the line is told and kept, its row is back', async () => {
    const { profile, file } = profileAfter('killed');
    flip(file, 'rolled back');
    const first = await startJournal(profile);
    const { journals, recovery } = await first.journal.state();
    expect(journals).toMatchObject([{ count: FIXTURE_ROWS }]);
    expect(recovery).toMatchObject({ returnedRows: 1, unreadableLines: [{ line: 6 }] });
    expect(asideFiles(profile).join()).toMatch(/\.line-6\.[0-9a-f]{8}\.damaged/);
    await first.journal.close();
    const again = await startJournal(profile);
    expect((await again.journal.state()).recovery).toMatchObject({ returnedRows: 0, unreadableLines: [] });
  });

  it('[REC3] both damaged: what either has is there', async () => {
    const { profile, file } = profileAfter('killed');
    flip(file, 'rolled back');
    const store = join(profile, 'IndexedDB/app_console_0.indexeddb.leveldb/000003.log');
    truncateSync(store, Math.floor(readFileSync(store).length * 0.8));
    const { journal } = await startJournal(profile);
    const { journals, recovery } = await journal.state();
    expect(journals).toMatchObject([{ count: FIXTURE_ROWS }]);
    expect(recovery?.unreadableLines).toHaveLength(1);
  });

  it('[REC4] a line that went bad behind the checkpoint is found once, and its row can be written again', async () => {
    const { profile, file } = profileAfter('closed');
    flip(file, 'rolled back');
    const first = await startJournal(profile);
    expect((await first.journal.state()).journals).toMatchObject([{ count: FIXTURE_ROWS }]);
    const told: unknown[] = [];
    await first.journal.verify(
      async () => true,
      (damage) => void told.push(damage),
    );
    expect(told).toMatchObject([{ why: 'line 6: checksum does not match' }]);
    expect((await first.journal.state()).journals).toMatchObject([{ count: FIXTURE_ROWS - 1 }]);
    expect(await first.journal.append(incidentOf(file), WHOLE)).toMatchObject({
      ok: true,
      value: { durable: FIXTURE_ROWS },
    });
    await first.end();
    const again = await startJournal(profile);
    await again.journal.verify(
      async () => true,
      (damage) => void told.push(damage),
    );
    expect(told).toHaveLength(1);
    expect((await again.journal.state()).journals).toMatchObject([{ count: FIXTURE_ROWS }]);
  });
});
