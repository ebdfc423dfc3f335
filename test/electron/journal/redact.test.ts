import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StoredRow } from '../../../electron/contract';
import { canonicalJson } from '../../../electron/journal/canonicalJson';
import type { RowLine } from '../../../electron/journal/lineFormat';
import { systemError, type Faults } from '../support/faultyFiles';
import { allRows, asideFiles, journalFile, journalLines, startJournal } from '../support/journalHarness';
import { erased, holding, leak, proofOf, secret, SECRET } from '../support/leak';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

describe('redacting in the journal (RED)', () => {
  it('[RED6] erases text and salt, and leaves number, digest and links as they were', async () => {
    const profile = tempFolder();
    const running = await leak(profile);
    const before = journalLines(profile);
    expect(await running.journal.redact('inc1', [erased(secret(3))])).toEqual({
      ok: true,
      value: { redacted: 1 },
    });
    const after = journalLines(profile);
    expect(after.filter((line, n) => line !== before[n])).toHaveLength(1);
    const [was, is] = [before[3], after[3]].map((line) => JSON.parse(line ?? '') as RowLine);
    expect(is).toMatchObject({ seq: was?.seq, prev: was?.prev, digest: was?.digest, salt: '' });
    expect(is?.row).toEqual(erased(secret(3)));
    expect(holding(profile)).toEqual([]);
  });

  it('[RED7] the chain ends where it ended, and names the row', async () => {
    const running = await leak();
    const before = await proofOf(running);
    expect(before).toMatchObject({ rows: 5, redacted: [], brokenAt: null });
    await running.journal.redact('inc1', [erased(secret(3))]);
    expect(await proofOf(running)).toEqual({ ...before, redacted: [secret(3).stamp] });
    await running.journal.append('inc1', [note(6)]);
    expect(await proofOf(running)).toMatchObject({ rows: 6, redacted: [secret(3).stamp], brokenAt: null });
  });

  it('[RED6] reading and appending go on, and a clean exit vouches for the new sizes', async () => {
    const profile = tempFolder();
    const running = await leak(profile);
    expect(await allRows(running.journal)).toHaveLength(5);
    await running.journal.redact('inc1', [erased(secret(3))]);
    const expected = [note(1), note(2), erased(secret(3)), note(4), note(5), note(6)];
    expect(await running.journal.append('inc1', [note(6)])).toEqual({ ok: true, value: { durable: 6 } });
    expect(await allRows(running.journal)).toEqual(expected);
    await running.end();
    const again = await startJournal(profile);
    expect((await again.journal.state()).recovery).toBeNull();
    expect(await allRows(again.journal)).toEqual(expected);
  });

  it('[RED6] erases in every file of the journal, and what is erased already stays', async () => {
    const profile = tempFolder();
    let fails = false;
    const faults: Faults = {
      sync: (path) => {
        if (fails && path.endsWith('.0001.ndjson')) throw systemError('EIO');
      },
    };
    const running = await leak(profile, faults);
    fails = true;
    await running.journal.append('inc1', [secret(6)]);
    await running.journal.append('inc1', [secret(6), note(7)]);
    fails = false;
    expect(existsSync(journalFile(profile, 2))).toBe(true);
    const both = [erased(secret(3)), erased(secret(6))];
    expect(await running.journal.redact('inc1', both)).toMatchObject({ ok: true });
    expect(await running.journal.redact('inc1', both)).toMatchObject({ ok: true });
    expect(holding(profile)).toEqual([]);
    expect(await proofOf(running)).toMatchObject({ rows: 7, redacted: both.map(({ stamp }) => stamp) });
  });

  const others: readonly (readonly [string, StoredRow])[] = [
    ['another author', { ...erased(secret(3)), by: 'Anna' }],
    ['another time', { ...erased(secret(3)), at: 1 }],
    ['another time of writing', { ...erased(secret(3)), recordedAt: 1 }],
    ['another type', { ...erased(secret(3)), event: { type: 'note-made', text: '', redacted: true } }],
    ['a text of its own', { ...secret(3), event: { type: 'note-added', text: 'nothing', redacted: true } }],
    [
      'a field of its own',
      { ...secret(3), event: { type: 'note-added', text: '', more: 1, redacted: true } },
    ],
    ['no mark', { ...secret(3), event: { type: 'note-added', text: '' } }],
    ['the text itself', secret(3)],
    ['a stamp that is not there', erased(secret(9))],
  ];

  it.each(others)('[RED6] refuses a row with %s, and writes nothing', async (_what, row) => {
    const profile = tempFolder();
    const running = await leak(profile);
    const before = journalLines(profile);
    expect(await running.journal.redact('inc1', [erased(note(2, 'note 2')), row])).toMatchObject({
      ok: false,
      failure: { reason: 'failed' },
    });
    expect(journalLines(profile)).toEqual(before);
  });

  it('[RED6] refuses a second form of a row that is erased', async () => {
    const running = await leak();
    await running.journal.redact('inc1', [erased(secret(3))]);
    const other = { ...secret(3), event: { type: 'note-added', redacted: true } };
    expect(await running.journal.redact('inc1', [other])).toMatchObject({ ok: false });
  });

  it('[RED4] a copy with its text is acknowledged and not written again', async () => {
    const profile = tempFolder();
    const running = await leak(profile);
    await running.journal.redact('inc1', [erased(secret(3))]);
    expect(await running.journal.append('inc1', [secret(3), note(6)])).toEqual({
      ok: true,
      value: { durable: 6 },
    });
    expect(holding(profile)).toEqual([]);
    const forged = { ...secret(3), by: 'Anna' };
    expect(await running.journal.append('inc1', [forged])).toMatchObject({ ok: false });
  });

  it('[RED4] a row that comes in erased takes the place of the one that is here', async () => {
    const profile = tempFolder();
    const running = await leak(profile);
    const both = running.journal.append('inc1', [secret(7)]);
    expect(await running.journal.append('inc1', [erased(secret(3)), note(6), erased(secret(7))])).toEqual({
      ok: true,
      value: { durable: 7 },
    });
    expect((await both).ok).toBe(true);
    expect(holding(profile)).toEqual([]);
    const rows = await allRows(running.journal);
    expect(rows.map((row) => canonicalJson({ ...row }))).toContain(canonicalJson({ ...erased(secret(3)) }));
    expect(await proofOf(running)).toMatchObject({ rows: 7, brokenAt: null });
  });

  it('[RED6] torn tails kept aside, unfinished files and damaged lines of the row go too', async () => {
    const profile = tempFolder();
    const first = await leak(profile);
    await first.journal.close();
    const path = journalFile(profile);
    const torn = journalLines(profile)[3]?.slice(0, -4) ?? '';
    const damaged = torn.replace('{"crc":"', '{"crc":"0');
    writeFileSync(path, `${readFileSync(path, 'utf8')}${damaged}\n${torn}`);
    writeFileSync(`${path}.0123456789ab.tmp`, SECRET);
    mkdirSync(join(profile, 'journal', 'aside'), { recursive: true });
    writeFileSync(join(profile, 'journal', 'aside', 'other.0001.ndjson.x.torn'), 'of another incident');
    const running = await startJournal(profile);
    expect((await running.journal.state()).recovery?.tornTails).toHaveLength(1);
    expect(holding(profile)).toHaveLength(4);
    expect(await running.journal.redact('inc1', [erased(secret(3))])).toMatchObject({ ok: true });
    expect(holding(profile)).toEqual([]);
    expect(asideFiles(profile)).toEqual(['other.0001.ndjson.x.torn']);
  });

  it('[RED6] many rows are erased while others are appended', async () => {
    const profile = tempFolder();
    const running = await startJournal(profile);
    await running.journal.append('inc1', notes(300));
    const all = notes(200).map(erased);
    const [redacted, appended] = await Promise.all([
      running.journal.redact('inc1', all),
      running.journal.append('inc1', notes(50, 301)),
    ]);
    expect([redacted.ok, appended]).toEqual([true, { ok: true, value: { durable: 350 } }]);
    expect(await proofOf(running)).toMatchObject({ rows: 350, brokenAt: null });
    expect((await allRows(running.journal)).slice(0, 200)).toEqual(all);
  });
});
