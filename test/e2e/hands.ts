/** A person at the keyboard who has no mouse: every key is checked to have left the focus somewhere. */
import { expect, type Locator, type Page } from '@playwright/test';
import { pad } from './driver';

export class Hands {
  /** Keys pressed so far; a letter counts as one, and so does a combination. */
  strokes = 0;

  constructor(readonly page: Page) {}

  /** Presses keys one after the other; after none of them may the focus have fallen to the body. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.strokes += 1;
      expect(await this.focused(), `after ${key}`).not.toBe('BODY');
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.strokes += text.length;
  }

  /** What has the focus now, without waiting. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.tagName ?? 'nothing');
  }

  /** Goes from pane to pane until this has the focus, or something in it. */
  async paneTo(what: Locator, key: 'F6' | 'Shift+F6' = 'F6'): Promise<void> {
    await this.#until(key, () => what.evaluate((one) => one.contains(document.activeElement)));
  }

  /** Goes from stop to stop until exactly this has the focus. */
  async tabTo(what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.#until(key, () => what.evaluate((one) => one === document.activeElement));
  }

  async expectHome(): Promise<void> {
    expect(await this.page.getByRole('dialog').count()).toBe(0);
    await expect(pad(this.page)).toBeFocused();
  }

  async #until(key: string, isThere: () => Promise<boolean>): Promise<void> {
    const MOST = 80;
    for (let i = 0; i < MOST && !(await isThere()); i += 1) await this.press(key);
    expect(await isThere(), `${key} leads there`).toBe(true);
  }
}
