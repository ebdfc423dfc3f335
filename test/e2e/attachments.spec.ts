/**
 * Images in the real app: pasted, killed before and after Enter, exported, carried to another profile
 * in a bundle, refused when they are none, and gone with a redaction.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { png, SVG } from '../support/images';
import { call } from './bridge';
import { choose, declare, exportPostMortem, log, pad, untilDurable } from './driver';

test.setTimeout(150_000);

const again = ({ profile, home }: RunningConsole): Promise<RunningConsole> =>
  launchConsole({ userDataDir: profile, home });

const chips = (page: Page) => page.getByTestId('pad-image');
const row = (page: Page, text: string) => page.getByTestId('timeline-entry').filter({ hasText: text });
const problem = (page: Page) => page.getByRole('alert').filter({ hasText: 'was not attached' });
const picture = (page: Page, name: string | RegExp) => page.getByAltText(name);

/** The clipboard as it was before Electron took over the browser's ClipboardItem. */
interface OldClipboard {
  write(content: { readonly text?: string; readonly html?: string; readonly image: object }): void;
}

/** What the system's clipboard holds after a screenshot, or (with text) after copying in a chat program. */
async function copyImage({ app }: RunningConsole, bytes: Buffer, text?: string): Promise<void> {
  await app.evaluate(
    async (electron, given) => {
      const { clipboard, nativeImage } = electron;
      const content = Buffer.from(given.base64, 'base64');
      const texts = given.text === null ? {} : { text: given.text, html: `<b>${given.text}</b>` };
      if ('ClipboardItem' in electron) {
        const image = { 'image/png': new Blob([content], { type: 'image/png' }) };
        const twins = given.text === null ? {} : { 'text/plain': given.text };
        await clipboard.write([new electron.ClipboardItem({ ...image, ...twins })]);
        return;
      }
      const image = nativeImage.createFromBuffer(content);
      (clipboard as unknown as OldClipboard).write({ ...texts, image });
    },
    { base64: bytes.toString('base64'), text: text ?? null },
  );
}

async function paste(console: RunningConsole, bytes: Buffer): Promise<void> {
  const { page } = console;
  const before = await chips(page).count();
  await copyImage(console, bytes);
  await pad(page).press('ControlOrMeta+V');
  await expect(chips(page)).toHaveCount(before + 1);
}

/** Drops a file as a browser or a file manager does. */
async function drop(page: Page, name: string, type: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    (given) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(given.base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], given.name, { type: given.type }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    },
    { name, type, base64: bytes.toString('base64') },
  );
}

const stored = (profile: string): readonly string[] =>
  readdirSync(profile).includes('attachments') ? readdirSync(join(profile, 'attachments')) : [];

async function isDrawn(page: Page, name: string | RegExp): Promise<void> {
  await expect
    .poll(() => picture(page, name).evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
}

test('a pasted image survives a kill before Enter and one after it, and opens large', async () => {
  const first = await launchConsole();
  await declare(first.page, { title: 'Checkout errors', commander: 'Dana' });
  await untilDurable(first.page, 2);
  await paste(first, png(400, 300));
  await expect(chips(first.page)).toContainText('image 1,');
  await pad(first.page).pressSequentially('error rate');
  await first.page.waitForTimeout(300);
  await first.killAll();

  const second = await again(first);
  await expect(chips(second.page)).toHaveCount(1);
  await expect(pad(second.page)).toHaveValue('error rate');
  await pad(second.page).press('Enter');
  await untilDurable(second.page, 3);
  await expect(chips(second.page)).toHaveCount(0);
  await isDrawn(second.page, /^Image 1 pasted by Dana at/);
  await second.killAll();

  const third = await again(first);
  const { page } = third;
  await isDrawn(page, /^Image 1 pasted by Dana at/);
  await expect(chips(page)).toHaveCount(0);
  await page.getByRole('button', { name: /^Image 1 pasted by Dana/ }).press('Enter');
  const viewer = page.getByRole('dialog', { name: /^Image 1 pasted by Dana/ });
  await expect(viewer).toContainText('400 × 300 pixels');
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(page.getByRole('button', { name: /^Image 1 pasted by Dana/ })).toBeFocused();
  expect(stored(first.profile)).toHaveLength(1);
  await third.close();
});

test('an image needs no text, is taken off with its file, and text wins over a picture of it', async () => {
  const console = await launchConsole();
  const { page } = console;
  await declare(page, { title: 'Checkout errors' });
  await paste(console, png(40, 30, 1));
  await paste(console, png(40, 30, 2));
  await page.getByRole('button', { name: 'Remove image 1' }).click();
  await expect(chips(page)).toHaveCount(1);
  await expect.poll(() => stored(console.profile).length).toBe(1);
  await pad(page).press('Enter');
  await untilDurable(page, 2);
  await isDrawn(page, /^Image 1 pasted by/);

  await copyImage(console, png(20, 20, 3), 'a cell of a table');
  await pad(page).press('ControlOrMeta+V');
  await expect(pad(page)).toHaveValue('a cell of a table');
  await expect(chips(page)).toHaveCount(0);
  await console.close();
});

test('what is no image is refused in a sentence, whatever it is named, and typed text stays', async () => {
  const console = await launchConsole();
  const { page, profile } = console;
  await declare(page, { title: 'Checkout errors' });
  await pad(page).fill('half a thought');
  for (const [name, type, bytes] of [
    ['chart.svg', 'image/svg+xml', Buffer.from(SVG)],
    ['chart.png', 'image/png', Buffer.from(SVG)],
    ['both.png', 'image/png', Buffer.concat([png(), Buffer.from('<script>alert(1)</script>')])],
  ] as const) {
    await drop(page, name, type, bytes);
    await expect(problem(page)).toContainText(`“${name}” was not attached`);
  }
  await drop(page, 'huge.png', 'image/png', Buffer.alloc(10 * 1024 * 1024 + 1));
  await expect(problem(page)).toContainText('larger than 10 MB');
  expect(stored(profile)).toEqual([]);
  await expect(pad(page)).toHaveValue('half a thought');
  await drop(page, 'no-image-by-name.txt', 'text/plain', png(8, 8));
  await expect(chips(page)).toHaveCount(1);
  await console.close();
});

test('the export and a bundle carry the image; the bundle brings it to another profile', async () => {
  const first = await launchConsole();
  await declare(first.page, { title: 'Checkout errors', commander: 'Dana' });
  await paste(first, png(200, 100, 5));
  await log(first.page, 'the graph');
  await untilDurable(first.page, 3);
  const [file = ''] = stored(first.profile);
  const original = readFileSync(join(first.profile, 'attachments', file));

  const path = await exportPostMortem(first.page);
  expect(readFileSync(path, 'utf8')).toContain(`](attachments/${file})`);
  expect(readFileSync(join(dirname(path), 'attachments', file))).toEqual(original);

  await first.page.getByRole('button', { name: 'Export bundle' }).click();
  const exported = first.page.getByTestId('exported').filter({ hasText: 'Bundle of' });
  await expect(exported).toBeVisible();
  const bundle = (await exported.getAttribute('data-path')) ?? '';
  await first.close();

  const second = await launchConsole({ args: [bundle] });
  const dialog = second.page.getByRole('dialog', { name: /^Bundle/ });
  await expect(dialog).toContainText('It holds 1 image.');
  expect(stored(second.profile)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog).toBeHidden();
  expect(readFileSync(join(second.profile, 'attachments', file))).toEqual(original);
  await second.page.getByRole('button', { name: /Checkout errors/ }).click();
  await isDrawn(second.page, /^Image 1 pasted by Dana/);

  expect(await call(second.page, 'integrity:check')).toMatchObject({
    value: { images: { named: 1, damage: [] } },
  });
  writeFileSync(join(second.profile, 'attachments', file), SVG);
  expect(await call(second.page, 'integrity:check')).toMatchObject({
    value: { images: { damage: [{ file, why: 'damaged' }] } },
  });
  await second.close();
  const third = await launchConsole({ userDataDir: second.profile, home: second.home });
  const box = third.page.getByRole('img', { name: /its file is missing or was changed/ });
  await expect(box).toBeVisible();
  await third.close();
});

/** Files below a folder that hold a piece out of the middle of these bytes. */
function holding(folder: string, bytes: Buffer): readonly string[] {
  const piece = bytes.subarray(bytes.length / 2, bytes.length / 2 + 48);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .filter((path) => readFileSync(path).includes(piece));
}

test('a redaction removes the file, and nothing of it stays in the profile', async () => {
  const console = await launchConsole();
  const { page, profile } = console;
  await declare(page, { title: 'Leak', commander: 'Dana' });
  await paste(console, png(300, 200, 7));
  await log(page, 'a screenshot with a key');
  await untilDurable(page, 3);
  const [file = ''] = stored(profile);
  const secret = readFileSync(join(profile, 'attachments', file));
  expect(holding(profile, secret)).toHaveLength(1);
  expect(await call(page, 'backups:take')).toMatchObject({ ok: true });
  // The same picture waits in the pad once more.
  await paste(console, png(300, 200, 7));

  await choose(row(page, 'a screenshot with a key'), 'Redact…');
  const dialog = page.getByRole('dialog', { name: 'Redact entry' });
  await expect(dialog).toContainText('the images');
  await dialog.getByRole('button', { name: 'Erase the text' }).click();
  await expect(row(page, '[redacted]')).toBeVisible();
  await untilDurable(page, 4);
  await expect(chips(page)).toHaveCount(0);
  await expect(picture(page, /pasted by/)).toHaveCount(0);
  await expect.poll(() => stored(profile)).toEqual([]);
  await console.close();
  expect(holding(profile, secret)).toEqual([]);

  const second = await again(console);
  await expect(row(second.page, '[redacted]')).toBeVisible();
  await second.close();
  expect(holding(profile, secret)).toEqual([]);
});
