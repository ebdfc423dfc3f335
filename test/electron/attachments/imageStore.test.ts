import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { imageAnswer } from '../../../electron/attachments/imageAnswer';
import { imageName } from '../../../electron/attachments/imageName';
import { ImageStore } from '../../../electron/attachments/imageStore';
import { storeChosen } from '../../../electron/attachments/chooseImages';
import type { SavedImage } from '../../../electron/contract';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import type { PageAnswer } from '../../../electron/pageHeaders';
import { gif, HTML, jpeg, png, SVG, webp } from '../../support/images';
import { faultyFiles, systemError, type Faults } from '../support/faultyFiles';
import { tempFolder } from '../support/tempFolder';

function store(files = nodeFiles) {
  const folder = join(tempFolder(), 'attachments');
  const names = (): readonly string[] => readdirSync(folder, { encoding: 'utf8' });
  return { images: new ImageStore(files, folder), folder, names };
}

function nameOf(saved: SavedImage): string {
  if (saved.status !== 'stored') throw new Error(`not stored: ${saved.status}`);
  return imageName(saved.image);
}

describe('the store of images (ATT)', () => {
  it.each([
    ['png', png()],
    ['jpg', jpeg()],
    ['gif', gif()],
    ['webp', webp()],
  ])('[ATT3] keeps a %s under its hash, once', async (extension, bytes) => {
    const { images, names, folder } = store();
    const [one, other] = await Promise.all([images.save(bytes), images.save(bytes)]);
    expect(one).toEqual(other);
    expect(names()).toEqual([nameOf(one)]);
    expect(nameOf(one)).toMatch(new RegExp(String.raw`^[0-9a-f]{64}\.${extension}$`));
    expect(readFileSync(join(folder, nameOf(one)))).toEqual(bytes);
    expect(await images.read(nameOf(one))).toEqual(bytes);
  });

  it('[ATT2] takes nothing that is no image', async () => {
    const { images } = store();
    for (const text of [SVG, HTML, '', 'x'.repeat(100)]) {
      expect(await images.save(Buffer.from(text))).toEqual({ status: 'refused', refusal: 'no-image' });
    }
  });

  it('[ATT3] knows a missing and a changed file, and mends it when it is pasted once more', async () => {
    const { images, folder } = store();
    const name = nameOf(await images.save(png()));
    writeFileSync(join(folder, name), png(4, 3, 1));
    expect(await images.read(name)).toBe('damaged');
    await images.save(png());
    expect(await images.read(name)).toEqual(png());
    await images.remove([name]);
    expect(await images.read(name)).toBe('missing');
  });

  it.each(['../settings.json', 'x.png', `${'a'.repeat(64)}.svg`, `${'A'.repeat(64)}.png`, ''])(
    'reads and removes nothing by the name %j',
    async (name) => {
      const { images, folder } = store();
      mkdirSync(folder);
      writeFileSync(join(folder, '../settings.json'), '{}');
      expect(await images.read(name)).toBe('missing');
      await images.remove([name]);
      expect(readFileSync(join(folder, '../settings.json'), 'utf8')).toBe('{}');
    },
  );

  it('says what the disk refused, and leaves nothing half written', async () => {
    const faults: Faults = {};
    const { images, names } = store(faultyFiles(faults));
    await images.save(gif());
    faults.write = () => {
      throw systemError('ENOSPC');
    };
    const saved = await images.save(png());
    expect(saved).toMatchObject({ status: 'failed', failure: { reason: 'disk-full' } });
    expect(names()).toHaveLength(1);
    faults.write = (_path, length) => Math.ceil(length / 3);
    expect(await images.save(png())).toMatchObject({ status: 'stored' });
  });

  it('removes what a kill has left unfinished together with what is removed', async () => {
    const { images, folder, names } = store();
    const name = nameOf(await images.save(png()));
    writeFileSync(join(folder, `${name}.0a1b2c3d4e5f.tmp`), png());
    await images.remove([name]);
    expect(names()).toEqual([]);
  });

  it('stores files that were chosen, by their bytes and not by their names', async () => {
    const { images, folder } = store();
    const at = (name: string, bytes: Buffer | string): string => {
      const path = join(folder, '..', name);
      writeFileSync(path, bytes);
      return path;
    };
    const paths = [at('a.txt', png()), at('b.png', SVG), at('c.png', Buffer.alloc(10 * 1024 * 1024 + 1))];
    const chosen = await storeChosen(images, [...paths, folder, join(folder, 'gone')]);
    expect(chosen.map(({ name, saved }) => [name, saved.status])).toEqual([
      ['a.txt', 'stored'],
      ['b.png', 'refused'],
      ['c.png', 'refused'],
      ['attachments', 'refused'],
      ['gone', 'failed'],
    ]);
  });
});

describe('an image as the page gets it', () => {
  const ask = (images: ImageStore, path: string, method = 'GET'): Promise<PageAnswer> =>
    imageAnswer({ url: `app://console/attachments/${path}`, method }, images);

  it('has its one type, is not guessed at, not shown by itself and not cached', async () => {
    const { images } = store();
    const answer = await ask(images, nameOf(await images.save(jpeg())));
    expect(answer.status).toBe(200);
    expect(answer.headers['Content-Type']).toBe('image/jpeg');
    expect(answer.headers['X-Content-Type-Options']).toBe('nosniff');
    expect(answer.headers['Content-Disposition']).toMatch(/^attachment; filename="[0-9a-f]{64}\.jpg"$/);
    expect(answer.headers['Content-Security-Policy']).toContain("default-src 'none'");
    expect(answer.headers['Cache-Control']).toBe('no-store');
    expect(answer.body).toEqual(jpeg());
  });

  it('[ATT3] is not handed out when it is missing or not what was stored', async () => {
    const { images, folder } = store();
    const name = nameOf(await images.save(png()));
    writeFileSync(join(folder, name), HTML);
    const damaged = await ask(images, name);
    expect(damaged.status).toBe(422);
    expect(damaged.body.toString()).not.toContain('script');
    expect((await ask(images, `${'0'.repeat(64)}.png`)).status).toBe(404);
  });

  it.each(['..%2fsettings.json', 'x.svg', '', `${'0'.repeat(64)}.html`])('is never %j', async (path) => {
    expect((await ask(store().images, path)).status).toBe(404);
  });

  it('is asked for and nothing else', async () => {
    expect((await ask(store().images, 'x', 'POST')).status).toBe(405);
  });
});
