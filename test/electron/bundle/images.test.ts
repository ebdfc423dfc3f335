import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ImageStore } from '../../../electron/attachments/imageStore';
import { BundleDesk } from '../../../electron/bundle/bundleDesk';
import { bufferSource } from '../../../electron/bundle/byteSource';
import { openBundle } from '../../../electron/bundle/openBundle';
import { writeBundle } from '../../../electron/bundle/writeBundle';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { claimingPng, HTML, jpeg, png, SVG } from '../../support/images';
import { notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';
import { forgedBundle, logOf, verdictOn } from './bundles';

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const bundleOf = (images: Readonly<Record<string, Buffer | null>>) =>
  writeBundle({
    incidentIds: ['inc1'],
    logOf: async () => Buffer.from(logOf(notes(2))),
    images: { named: () => Object.keys(images), read: async (name) => images[name] ?? null },
    madeBy: 'test',
  });

/** A bundle whose manifest and checksums are right about a file that may be anything. */
function forged(bytes: Buffer, extension: string): Buffer {
  const sha256 = hashOf(bytes);
  const path = `attachments/${sha256}.${extension}`;
  return forgedBundle([{ name: path, data: bytes }], {
    attachments: [{ path, sha256, bytes: bytes.length }],
  });
}

describe('images in a bundle (ATT)', () => {
  it('[ATT7] are in it under their names, and come out as they were', async () => {
    const [one, other] = [`${hashOf(png())}.png`, `${hashOf(jpeg())}.jpg`];
    const { bytes, missing } = await bundleOf({ [one]: png(), [other]: jpeg() });
    expect(missing).toBe(0);
    const bundle = await openBundle(bufferSource(bytes));
    expect(await bundle.image(one)).toEqual(png());
    expect(await bundle.image(other)).toEqual(jpeg());
    expect(await bundle.image('x.png')).toBeNull();
    expect((await bundleOf({ [other]: jpeg(), [one]: png() })).bytes).toEqual(bytes);
  });

  it('[ATT7] are left out when they are missing, and that is counted', async () => {
    const { bytes, missing } = await bundleOf({ [`${hashOf(png())}.png`]: null });
    expect(missing).toBe(1);
    expect(await verdictOn(bytes)).toBe('opened');
  });

  it.each([
    ['a real image', png(), 'png', 'opened'],
    ['an SVG named as an image', Buffer.from(SVG), 'png', 'no-image'],
    ['a page behind an image', Buffer.concat([png(), Buffer.from(HTML)]), 'png', 'no-image'],
    ['an image of another kind', png(), 'jpg', 'no-image'],
    ['a bomb of pixels', claimingPng(60_000, 60_000), 'png', 'no-image'],
    ['an SVG under its own name', Buffer.from(SVG), 'svg', 'manifest'],
  ] as const)('[ATT7] are judged by their bytes: %s', async (_what, bytes, extension, verdict) => {
    expect(await verdictOn(forged(bytes, extension))).toBe(verdict);
  });

  it('[ATT7] are stored when the page asks for them, and none before', async () => {
    const name = `${hashOf(png())}.png`;
    const images = new ImageStore(nodeFiles, join(tempFolder(), 'attachments'));
    const bytes = (await bundleOf({ [name]: png() })).bytes;
    const desk = new BundleDesk({
      source: async () => bufferSource(bytes),
      opened: () => undefined,
      refused: ({ why }) => {
        throw new Error(why);
      },
    });
    await desk.take('/x.icbundle');
    expect(await images.read(name)).toBe('missing');
    const asked = { bundle: 'bundle-1', images: [name, `${'0'.repeat(64)}.png`] };
    expect(await desk.takeImages(asked, images)).toEqual({ ok: true, taken: 1 });
    expect(await images.read(name)).toEqual(png());
    await desk.close('bundle-1');
    expect(await desk.takeImages(asked, images)).toMatchObject({ ok: false });
  });
});
