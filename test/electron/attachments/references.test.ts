import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { imageName } from '../../../electron/attachments/imageName';
import { ImageStore } from '../../../electron/attachments/imageStore';
import { checkImages, isNamed, orphanedBy } from '../../../electron/attachments/references';
import type { StoredImage, StoredRow } from '../../../electron/contract';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { journalPaths } from '../../../electron/journal/paths';
import { redactEverywhere } from '../../../electron/redaction';
import { gif, png } from '../../support/images';
import { startJournal } from '../support/journalHarness';
import { note } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

const withImages = (n: number, images: readonly StoredImage[], incidentId = 'inc1'): StoredRow => ({
  ...note(n, 'x', incidentId),
  event: {
    type: 'note-logged',
    kind: 'note',
    text: `note ${n}`,
    attachments: images.map((image) => ({ ...image })),
  },
});

const erased = (row: StoredRow): StoredRow => ({
  ...row,
  event: { type: 'note-logged', kind: 'note', text: '', redacted: true },
});

async function world() {
  const profile = tempFolder();
  const images = new ImageStore(nodeFiles, join(profile, 'attachments'));
  const { journal } = await startJournal(profile);
  const put = async (bytes: Buffer): Promise<StoredImage> => {
    const saved = await images.save(bytes);
    if (saved.status !== 'stored') throw new Error(saved.status);
    return saved.image;
  };
  const isThere = (image: StoredImage): boolean => existsSync(join(images.folder, imageName(image)));
  const redact = (rows: readonly StoredRow[]) =>
    redactEverywhere(
      {
        files: nodeFiles,
        paths: journalPaths(profile),
        drafts: { compact: async () => undefined },
        backups: {
          redact: async (_rows, andThen) => andThen(),
        },
        images,
        journal,
      },
      rows[0]?.incidentId ?? '',
      rows,
    );
  return { profile, images, journal, put, isThere, redact };
}

describe('images and the rows that name them (ATT)', () => {
  it('[ATT4] go with the redaction of the only row that names them', async () => {
    const { journal, put, isThere, redact } = await world();
    const [one, other] = [await put(png()), await put(gif())];
    const rows = [withImages(1, [one]), withImages(2, [other])];
    await journal.append('inc1', rows);
    expect(await redact(rows.slice(0, 1).map(erased))).toMatchObject({ ok: true });
    expect([isThere(one), isThere(other)]).toEqual([false, true]);
  });

  it('[ATT4] stay while a row of any incident names them, and go with the last', async () => {
    const { journal, put, isThere, redact } = await world();
    const image = await put(png());
    const [here, there] = [withImages(1, [image]), withImages(1, [image], 'inc2')];
    await journal.append('inc1', [here]);
    await journal.append('inc2', [there]);
    await redact([erased(here)]);
    expect(isThere(image)).toBe(true);
    await redact([erased(there)]);
    expect(isThere(image)).toBe(false);
  });

  it('[ATT4] are gone before the journal says so, so that a kill in between is made good', async () => {
    const { journal, put, images } = await world();
    const image = await put(png());
    const row = withImages(1, [image]);
    await journal.append('inc1', [row]);
    expect(await orphanedBy(journal, [erased(row)])).toEqual({ ok: true, value: [imageName(image)] });
    await images.remove([imageName(image)]);
    // Asked again after the kill: the row still names it, and removing what is gone is fine.
    expect(await orphanedBy(journal, [erased(row)])).toEqual({ ok: true, value: [imageName(image)] });
    await images.remove([imageName(image)]);
  });

  it('are left alone when a journal cannot be read, since nobody knows what it names', async () => {
    const { journal, put } = await world();
    const row = withImages(1, [await put(png())]);
    await journal.append('inc1', [row]);
    const failure = { reason: 'failed', path: 'x', detail: 'EIO' } as const;
    const broken = { state: () => journal.state(), read: async () => ({ ok: false, failure }) as const };
    expect(await orphanedBy(broken, [erased(row)])).toEqual({ ok: false, failure });
    expect(await isNamed(broken, 'x')).toBe(true);
  });

  it('[ATT8] are all read by the check, which lists what is missing or changed', async () => {
    const { journal, put, images } = await world();
    const [whole, gone] = [await put(png()), await put(gif())];
    await journal.append('inc1', [withImages(1, [whole, gone]), withImages(2, [whole])]);
    expect(await checkImages(journal, images)).toEqual({ named: 2, damage: [] });
    await images.remove([imageName(gone)]);
    expect(await checkImages(journal, images)).toEqual({
      named: 2,
      damage: [{ incidentId: 'inc1', file: imageName(gone), why: 'missing' }],
    });
  });
});
