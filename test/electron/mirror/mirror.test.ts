import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemError } from '../support/faultyFiles';
import { journalFile } from '../support/journalHarness';
import { erased, SECRET, secret } from '../support/leak';
import { note, NOON, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';
import { MirrorWorld } from './mirrorWorld';

const fresh = async (): Promise<MirrorWorld> => (await new MirrorWorld().start()).plugIn();

describe('the journal’s second place (MIR)', () => {
  it('[MIR1] gets the same files with the same bytes, what was there before and what comes', async () => {
    const world = await new MirrorWorld(undefined, undefined, { segmentBytes: 800 }).start();
    await world.append(...notes(2));
    await world.append(...notes(2, 3));
    await world.plugIn();
    expect(world.copied).toEqual(world.original);
    await world.append(note(1, 'x', 'inc2'));
    await world.append(...notes(3, 5));
    expect(await world.settled()).toMatchObject({ standing: 'level', rowsBehind: 0, since: null });
    expect(world.copied).toEqual(world.original);
    expect(Object.keys(world.copied)).toHaveLength(4);
  });

  it('[MIR1] is written by appending, in a folder of this device, fsynced', async () => {
    const world = await fresh();
    const writes: number[] = [];
    let syncs = 0;
    world.faults.write = (_path, length) => {
      if (_path.endsWith('.ndjson')) writes.push(length);
      return length;
    };
    world.faults.sync = (path) => void (path.endsWith('.ndjson') ? (syncs += 1) : null);
    await world.append(note(1));
    await world.settled();
    await world.append(note(2));
    await world.settled();
    expect(writes[1]).toBeLessThan(writes[0] ?? 0);
    expect(syncs).toBe(2);
    expect(world.copied).toEqual(world.original);
  });

  it('[MIR2] a second place that hangs or fails holds up no note, and is asked again after a while only', async () => {
    const world = await fresh();
    let release: () => void = () => undefined;
    let asked = 0;
    const hangs = new Promise<void>((resolve) => (release = resolve));
    world.faults.sync = async (path) => {
      if (!path.startsWith(world.copy)) return;
      asked += 1;
      await hangs;
      throw systemError('EIO');
    };
    for (const row of notes(5)) await world.append(row);
    expect((await world.journal.extents()).get('inc1')?.rows).toBe(5);
    release();
    expect(await world.settled()).toMatchObject({
      standing: 'behind',
      rowsBehind: 5,
      since: NOON,
      failure: { reason: 'failed' },
    });
    for (const row of notes(5, 6)) await world.append(row);
    await world.settled();
    expect(asked).toBe(1);
    delete world.faults.sync;
    expect(await world.again()).toMatchObject({ standing: 'level', since: null, failure: null });
    expect(world.copied).toEqual(world.original);
    expect(world.told.at(-1)).toMatchObject({ standing: 'level' });
  });

  it('[MIR3] away, it is said to be behind by so many rows since then, over a restart too; back, it catches up', async () => {
    const world = await fresh();
    await world.append(...notes(2));
    await world.settled();
    world.unplug();
    world.now = NOON + 60_000;
    await world.append(note(3));
    expect(await world.settled()).toMatchObject({ standing: 'behind', rowsBehind: 1, since: NOON + 60_000 });
    await world.append(note(4));
    await world.again();
    expect(world.told.at(-1)).toMatchObject({
      standing: 'behind',
      rowsBehind: 2,
      failure: { reason: 'missing', path: world.stick },
    });
    await world.quit();
    world.now = NOON + 120_000;
    await world.start();
    await world.append(note(5));
    expect(await world.settled()).toMatchObject({ standing: 'behind', rowsBehind: 3, since: NOON + 60_000 });
    world.plugBack();
    expect(await world.again()).toMatchObject({ standing: 'level', rowsBehind: 0, since: null });
    expect(world.copied).toEqual(world.original);
  });

  it('[MIR3] the chosen folder is never made, nor this device’s a second time: it would lie on another disk', async () => {
    const world = await fresh();
    await world.append(note(1));
    await world.settled();
    world.unplug();
    await world.append(note(2));
    await world.settled();
    mkdirSync(world.stick);
    expect(await world.again()).toMatchObject({ standing: 'behind', failure: { path: world.copy } });
    expect(world.copied).toEqual({});
    await world.plugIn();
    expect(world.copied).toEqual(world.original);
  });

  it('[MIR4] a copy cut short anywhere is gone on with', async () => {
    const world = await fresh();
    await world.append(...notes(2));
    await world.quit();
    const file = join(world.copy, 'inc1.0001.ndjson');
    const { length } = readFileSync(file);
    for (const bytes of [0, 1, 100, 300, 500, length - 1]) {
      truncateSync(file, bytes);
      await world.start();
      expect(await world.settled()).toMatchObject({ standing: 'level', putAside: 0 });
      expect(world.copied).toEqual(world.original);
      await world.quit();
    }
  });

  it('[MIR4] a file there that is none of ours is put aside whole, and said', async () => {
    const world = await fresh();
    await world.append(...notes(2));
    await world.quit();
    const file = join(world.copy, 'inc1.0001.ndjson');
    const theirs = readFileSync(file, 'utf8').replace('note 1', 'nope 1');
    writeFileSync(file, theirs);
    writeFileSync(join(world.copy, 'inc2.0001.ndjson'), 'a shopping list');
    await world.start();
    await world.append(note(1, 'x', 'inc2'));
    expect(await world.settled()).toMatchObject({ standing: 'level', putAside: 2 });
    expect(world.copied).toEqual(world.original);
    expect(Object.values(world.aside)).toEqual([theirs, 'a shopping list']);
    expect(Object.keys(world.aside)[0]).toMatch(/^inc1\.0001\.ndjson\.2026-11-23T.*\.aside$/);
  });

  it('[MIR4] a copy with rows this journal has lost is put aside, not cut to size', async () => {
    const world = await fresh();
    await world.append(...notes(4));
    await world.quit();
    const before = world.copied['inc1.0001.ndjson'];
    const text = readFileSync(journalFile(world.profile), 'utf8');
    writeFileSync(journalFile(world.profile), `${text.split('\n').slice(0, 3).join('\n')}\n`);
    await world.start();
    expect(await world.settled()).toMatchObject({ standing: 'level', putAside: 1 });
    expect(world.copied).toEqual(world.original);
    expect(Object.values(world.aside)).toEqual([before]);
  });

  it('[MIR5] a redaction reaches the copy, by rewriting it; nothing is put aside', async () => {
    const world = await fresh();
    await world.append(note(1), secret(2), note(3));
    await world.settled();
    expect(JSON.stringify(world.copied)).toContain(SECRET);
    await world.journal.redact('inc1', [erased(secret(2))]);
    expect(await world.settled()).toMatchObject({ standing: 'level', redactionWaits: false, putAside: 0 });
    expect(world.copied).toEqual(world.original);
    expect(JSON.stringify(world.copied)).not.toContain(SECRET);
  });

  it('[MIR5] a redaction in the middle of copying the same file reaches the copy', async () => {
    const world = await fresh();
    await world.append(note(1), secret(2), note(3));
    await world.settled();
    let redacting: Promise<unknown> | null = null;
    world.faults.sync = async (path) => {
      if (!path.startsWith(world.copy)) return;
      redacting ??= world.journal.redact('inc1', [erased(secret(2))]);
      await redacting;
    };
    await world.append(note(4));
    await world.settled();
    await world.again();
    expect(await world.settled()).toMatchObject({ standing: 'level', redactionWaits: false });
    expect(world.copied).toEqual(world.original);
    expect(JSON.stringify([world.copied, world.aside])).not.toContain(SECRET);
  });

  it('[MIR5] a redaction while it is away waits, over a restart, and is done when it is back', async () => {
    const world = await fresh();
    await world.append(note(1), secret(2), note(3));
    await world.settled();
    world.unplug();
    await world.journal.redact('inc1', [erased(secret(2))]);
    expect(await world.settled()).toMatchObject({ standing: 'behind', rowsBehind: 0, redactionWaits: true });
    await world.quit();
    await world.start();
    expect(await world.settled()).toMatchObject({ redactionWaits: true });
    await world.append(note(4));
    world.plugBack();
    expect(await world.again()).toMatchObject({ standing: 'level', redactionWaits: false, putAside: 0 });
    expect(world.copied).toEqual(world.original);
    expect(JSON.stringify(world.copied)).not.toContain(SECRET);
  });

  it('[MIR5] a redaction reaches what was put aside, what a kill left half-written, and a copy cut short', async () => {
    const world = await fresh();
    await world.append(note(1), secret(2), note(3));
    await world.quit();
    const file = join(world.copy, 'inc1.0001.ndjson');
    const whole = readFileSync(file, 'utf8');
    mkdirSync(join(world.copy, 'aside'));
    writeFileSync(join(world.copy, 'aside', 'inc1.0001.ndjson.2026.aside'), whole);
    writeFileSync(`${file}.0123456789ab.tmp`, whole);
    truncateSync(file, whole.indexOf(SECRET) + SECRET.length);
    await world.start();
    await world.journal.redact('inc1', [erased(secret(2))]);
    await world.settled();
    expect(await world.settled()).toMatchObject({ standing: 'level', putAside: 0 });
    expect(JSON.stringify([world.copied, world.aside])).not.toContain(SECRET);
    expect(Object.keys(world.copied)).toEqual(['inc1.0001.ndjson']);
    expect(Object.values(world.aside)[0]).toContain('note 3');
  });

  it('[MIR6] counts the incidents that only the copy has', async () => {
    const world = await fresh();
    await world.append(note(1));
    await world.append(note(1, 'x', 'inc2'));
    await world.quit();
    rmSync(journalFile(world.profile, 1, 'inc2'));
    await world.start();
    expect(await world.settled()).toMatchObject({ standing: 'level', onlyThere: 1 });
  });

  it('[MIR2] turned off, nothing is copied any more, and what was stays; two devices share a folder', async () => {
    const world = await fresh();
    await world.append(note(1));
    await world.settled();
    mkdirSync(join(world.stick, 'incident-console-journal-dev2'));
    expect(await world.second.choose(null)).toMatchObject({ standing: 'off', folder: null });
    await world.append(note(2));
    await world.settled();
    expect(world.copied['inc1.0001.ndjson']?.split('\n')).toHaveLength(3);
    await world.quit();
    await world.start();
    expect(await world.settled()).toMatchObject({ standing: 'off' });
  });

  it('[MIR2] what the journal did not acknowledge is not copied', async () => {
    const world = await fresh();
    await world.append(note(1));
    await world.settled();
    appendFileSync(journalFile(world.profile), '{"crc":"half a line');
    await world.second.choose(world.stick);
    await world.settled();
    expect(world.copied['inc1.0001.ndjson']).not.toContain('half a line');
  });

  it('[MIR3] a full stick is named with its reason, and the half copy is gone on with', async () => {
    const world = await fresh();
    let room = 200;
    world.faults.write = (path, length) => {
      if (!path.startsWith(world.copy)) return length;
      if (room <= 0) throw systemError('ENOSPC');
      const taken = Math.min(room, length);
      room -= taken;
      return taken;
    };
    await world.append(...notes(3));
    expect(await world.settled()).toMatchObject({ standing: 'behind', failure: { reason: 'disk-full' } });
    delete world.faults.write;
    expect(await world.again()).toMatchObject({ standing: 'level', putAside: 0 });
    expect(world.copied).toEqual(world.original);
  });

  it('[MIR3] a memory file that makes no sense means no second place, and a folder that is none is said', async () => {
    const profile = tempFolder();
    writeFileSync(join(profile, 'mirror.json'), '{"folder":7}');
    const world = await new MirrorWorld(profile).start();
    expect(await world.settled()).toMatchObject({ standing: 'off' });
    writeFileSync(world.stick, 'a file');
    await world.second.choose(world.stick);
    expect(await world.settled()).toMatchObject({ standing: 'behind', failure: { reason: 'missing' } });
  });
});
