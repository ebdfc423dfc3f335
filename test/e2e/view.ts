/** How a console is looked at: the size of its window and the system's theme. */
import { expect } from '@playwright/test';
import type { RunningConsole } from '../support/electronApp';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const THEMES = ['dark', 'light'] as const;

/** Gives the page exactly so many CSS pixels, also fewer than a person can drag the window to. */
export async function resize({ app, page }: RunningConsole, { width, height }: Size): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setMinimumSize(1, 1);
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => `${innerWidth}×${innerHeight}`)).toBe(`${width}×${height}`);
}

/** What the operating system is set to; a console left on Auto follows it. */
export async function setTheme({ page }: RunningConsole, theme: (typeof THEMES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}
