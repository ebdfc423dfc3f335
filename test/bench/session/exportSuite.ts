import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import type { Readings } from '../metrics';
import { median } from '../judging/statistics';
import type { Running } from './running';

const EXPORTED = '[data-testid="exported"]';
const PATIENCE_MS = 180_000;
const WRITES = 3;

/** The click on the button to the line that names the checked file, against the writing of the same bytes. */
export async function measureExport({ page }: Running, readings: Readings): Promise<void> {
  await page.evaluate(
    ([selector, patienceMs]) => {
      benchProbe.awaitAnswer({ event: 'click', selector, text: 'written', patienceMs });
    },
    [EXPORTED, PATIENCE_MS] as const,
  );
  await page.getByRole('button', { name: 'Export post-mortem' }).click();
  const seen = await page.evaluate(() => benchProbe.answer());
  const path = seen && (await page.locator(EXPORTED).getAttribute('data-path'));
  if (!path) {
    readings.problems.push('the export named no file');
    return;
  }
  const click = seen.painted - seen.asked;
  readings.add('export.click', click);
  readings.add('export.beyondWriting', click - 2 * writingMs(path));
}

/** Writing, syncing and reading back the same bytes in the same folder, and nothing else. */
function writingMs(path: string): number {
  const bytes = readFileSync(path);
  const copy = `${path}.floor`;
  const times = Array.from({ length: WRITES }, () => {
    const from = performance.now();
    const file = openSync(copy, 'w');
    writeSync(file, bytes);
    fsyncSync(file);
    closeSync(file);
    readFileSync(copy);
    return performance.now() - from;
  });
  rmSync(copy);
  return median(times);
}
