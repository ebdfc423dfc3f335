/**
 * What "Saved" is worth: every process killed right after it shows N rows, then N rows again after a
 * restart, and after the restart behind that with writes between. A single reopening hides the damage:
 * Chromium appends behind a torn record and deletes the whole store one launch later.
 */
import { expect, test } from '@playwright/test';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { declare, log, pad, untilDurable } from '../e2e/driver';
import { cutLog, deleteStore, emptyManifest } from './indexedDbFiles';
import { figure, isLong, runs } from './runs';

const ROUNDS = runs({ short: 1, long: 20 });
const NOTES_A_ROUND = 3;

test(`${ROUNDS} kills of every process right after Saved lose no row`, async () => {
  test.setTimeout(300_000);
  let { console, rows } = await declared();
  for (let round = 1; round <= ROUNDS; round += 1) {
    rows = await write(console, rows, `round ${round}`);
    await console.killAll();
    console = await again(console);
    await untilDurable(console.page, rows);
    await expect(timeline(console)).toContainText(`round ${round}, note ${NOTES_A_ROUND}`);
  }
  await console.close();
  figure('kills right after Saved', ROUNDS);
});

const DAMAGES: readonly { readonly what: string; readonly inflict: (profile: string) => void }[] = [
  { what: 'its IndexedDB folder deleted', inflict: deleteStore },
  { what: 'the log of its IndexedDB cut by 300 bytes', inflict: cutLog },
  { what: 'the MANIFEST of its IndexedDB emptied', inflict: emptyManifest },
];

// In the short version the control goes through one of them, together with the console.
for (const { what, inflict } of isLong ? DAMAGES : []) {
  for (const ending of ['killed', 'closed'] as const) {
    test(`a console ${ending}, then ${what}, has every row at each of three launches`, async () => {
      test.setTimeout(120_000);
      let { console, rows } = await declared();
      rows = await write(console, rows, 'before');
      await (ending === 'killed' ? console.killAll() : console.close());
      inflict(console.profile);
      for (const launch of [1, 2, 3]) {
        console = await again(console);
        await untilDurable(console.page, rows);
        await expect(timeline(console)).toContainText('before, note 1');
        rows = await write(console, rows, `launch ${launch}`);
        await (ending === 'killed' ? console.killAll() : console.close());
      }
      console = await again(console);
      await untilDurable(console.page, rows);
      await console.close();
    });
  }
}

test('unsent text, the open incident and the view are back after a kill', async () => {
  const { console } = await declared();
  await pad(console.page).pressSequentially('half a sentence about the data');
  await console.page.waitForTimeout(300);
  await console.killAll();
  const next = await again(console);
  await expect(pad(next.page)).toHaveValue('half a sentence about the data');
  await expect(next.page.getByRole('heading', { level: 1, name: 'Killed' })).toBeVisible();
  await next.close();
});

async function declared(): Promise<{ console: RunningConsole; rows: number }> {
  const console = await launchConsole();
  await declare(console.page, { title: 'Killed', commander: 'Dana' });
  await untilDurable(console.page, 2);
  return { console, rows: 2 };
}

const again = ({ profile, home }: RunningConsole): Promise<RunningConsole> =>
  launchConsole({ userDataDir: profile, home });

const timeline = ({ page }: RunningConsole) => page.getByTestId('timeline');

async function write(console: RunningConsole, rows: number, name: string): Promise<number> {
  for (let note = 1; note <= NOTES_A_ROUND; note += 1) {
    await log(console.page, `${name}, note ${note}`);
  }
  await untilDurable(console.page, rows + NOTES_A_ROUND);
  return rows + NOTES_A_ROUND;
}
