import { expect, type ElectronApplication } from '@playwright/test';
import type { RunningConsole } from '../support/electronApp';

/** What a page that was loaded again shows. */
export interface PageAgain {
  /** What it says is saved; '' while there is nothing to say it. */
  readonly durable: string;
  readonly pad: string;
}

/**
 * Reads the page that came in place of one that died. Asked through main: to Playwright a page whose
 * process died is dead for ever.
 */
export async function pageAgain(app: ElectronApplication): Promise<PageAgain> {
  return app.evaluate(async ({ webContents }) => {
    const nothing = { durable: '', pad: '' };
    const read = `({
      durable: document.querySelector('[data-testid="saved"]')?.getAttribute('data-durable') ?? '',
      pad: document.querySelector('textarea[aria-label="Timeline note"]')?.value ?? '',
    })`;
    const [contents] = webContents.getAllWebContents();
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return nothing;
    // A page that dies while it is asked never answers.
    const late = new Promise<PageAgain>((answer) => setTimeout(() => answer(nothing), 500));
    return Promise.race([contents.executeJavaScript(read) as Promise<PageAgain>, late]);
  });
}

/** Milliseconds until the page is back with this text in its pad. */
export async function backAfter(
  console: Pick<RunningConsole, 'app'>,
  text: string,
  durable: number,
): Promise<number> {
  const began = Date.now();
  const back = () => pageAgain(console.app);
  await expect
    .poll(back, { timeout: 15_000, intervals: [25] })
    .toEqual({ durable: String(durable), pad: text });
  return Date.now() - began;
}
