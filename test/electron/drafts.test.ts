import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Drafts } from '../../electron/drafts';
import type { FilePort } from '../../electron/files/filePort';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { faultyFiles, systemError, type Faults } from './support/faultyFiles';
import { tempFolder } from './support/tempFolder';

const PAD = 'pad:inc1';

function drafting(path = join(tempFolder(), 'drafts.ndjson'), files: FilePort = nodeFiles) {
  const failures: unknown[] = [];
  const drafts = new Drafts(files, path, (error) => failures.push(error));
  onTestFinished(() => drafts.drain());
  return { path, failures, drafts };
}

async function keptIn(path: string): Promise<Record<string, string>> {
  const { drafts } = drafting(path);
  await drafts.load();
  return Object.fromEntries(drafts.texts);
}

describe('drafts', () => {
  it('come back after a restart, the newest text of each field', async () => {
    const { path, drafts } = drafting();
    for (const text of ['r', 're', 'res', 'rest']) drafts.set(PAD, text);
    drafts.set('composer:inc1', 'We are looking');
    await drafts.drain();
    expect(await keptIn(path)).toEqual({ [PAD]: 'rest', 'composer:inc1': 'We are looking' });
  });

  it('are gone once the field is empty', async () => {
    const { path, drafts } = drafting();
    drafts.set(PAD, 'text');
    drafts.set(PAD, '');
    await drafts.drain();
    expect(await keptIn(path)).toEqual({});
  });

  it('[RED6] what was typed and taken back leaves the disk when a redaction asks for it', async () => {
    const { path, drafts } = drafting();
    for (const text of ['my key is hunter2', '']) drafts.set(PAD, text);
    drafts.set('composer:inc1', 'We are looking');
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8')).toContain('looking');
    drafts.set('edit:row', 'hunter2');
    drafts.set('edit:row', '');
    writeFileSync(`${path}.0123456789ab.tmp`, 'hunter2');
    writeFileSync(`${path}.kept.tmp`, '');
    await drafts.compact();
    expect(readFileSync(path, 'utf8')).not.toContain('hunter2');
    expect(readdirSync(dirname(path))).toEqual([basename(path), `${basename(path)}.kept.tmp`]);
    drafts.set(PAD, 'and on');
    await drafts.drain();
    expect(await keptIn(path)).toEqual({ [PAD]: 'and on', 'composer:inc1': 'We are looking' });
  });

  it('[RED6] that can’t be written anew say so, and are written with the next key', async () => {
    const faults: Faults = {};
    const { path, drafts } = drafting(undefined, faultyFiles(faults));
    drafts.set(PAD, 'first');
    await drafts.compact();
    faults.rename = () => {
      throw systemError('EIO');
    };
    await expect(drafts.compact()).rejects.toThrow('EIO');
    delete faults.rename;
    drafts.set(PAD, 'second');
    await drafts.drain();
    expect(await keptIn(path)).toEqual({ [PAD]: 'second' });
  });

  it('are in the file at once, before any fsync', async () => {
    const { path, drafts } = drafting();
    drafts.set(PAD, 'first');
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8')).toContain('first');
    drafts.set(PAD, 'second');
    await expect.poll(() => readFileSync(path, 'utf8'), { interval: 2 }).toContain('second');
  });

  it('are fsynced within 200 ms, also while typing goes on', async () => {
    const syncs: number[] = [];
    const path = join(tempFolder(), 'drafts.ndjson');
    const files = faultyFiles({ sync: (file) => void (file === path && syncs.push(performance.now())) });
    const { drafts } = drafting(path, files);
    const start = performance.now();
    for (let n = 0; performance.now() - start < 900; n += 1) {
      drafts.set(PAD, 'x'.repeat(n));
      await pause(20);
    }
    await drafts.drain();
    const gaps = syncs.map((at, n) => at - (syncs[n - 1] ?? start));
    expect(syncs.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...gaps)).toBeLessThan(230);
  });

  it('survive a torn last line: the text before it counts', async () => {
    const { path, drafts } = drafting();
    drafts.set(PAD, 'whole');
    await drafts.drain();
    appendFileSync(path, '{"key":"pad:inc1","text":"who');
    expect(await keptIn(path)).toEqual({ [PAD]: 'whole' });
  });

  it('pass over lines that are not drafts', async () => {
    const { path } = drafting();
    writeFileSync(path, '\u0000\u0000\n[]\n{"key":1}\n{"key":"a","text":"b"}\nnull\n');
    expect(await keptIn(path)).toEqual({ a: 'b' });
  });

  it('start a file with only what is live', async () => {
    const { path, drafts } = drafting();
    for (let n = 0; n < 500; n += 1) drafts.set(PAD, `text ${n}`);
    await drafts.drain();
    const next = drafting(path);
    await next.drafts.load();
    next.drafts.set('other', 'x');
    await next.drafts.drain();
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
  });

  it('do not let the file grow without end while a long note is typed', async () => {
    const { path, drafts } = drafting();
    for (let n = 0; n < 120; n += 1) {
      drafts.set(PAD, `${'x'.repeat(100_000)}${n}`);
      await pause(1);
    }
    await drafts.drain();
    expect(statSync(path).size).toBeLessThan(6_000_000);
    expect((await keptIn(path))[PAD]).toMatch(/x119$/);
  });

  it('keep field names that mean something to JavaScript', async () => {
    const { path, drafts } = drafting();
    drafts.set('__proto__', 'x');
    await drafts.drain();
    expect(Object.entries(await keptIn(path))).toEqual([['__proto__', 'x']]);
  });
});

describe('drafts that cannot be written', () => {
  it('disturb nobody, are reported, and are written whole with the next keystroke', async () => {
    const faults: Faults = {};
    const path = join(tempFolder(), 'drafts.ndjson');
    const { drafts, failures } = drafting(path, faultyFiles(faults));
    drafts.set('composer', 'kept');
    await drafts.drain();
    faults.write = () => {
      throw systemError('ENOSPC');
    };
    drafts.set(PAD, 'a');
    await expect.poll(() => failures.length).toBe(1);
    delete faults.write;
    drafts.set(PAD, 'ab');
    await drafts.drain();
    expect(await keptIn(path)).toEqual({ composer: 'kept', [PAD]: 'ab' });
  });

  it('are written anew after an fsync that failed, since the system may have dropped what it failed on', async () => {
    const faults: Faults = {};
    const path = join(tempFolder(), 'drafts.ndjson');
    const { drafts, failures } = drafting(path, faultyFiles(faults));
    drafts.set(PAD, 'a');
    await expect.poll(() => existsSync(path)).toBe(true);
    const { ino } = statSync(path);
    faults.sync = () => {
      throw systemError('EIO');
    };
    drafts.set(PAD, 'ab');
    await expect.poll(() => failures.length).toBe(1);
    drafts.set(PAD, 'abc');
    await pause(20);
    expect(failures).toHaveLength(1);
    delete faults.sync;
    drafts.set(PAD, 'abcd');
    await expect.poll(() => readFileSync(path, 'utf8')).toContain('abcd');
    expect(statSync(path).ino).not.toBe(ino);
  });

  it('are tried once more at the end', async () => {
    const faults: Faults = {
      write: () => {
        throw systemError('ENOSPC');
      },
    };
    const path = join(tempFolder(), 'drafts.ndjson');
    const { drafts, failures } = drafting(path, faultyFiles(faults));
    drafts.set(PAD, 'a');
    await expect.poll(() => failures.length).toBe(1);
    delete faults.write;
    await drafts.drain();
    expect(await keptIn(path)).toEqual({ [PAD]: 'a' });
  });

  it('do not keep the program from ending', async () => {
    const files = faultyFiles({
      open: () => {
        throw systemError('EIO');
      },
    });
    const { drafts } = drafting(join(tempFolder(), 'drafts.ndjson'), files);
    drafts.set(PAD, 'a');
    await drafts.drain();
  });
});
