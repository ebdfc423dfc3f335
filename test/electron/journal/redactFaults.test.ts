import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChainedHeader } from '../../../electron/journal/chain';
import { encodeHeader } from '../../../electron/journal/lineFormat';
import { systemError, type Faults } from '../support/faultyFiles';
import { journalFile, journalLines, startJournal } from '../support/journalHarness';
import { erased, holding, leak, proofOf, secret } from '../support/leak';
import { note } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

describe('a redaction that is interrupted (RED)', () => {
  const steps: readonly (readonly [string, (stop: () => void) => Faults])[] = [
    ['the new file is made', (stop) => ({ open: (path) => (path.endsWith('.tmp') ? stop() : undefined) })],
    [
      'it is half written',
      (stop) => ({
        write: (path, length) => {
          if (path.endsWith('.tmp')) stop();
          return length;
        },
      }),
    ],
    ['it is fsynced', (stop) => ({ sync: (path) => (path.endsWith('.tmp') ? stop() : undefined) })],
    [
      'it is read back',
      (stop) => ({
        readAll: (path, bytes) => {
          if (path.endsWith('.tmp')) stop();
          return bytes;
        },
      }),
    ],
    ['it takes the old one’s place', (stop) => ({ rename: () => stop() })],
  ];

  it.each(steps)(
    '[RED6] a failure as %s leaves the old file whole, and the next try ends it',
    async (_at, at) => {
      const profile = tempFolder();
      let broken = false;
      const faults = at(() => {
        if (broken) throw systemError('EIO');
      });
      const running = await leak(profile, faults);
      const before = journalLines(profile);
      broken = true;
      expect(await running.journal.redact('inc1', [erased(secret(3))])).toMatchObject({ ok: false });
      expect(journalLines(profile)).toEqual(before);
      broken = false;
      expect(await running.journal.append('inc1', [note(6)])).toMatchObject({ ok: true });
      expect(await running.journal.redact('inc1', [erased(secret(3))])).toMatchObject({ ok: true });
      expect(holding(profile)).toEqual([]);
      expect(await proofOf(running)).toMatchObject({ rows: 6, brokenAt: null });
    },
  );

  it('[RED6] a kill between two files is made good by asking again', async () => {
    const profile = tempFolder();
    const faults: Faults = {};
    const running = await leak(profile, faults);
    faults.sync = (path) => {
      if (path.endsWith('.0001.ndjson')) throw systemError('EIO');
    };
    await running.journal.append('inc1', [secret(6)]);
    await running.journal.append('inc1', [secret(6)]);
    delete faults.sync;
    faults.rename = (_from, to) => {
      if (to.endsWith('.0002.ndjson')) throw systemError('EIO');
    };
    const both = [erased(secret(3)), erased(secret(6))];
    expect(await running.journal.redact('inc1', both)).toMatchObject({ ok: false });
    await running.journal.close();
    const again = await startJournal(profile);
    expect(await proofOf(again)).toMatchObject({ rows: 6, redacted: [secret(3).stamp], brokenAt: null });
    expect(await again.journal.redact('inc1', both)).toMatchObject({ ok: true });
    expect(holding(profile)).toEqual([]);
  });

  it('[RED6] a full disk costs the ballast', async () => {
    const profile = tempFolder();
    let full = false;
    const running = await leak(profile, {
      write: (path, length) => {
        if (full && path.endsWith('.tmp') && existsSync(join(profile, 'journal', 'ballast'))) {
          throw systemError('ENOSPC');
        }
        return length;
      },
    });
    await running.ballast.replenish();
    full = true;
    expect(await running.journal.redact('inc1', [erased(secret(3))])).toMatchObject({ ok: true });
    expect(existsSync(join(profile, 'journal', 'ballast'))).toBe(false);
  });

  it('[RED6] a file of a newer version is left alone', async () => {
    const profile = tempFolder();
    const first = await leak(profile);
    await first.journal.close();
    const path = journalFile(profile);
    writeFileSync(path, `${readFileSync(path, 'utf8')}${newerHeader(journalLines(profile)[0] ?? '')}`);
    const before = readFileSync(path);
    const running = await startJournal(profile);
    expect(await running.journal.redact('inc1', [erased(secret(3))])).toMatchObject({ ok: false });
    expect(readFileSync(path)).toEqual(before);
  });
});

function newerHeader(header: string): string {
  const { crc: _crc, ...rest } = JSON.parse(header) as { crc: string };
  return encodeHeader({ ...(rest as ChainedHeader), format: 2 }).toString();
}
