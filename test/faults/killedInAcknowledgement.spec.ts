/**
 * R2: every process is killed inside the acknowledgement. The page stands still in the very call that
 * tells it that rows are saved, and main kills them all, itself last.
 */
import { expect, test } from '@playwright/test';
import { isRunning } from '../../build/processTree';
import { pad } from '../e2e/driver';
import { consoleSpecimen } from './consoleSpecimen';
import { openThreeTimes } from './killing';
import { figure, runs } from './runs';
import { freshPlace, highest, type Started } from './specimen';

const TIMES = runs({ short: 1, long: 50 });
const NOTES = 6;
const KILLS_A_PROFILE = 10;

test('a kill inside the acknowledgement loses none of the notes it was for', async () => {
  test.setTimeout(60_000 + TIMES * 45_000);
  let place = freshPlace();
  let program = await consoleSpecimen.start(place);
  let lost = 0;
  for (let time = 1; time <= TIMES; time += 1) {
    const before = highest(await program.present());
    // The first note goes alone; those typed meanwhile go together in the next call.
    const nth = time % 2 === 0 ? 1 : 2;
    await dieInAcknowledgement(program, before + 1, nth);
    const reopened = await openThreeTimes(consoleSpecimen, place, before + (nth === 1 ? 1 : NOTES));
    lost += reopened.lost;
    ({ program } = reopened);
    if (time % KILLS_A_PROFILE !== 0 || time === TIMES) continue;
    await program.killAll();
    place = freshPlace();
    program = await consoleSpecimen.start(place);
  }
  await program.killAll();
  figure('kills inside the acknowledgement', TIMES);
  figure('acknowledged rows lost in kills inside the acknowledgement', lost);
  expect(lost).toBe(0);
});

/** Types six notes at once; ends when everything is dead. */
async function dieInAcknowledgement(program: Started, first: number, nth: number): Promise<void> {
  const { app, page, pid, killAll } = program;
  await app.evaluate(({ app: running, ipcMain }) => {
    ipcMain.on('failure:report', (_event, report: { readonly message: string }) => {
      if (report.message !== 'inside the acknowledgement') return;
      const others = running.getAppMetrics().filter((one) => one.pid !== process.pid);
      for (const one of [...others, { pid: process.pid }]) process.kill(one.pid, 'SIGKILL');
    });
  });
  await page.evaluate((which) => {
    const { bridge } = window as unknown as { bridge: { send: (c: string, r: object) => void } };
    const mark = performance.mark.bind(performance);
    let left = which;
    performance.mark = (name, options) => {
      if (name === 'app:durable' && (left -= 1) === 0) {
        bridge.send('failure:report', { message: 'inside the acknowledgement', stack: '' });
        for (;;);
      }
      return mark(name, options);
    };
  }, nth);
  await typeAtOnce(program, first).catch(() => undefined); // It dies before it can answer.
  await expect.poll(() => isRunning(pid), { timeout: 15_000 }).toBe(false);
  await killAll();
}

function typeAtOnce({ page }: Started, first: number): Promise<void> {
  return pad(page).evaluate(
    (area, [from, count]) => {
      if (!(area instanceof HTMLTextAreaElement)) throw new Error('the pad is no textarea');
      for (let number = from; number < from + count; number += 1) {
        area.value = `row ${number}`;
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));
        area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      }
    },
    [first, NOTES] as const,
  );
}
