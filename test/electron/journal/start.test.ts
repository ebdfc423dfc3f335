import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeMarker } from '../../../electron/files/marker';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { journalPaths } from '../../../electron/journal/paths';
import { faultyFiles, systemError } from '../support/faultyFiles';
import { allRows, journalFile, startJournal } from '../support/journalHarness';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

/** A profile in which a run logged `count` rows and ended as said. */
async function profileAfter(count: number, ending: 'clean exit' | 'kill'): Promise<string> {
  const profile = tempFolder();
  const { journal, end } = await startJournal(profile);
  if (count > 0) await journal.append('inc1', notes(count));
  if (ending === 'clean exit') await end();
  else await journal.close();
  return profile;
}

function withWorkingCopy(profile: string): string {
  for (const kind of ['leveldb', 'blob']) {
    mkdirSync(join(profile, 'IndexedDB', `app_console_0.indexeddb.${kind}`), { recursive: true });
  }
  mkdirSync(join(profile, 'IndexedDB', 'https_elsewhere_0.indexeddb.leveldb'));
  return profile;
}

function stores(profile: string): readonly string[] {
  return readdirSync(join(profile, 'IndexedDB'));
}

const OURS = ['app_console_0.indexeddb.blob', 'app_console_0.indexeddb.leveldb'];

describe('a first start', () => {
  it('finds nothing to report and marks itself as running', async () => {
    const profile = withWorkingCopy(tempFolder());
    const { journal, prelude } = await startJournal(profile);
    expect(await journal.state()).toEqual({ journals: [], recovery: null, unwritable: null });
    expect(prelude.workingCopyMovedAside).toBe(false);
    expect(existsSync(journalPaths(profile).dirty)).toBe(true);
  });
});

describe('a start after a clean exit', () => {
  it('knows counts and stamps without reading the files', async () => {
    const profile = await profileAfter(3, 'clean exit');
    const opened: string[] = [];
    const files = faultyFiles({ open: (path, flags) => void opened.push(`${flags} ${path}`) });
    const { journal } = await startJournal(profile, files);
    expect(await journal.state()).toEqual({
      journals: [{ incidentId: 'inc1', count: 3, lastStamp: note(3).stamp }],
      recovery: null,
      unwritable: null,
    });
    expect(opened.filter((line) => line.endsWith('.ndjson'))).toEqual([]);
  });

  it('leaves the working copy where it is', async () => {
    const profile = withWorkingCopy(await profileAfter(3, 'clean exit'));
    await startJournal(profile);
    expect(stores(profile)).toEqual(expect.arrayContaining(OURS));
  });

  it('goes on with the chain where it ended', async () => {
    const profile = await profileAfter(2, 'clean exit');
    const { journal, end } = await startJournal(profile);
    await journal.append('inc1', [note(3)]);
    await end();
    const again = await startJournal(profile);
    const damage: unknown[] = [];
    await again.journal.verify(
      async () => true,
      (found) => damage.push(found),
    );
    expect(damage).toEqual([]);
    expect(await allRows(again.journal)).toEqual(notes(3));
  });

  it('reads a file whose size is not what the checkpoint says', async () => {
    const profile = await profileAfter(3, 'clean exit');
    truncateSync(journalFile(profile), 700);
    const { journal } = await startJournal(profile);
    const { journals, recovery } = await journal.state();
    expect(journals[0]?.count).toBe((await allRows(journal)).length);
    expect(recovery).toMatchObject({ uncleanExit: false, tornTails: [{ incidentId: 'inc1' }] });
  });

  it('reports a journal that is gone', async () => {
    const profile = await profileAfter(3, 'clean exit');
    rmSync(journalFile(profile));
    const { journal } = await startJournal(profile);
    const { journals, recovery } = await journal.state();
    expect(journals).toEqual([]);
    expect(recovery?.unreadableLines).toEqual([
      { incidentId: 'inc1', file: 'inc1.0001.ndjson', line: 0, why: 'the file is gone' },
    ]);
  });

  it.each(['', '{', '{"format":1}', '[]', '{"format":2,"incidents":[]}'])(
    'reads everything when the checkpoint is unreadable: %j',
    async (content) => {
      const profile = withWorkingCopy(await profileAfter(3, 'clean exit'));
      writeFileSync(journalPaths(profile).checkpoint, content);
      const { journal, prelude } = await startJournal(profile);
      expect((await journal.state()).journals[0]?.count).toBe(3);
      expect(prelude).toMatchObject({ uncleanExit: false, workingCopyMovedAside: true });
    },
  );
});

describe('a start after an unclean exit', () => {
  it('reads every file whole and moves the working copy of this origin aside', async () => {
    const profile = withWorkingCopy(await profileAfter(3, 'kill'));
    const { journal } = await startJournal(profile);
    const { journals, recovery } = await journal.state();
    expect(journals).toEqual([{ incidentId: 'inc1', count: 3, lastStamp: note(3).stamp }]);
    expect(recovery).toEqual({
      uncleanExit: true,
      workingCopyMovedAside: true,
      tornTails: [],
      returnedRows: 0,
      unreadableLines: [],
    });
    expect(stores(profile)).toEqual(['https_elsewhere_0.indexeddb.leveldb']);
    const aside = join(profile, 'IndexedDB-aside');
    expect(readdirSync(join(aside, readdirSync(aside)[0] ?? ''))).toEqual(OURS);
  });

  it('does not believe the checkpoint of the run before', async () => {
    const profile = await profileAfter(3, 'clean exit');
    const second = await startJournal(profile);
    await second.journal.append('inc1', [note(4)]);
    await second.journal.close();
    withWorkingCopy(profile);
    const opened: string[] = [];
    const files = faultyFiles({ open: (path) => void opened.push(path) });
    const { journal, prelude } = await startJournal(profile, files);
    expect((await journal.state()).journals[0]?.count).toBe(4);
    expect(prelude).toMatchObject({ uncleanExit: true, workingCopyMovedAside: true });
    expect(opened).toContain(journalFile(profile));
  });

  it('leaves the working copy alone when the journal has no row to rebuild it from', async () => {
    const profile = withWorkingCopy(await profileAfter(0, 'kill'));
    const { prelude } = await startJournal(profile);
    expect(prelude).toMatchObject({ uncleanExit: true, workingCopyMovedAside: false });
    expect(stores(profile)).toEqual(expect.arrayContaining(OURS));
  });

  it('keeps only the newest three copies', async () => {
    const profile = withWorkingCopy(await profileAfter(1, 'kill'));
    for (const time of ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']) {
      mkdirSync(join(profile, 'IndexedDB-aside', time, 'x'), { recursive: true });
    }
    await startJournal(profile);
    const kept = readdirSync(join(profile, 'IndexedDB-aside'));
    expect(kept).toEqual(['2026-01-03', '2026-01-04', '2026-11-23T12-00-00.000Z']);
  });

  it('still counts as unclean for the start after that, until one run ends by itself', async () => {
    const profile = withWorkingCopy(await profileAfter(1, 'kill'));
    const second = await startJournal(profile);
    await second.journal.close();
    const third = await startJournal(profile);
    expect(third.prelude.uncleanExit).toBe(true);
    await third.end();
    expect((await startJournal(profile)).prelude.uncleanExit).toBe(false);
  });
});

describe('a start in a journal folder that was made anew while the last run wrote', () => {
  it('leaves the working copy alone, since it may hold what the journal lacks', async () => {
    const profile = withWorkingCopy(await profileAfter(3, 'kill'));
    rmSync(journalPaths(profile).dirty);
    const { journal, prelude } = await startJournal(profile);
    expect(prelude).toMatchObject({ uncleanExit: false, workingCopyMovedAside: false });
    expect((await journal.state()).journals[0]?.count).toBe(3);
  });
});

describe('a working copy that failed a write', () => {
  it('is moved aside at the next start, once, however cleanly the run ended', async () => {
    const profile = withWorkingCopy(await profileAfter(2, 'clean exit'));
    await placeMarker(nodeFiles, journalPaths(profile).suspect, 'AbortError');
    const first = await startJournal(profile);
    expect(first.prelude).toMatchObject({ uncleanExit: false, workingCopyMovedAside: true });
    expect((await first.journal.state()).recovery).toMatchObject({ workingCopyMovedAside: true });
    await first.end();
    mkdirSync(join(profile, 'IndexedDB', 'app_console_0.indexeddb.leveldb'), { recursive: true });
    expect((await startJournal(profile)).prelude.workingCopyMovedAside).toBe(false);
  });
});

describe('a profile that cannot be written', () => {
  it('says so and still reads', async () => {
    const profile = await profileAfter(2, 'clean exit');
    const files = faultyFiles({
      open: (_path, flags) => {
        if (flags !== 'r') throw systemError('EROFS');
      },
    });
    const { journal } = await startJournal(profile, files);
    const state = await journal.state();
    expect(state.unwritable).toMatchObject({ reason: 'read-only' });
    expect(await allRows(journal)).toEqual(notes(2));
    expect(await journal.append('inc1', [note(3)])).toMatchObject({
      ok: false,
      failure: { reason: 'read-only' },
    });
  });

  it('is no reason to reject: a folder that cannot exist gives an empty state', async () => {
    const profile = join(tempFolder(), 'file');
    writeFileSync(profile, 'not a folder');
    const { journal } = await startJournal(profile);
    expect(await journal.state()).toMatchObject({
      journals: [],
      unwritable: { reason: 'in-the-way' },
    });
  });

  it('leaves the working copy alone, since it could not be rebuilt', async () => {
    const profile = withWorkingCopy(await profileAfter(2, 'kill'));
    const files = faultyFiles({
      rename: () => {
        throw systemError('EROFS');
      },
    });
    const { prelude } = await startJournal(profile, files);
    expect(prelude.workingCopyMovedAside).toBe(false);
    expect(stores(profile)).toEqual(expect.arrayContaining(OURS));
  });
});
