import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Backups } from '../../../electron/backups/backups';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { rowsInMirror } from '../../../electron/mirror/mirrorRows';
import { value } from '../support/backupHarness';
import { allRows } from '../support/journalHarness';
import { erased, secret } from '../support/leak';
import { note, NOON, notes } from '../support/rows';
import { MirrorWorld } from './mirrorWorld';

const fresh = async (): Promise<MirrorWorld> => (await new MirrorWorld().start()).plugIn();

async function takenIn(world: MirrorWorld) {
  const { profile, journal, stick } = world;
  const backups = new Backups({
    files: nodeFiles,
    folder: join(profile, 'backups'),
    journal,
    device: 'dev1',
    now: () => NOON,
  });
  return backups.takeIn(async () => ({ rows: await rowsInMirror(nodeFiles, stick) }), stick);
}

describe('taking in what only the second place has (MIR6)', () => {
  it('[MIR6] brings a journal back that is gone, and twice is once', async () => {
    const world = await fresh();
    await world.append(...notes(4));
    await world.append(note(1, 'x', 'inc2'));
    await world.quit();
    rmSync(join(world.profile, 'journal'), { recursive: true });
    await world.start();
    expect(await world.settled()).toMatchObject({ standing: 'level', onlyThere: 2 });
    expect(value(await takenIn(world))).toEqual({ rows: 5, incidents: 2, presentKeptAs: null });
    expect(await allRows(world.journal)).toEqual(notes(4));
    expect(value(await takenIn(world))).toMatchObject({ rows: 0, incidents: 0 });
    // The new journal is another chain, so the old copies make room and stay.
    expect(await world.settled()).toMatchObject({ standing: 'level', putAside: 2, onlyThere: 0 });
    expect(world.copied).toEqual(world.original);
    expect(Object.keys(world.aside)).toHaveLength(2);
  });

  it('[MIR6] is a union with what is here, of every device there and of what was put aside', async () => {
    const world = await fresh();
    await world.append(...notes(2));
    await world.settled();
    const other = join(world.stick, 'incident-console-journal-dev2');
    cpSync(world.copy, other, { recursive: true });
    await world.append(note(3));
    await world.quit();
    mkdirSync(join(world.copy, 'aside'));
    cpSync(
      join(world.copy, 'inc1.0001.ndjson'),
      join(world.copy, 'aside', 'inc1.0001.ndjson.2026-11-23T12-00-00.000Z.aside'),
    );
    rmSync(join(world.copy, 'inc1.0001.ndjson'));
    rmSync(join(world.profile, 'journal'), { recursive: true });
    await world.start();
    await world.append(note(9));
    expect(value(await takenIn(world))).toMatchObject({ rows: 3, incidents: 1 });
    expect((await allRows(world.journal)).map(({ stamp }) => stamp).toSorted()).toEqual(
      [...notes(3), note(9)].map(({ stamp }) => stamp),
    );
  });

  it('[MIR6] of two copies of a row the erased one counts, and one erased here stays so', async () => {
    const world = await fresh();
    await world.append(note(1), secret(2));
    await world.quit();
    const other = join(world.stick, 'incident-console-journal-dev2');
    cpSync(world.copy, other, { recursive: true });
    await world.start();
    await world.journal.redact('inc1', [erased(secret(2))]);
    await world.settled();
    expect(value(await takenIn(world))).toMatchObject({ rows: 0 });
    expect(await allRows(world.journal)).toEqual([note(1), erased(secret(2))]);
    await world.quit();
    rmSync(join(world.profile, 'journal'), { recursive: true });
    await world.start();
    expect(value(await takenIn(world))).toMatchObject({ rows: 2 });
    expect(await allRows(world.journal)).toEqual([note(1), erased(secret(2))]);
  });

  it('[MIR6] damaged lines and foreign files are left out, and a place that is away is said', async () => {
    const world = await fresh();
    await world.append(...notes(3));
    await world.settled();
    const file = join(world.copy, 'inc1.0001.ndjson');
    const [header = '', one = '', two = '', three = ''] = (world.copied['inc1.0001.ndjson'] ?? '').split(
      '\n',
    );
    writeFileSync(file, [header, one, two.replace('note 2', 'nope 2'), three.slice(0, 90)].join('\n'));
    writeFileSync(join(world.copy, 'holiday.txt'), `${two}\n`);
    expect((await rowsInMirror(nodeFiles, world.stick)).get('inc1')).toEqual([note(1)]);
    world.unplug();
    expect(await takenIn(world)).toMatchObject({
      ok: false,
      failure: { reason: 'missing', path: world.stick },
    });
  });
});
