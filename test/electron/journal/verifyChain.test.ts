import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalVerification } from '../../../electron/contract';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { CHAIN_START, headerLinkOf, type ChainedHeader } from '../../../electron/journal/chain';
import { encodeHeader, encodeRow, type RowLine } from '../../../electron/journal/lineFormat';
import { readSegmentName } from '../../../electron/journal/segmentName';
import { verifyChain } from '../../../electron/journal/verifyChain';
import { faultyFiles, systemError, type Faults } from '../support/faultyFiles';
import { journalFile, journalLines, startJournal } from '../support/journalHarness';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

const names = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    readSegmentName(`inc1.${String(n + 1).padStart(4, '0')}.ndjson`),
  ).filter((name) => name !== undefined);

const verified = (profile: string, segments = 1): Promise<JournalVerification> =>
  verifyChain(nodeFiles, dirname(journalFile(profile)), names(segments));

const ERASED = { ...note(3), event: { type: 'note-added', text: '', redacted: true } };

/** Five rows in one file, the third of them redacted. */
async function journal(profile = tempFolder()): Promise<string> {
  const { journal: open } = await startJournal(profile);
  await open.append('inc1', notes(5));
  await open.redact('inc1', [ERASED]);
  await open.close();
  return profile;
}

/** Two files, as a failed fsync leaves them: rows 1 to 3, then 4 to 6. */
async function twoFiles(): Promise<string> {
  const profile = tempFolder();
  const faults: Faults = {};
  const { journal: open } = await startJournal(profile, faultyFiles(faults));
  await open.append('inc1', notes(3));
  faults.sync = () => {
    throw systemError('EIO');
  };
  await open.append('inc1', [note(4)]);
  delete faults.sync;
  await open.append('inc1', notes(3, 4));
  await open.close();
  return profile;
}

/** A line with its content changed and a checksum that fits. */
function forged(line: string, change: (line: RowLine) => RowLine): string {
  const { seq, prev, salt, digest, row } = JSON.parse(line) as RowLine;
  return encodeRow(change({ seq, prev, salt, digest, row })).toString().trimEnd();
}

async function brokenAfter(
  change: (lines: readonly string[]) => readonly string[],
): Promise<JournalVerification['brokenAt']> {
  const profile = await journal();
  writeFileSync(
    journalFile(profile),
    change(journalLines(profile))
      .map((line) => `${line}\n`)
      .join(''),
  );
  return (await verified(profile)).brokenAt;
}

const FILE = 'inc1.0001.ndjson';

describe('verifying a journal (RED)', () => {
  it('[RED7] counts the rows, names the redacted ones, and gives the end of the chain', async () => {
    const profile = await journal();
    const proof = await verified(profile);
    expect(proof).toMatchObject({ rows: 5, redacted: [note(3).stamp], brokenAt: null });
    expect(proof.link).toMatch(/^[0-9a-f]{64}$/);
    expect(await verified(profile)).toEqual(proof);
  });

  it('[RED7] names the line of any byte that is changed', async () => {
    const profile = await journal();
    const bytes = readFileSync(journalFile(profile));
    let line = 1;
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (bytes[at] ?? 0) ^ 0x01;
      writeFileSync(journalFile(profile), changed);
      const { brokenAt } = await verified(profile);
      expect({ at, line: brokenAt?.line, file: brokenAt?.file }).toEqual({ at, line, file: FILE });
      if (bytes[at] === 0x0a) line += 1;
    }
    expect(line).toBe(7);
  });

  it('[RED7] names the line of a text, a salt or a mark changed together with its checksum', async () => {
    const changes: readonly (readonly [number, (line: RowLine) => RowLine, number, string])[] = [
      [1, (one) => ({ ...one, row: { ...one.row, event: { type: 'x' } } }), 2, 'its text was changed'],
      [1, (one) => ({ ...one, salt: 'aa' }), 2, 'its text was changed'],
      [1, (one) => ({ ...one, salt: '' }), 2, 'its salt is gone, and it is not redacted'],
      [3, (one) => ({ ...one, row: note(3) }), 4, 'its salt is gone, and it is not redacted'],
      [3, (one) => ({ ...one, salt: 'aa' }), 4, 'its text was changed'],
      [1, (one) => ({ ...one, row: { ...one.row, by: 'Anna' } }), 3, 'does not follow the line before it'],
      [1, (one) => ({ ...one, row: { ...one.row, at: 1 } }), 3, 'does not follow the line before it'],
      [5, (one) => ({ ...one, seq: 9 }), 6, 'its number is not the next one'],
      [1, (one) => ({ ...one, row: { ...one.row, incidentId: 'inc2' } }), 2, 'belongs to another incident'],
    ];
    for (const [index, change, line, why] of changes) {
      const broken = await brokenAfter((lines) =>
        lines.map((text, n) => (n === index ? forged(text, change) : text)),
      );
      expect(broken).toEqual({ file: FILE, line, why });
    }
  });

  it('[RED7] names the place of a row taken out, put in or moved', async () => {
    expect(await brokenAfter((lines) => lines.toSpliced(2, 1))).toMatchObject({ line: 3 });
    expect(await brokenAfter((lines) => lines.toSpliced(2, 0, lines[1] ?? ''))).toMatchObject({ line: 3 });
    expect(await brokenAfter((lines) => lines.toSpliced(4, 1).concat(lines[4] ?? ''))).toMatchObject({
      line: 5,
    });
    expect(await brokenAfter((lines) => lines.slice(1))).toEqual({
      file: FILE,
      line: 1,
      why: 'there is no header before it',
    });
    expect(await brokenAfter((lines) => [...lines, lines[0] ?? ''])).toMatchObject({
      why: 'a second header',
    });
  });

  it('[RED7] an earlier answer’s end tells of rows cut off', async () => {
    const profile = await journal();
    const { link } = await verified(profile);
    writeFileSync(journalFile(profile), `${journalLines(profile).slice(0, -1).join('\n')}\n`);
    const shorter = await verified(profile);
    expect(shorter).toMatchObject({ rows: 4, brokenAt: null });
    expect(shorter.link).not.toBe(link);
  });

  it('[RED7] names a last line that is not finished', async () => {
    const profile = await journal();
    writeFileSync(journalFile(profile), `${readFileSync(journalFile(profile), 'utf8')}{"crc`);
    expect((await verified(profile)).brokenAt).toEqual({ file: FILE, line: 7, why: 'it is not finished' });
  });

  it('[RED7] goes on from file to file', async () => {
    const profile = await twoFiles();
    expect(await verified(profile, 2)).toMatchObject({ rows: 6, brokenAt: null });
    const [header = '', ...rest] = journalLines(profile);
    writeFileSync(journalFile(profile), `${[header, ...rest.slice(0, -1)].join('\n')}\n`);
    expect((await verified(profile, 2)).brokenAt).toEqual({
      file: 'inc1.0002.ndjson',
      line: 1,
      why: 'does not follow the file before it',
    });
  });

  it('[RED7] rows that a sealed file ends in, and the next one repeats, break nothing', async () => {
    const profile = tempFolder();
    const faults: Faults = {};
    const { journal: open } = await startJournal(profile, faultyFiles(faults));
    await open.append('inc1', notes(3));
    faults.sync = () => {
      throw systemError('EIO');
    };
    faults.truncate = () => {
      throw systemError('EIO');
    };
    await open.append('inc1', [note(4)]);
    delete faults.sync;
    delete faults.truncate;
    await open.append('inc1', notes(3, 4));
    await open.close();
    expect(journalLines(profile)).toHaveLength(5);
    expect(await verified(profile, 2)).toMatchObject({ rows: 6, brokenAt: null });
  });

  const headers: readonly (readonly [string, Partial<ChainedHeader>])[] = [
    ['belongs to another incident', { incidentId: 'inc2' }],
    ['belongs to another file of this journal', { segment: 2 }],
    ['does not begin the chain', { prev: 'f'.repeat(64) }],
  ];

  it.each(headers)('[RED7] a header that %s is named', async (why, change) => {
    const header: ChainedHeader = {
      format: 1,
      incidentId: 'inc1',
      device: 'dev1',
      createdAt: 0,
      segment: 1,
      prev: CHAIN_START,
      ...change,
    };
    expect(headerLinkOf(header)).toMatch(/^[0-9a-f]{64}$/);
    const broken = await brokenAfter(([, ...rest]) => [encodeHeader(header).toString().trimEnd(), ...rest]);
    expect(broken).toEqual({ file: FILE, line: 1, why });
  });

  it('[RED7] a journal without a row is a chain without a link', async () => {
    const { journal: open } = await startJournal(tempFolder());
    expect(await open.proof('inc1')).toEqual({
      ok: true,
      value: { rows: 0, redacted: [], brokenAt: null, link: '' },
    });
  });
});
