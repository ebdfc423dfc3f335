/**
 * Drives the console by roles and accessible names only, as a person with a screen reader would.
 * Every name here is public: changing one breaks whoever drives the app from outside.
 */
import { expect, type Locator, type Page } from '@playwright/test';

export interface Declaration {
  readonly title: string;
  readonly severity?: 1 | 2 | 3 | 4;
  readonly commander?: string;
  readonly drill?: boolean;
  /** ISO 8601, or anything the field takes. */
  readonly impactStartedAt?: string;
}

export const pad = (page: Page) => page.getByRole('textbox', { name: 'Timeline note' });
export const saved = (page: Page) => page.getByTestId('saved');

export async function declare(page: Page, incident: Declaration): Promise<void> {
  await page.getByRole('button', { name: 'Declare incident' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Declare incident' });
  await dialog.getByRole('textbox', { name: 'What is broken?' }).fill(incident.title);
  if (incident.severity !== undefined) {
    await dialog.getByRole('radio', { name: `Sev ${incident.severity}` }).check();
  }
  if (incident.commander !== undefined) {
    await dialog.getByLabel('Incident Commander').fill(incident.commander);
  }
  if (incident.drill === true) {
    await dialog.getByRole('checkbox', { name: 'This is a drill' }).check();
  }
  if (incident.impactStartedAt !== undefined) {
    await dialog.getByRole('button', { name: 'More' }).click();
    await dialog.getByRole('textbox', { name: 'Impact started at' }).fill(incident.impactStartedAt);
  }
  await dialog.getByRole('button', { name: 'Declare', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(pad(page)).toBeFocused();
}

/** The rows of the timeline that are mounted. */
export const entries = (page: Page) => page.getByTestId('timeline-entry');

/** Puts text into the pad unit by unit: no transport in between may mend a lone surrogate. */
export async function putExactly(page: Page, text: string): Promise<void> {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  await pad(page).evaluate((area, codes) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('the pad is no textarea');
    area.value = codes.map((code) => String.fromCharCode(code)).join('');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    area.focus();
  }, units);
}

/** Types on at the end of the pad; the longest time in ms from a key to the frame that shows it. */
export async function typingMs(page: Page, text: string): Promise<number> {
  return Math.max(...(await keysToPaintMs(page, text)));
}

/** Types on at the end of the pad; for each key the time in ms to the frame that shows it. */
export async function keysToPaintMs(page: Page, text: string): Promise<readonly number[]> {
  const measured = await pad(page).evaluateHandle((area) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('the pad is no textarea');
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    const waits: number[] = [];
    area.addEventListener('keydown', ({ timeStamp }) =>
      requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - timeStamp))),
    );
    return waits;
  });
  await page.keyboard.type(text);
  await expect.poll(() => measured.evaluate((waits) => waits.length)).toBe(text.length);
  return (await measured.jsonValue()).map(Math.round);
}

/** Types a line into the pad and logs it. */
export async function log(page: Page, line: string): Promise<void> {
  await pad(page).fill(line);
  await pad(page).press('Enter');
  await expect(pad(page)).toHaveValue('');
}

/** Waits until the journal has acknowledged so many rows of the open incident. */
export async function untilDurable(page: Page, rows: number): Promise<void> {
  await expect(saved(page)).toHaveAttribute('data-durable', String(rows), { timeout: 15_000 });
}

export async function durableRows(page: Page): Promise<number> {
  return Number(await saved(page).getAttribute('data-durable'));
}

/** Sets stamps by their label in the Times dialog; '' clears one. */
export async function setTimes(
  page: Page,
  times: { readonly [label: string]: string },
  reason: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Edit times' }).click();
  const dialog = page.getByRole('dialog', { name: 'Times' });
  for (const [label, value] of Object.entries(times)) {
    await dialog.getByRole('textbox', { name: label, exact: true }).fill(value);
  }
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: 'Save times' }).click();
  await expect(dialog).toBeHidden();
}

export async function assign(page: Page, role: string, person: string): Promise<void> {
  const field = page.getByRole('region', { name: 'Roles' }).getByLabel(role, { exact: true });
  await field.fill(person);
  await field.press('Enter');
  await expect(field).toHaveValue(person);
}

export async function changeSeverity(page: Page, to: number, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Severity', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Severity' });
  await dialog.getByRole('radio', { name: `Sev ${to}` }).check();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: 'Change severity' }).click();
  await expect(page.getByTestId('severity')).toContainText(`Sev ${to}`);
}

export interface UpdateWords {
  readonly impact: string;
  readonly known: string;
  readonly doing: string;
}

export async function sendUpdate(page: Page, words: UpdateWords): Promise<void> {
  await page.getByRole('button', { name: 'Write update' }).click();
  const composer = page.getByRole('region', { name: 'Stakeholder update' });
  await composer.getByRole('textbox', { name: 'Impact' }).fill(words.impact);
  await composer.getByRole('textbox', { name: 'What we know' }).fill(words.known);
  await composer.getByRole('textbox', { name: 'What we are doing' }).fill(words.doing);
  await composer.getByRole('button', { name: 'Mark sent' }).click();
  await expect(composer).toBeHidden();
}

export async function resolve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Resolve', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Resolve' });
  await dialog.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible();
}

/** Exports and answers the path the app names. */
export async function exportPostMortem(page: Page): Promise<string> {
  const earlier = page.getByTestId('exported');
  if (await earlier.isVisible()) {
    await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await expect(earlier).toBeHidden();
  }
  await page.getByRole('button', { name: 'Export post-mortem' }).click();
  const exported = page.getByTestId('exported');
  await expect(exported).toBeVisible();
  const path = await exported.getAttribute('data-path');
  if (path === null) throw new Error('the app names no exported file');
  return path;
}

/** Opens an entry's own menu by keyboard and chooses from it. */
export async function choose(entry: Locator, item: string): Promise<void> {
  const page = entry.page();
  await entry.getByRole('button', { name: 'More' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu', { name: 'Entry' }).getByRole('menuitem', { name: item }).click();
}
