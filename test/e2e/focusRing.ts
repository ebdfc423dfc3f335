/** Whether targets are large enough, and whether the focus can be seen where it is. */
import type { Page } from '@playwright/test';

/** Targets smaller than WCAG 2.5.8 allows. What a label belongs to is as large as its label. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SMALLEST = 24;
    return [...document.querySelectorAll('button, input, textarea, select, a, summary, [role=button]')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map((one) => {
        const isTicked = one instanceof HTMLInputElement && ['radio', 'checkbox'].includes(one.type);
        const target = isTicked ? (one.labels?.[0] ?? one) : one;
        const { width, height } = target.getBoundingClientRect();
        return { one, width, height };
      })
      .filter(({ width, height }) => Math.min(width, height) < SMALLEST)
      .map(({ one, width, height }) => `${one.outerHTML.slice(0, 120)} is ${width}×${height}`);
  });
}

export interface FocusStop {
  readonly name: string;
  /** What is wrong with it; undefined when nothing is. */
  readonly complaint: string | undefined;
}

/** Presses Tab until it comes round; asks at every stop. */
export async function focusStops(
  page: Page,
  ask: (page: Page) => Promise<FocusStop>,
): Promise<readonly FocusStop[]> {
  const MOST = 300;
  const stops: FocusStop[] = [];
  await page.evaluate(() => document.activeElement?.setAttribute('data-began-here', ''));
  for (let i = 0; i < MOST; i += 1) {
    await page.keyboard.press('Tab');
    await handedOn(page);
    stops.push(await ask(page));
    const isRound = await page.evaluate(
      () => document.activeElement?.hasAttribute('data-began-here') === true,
    );
    if (isRound) return stops;
  }
  throw new Error(`Tab did not come round within ${MOST} stops`);
}

/** A dialog's guard hands the focus on a frame later; a key that came before would leave the dialog. */
function handedOn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const FRAMES = 30;
    for (let i = 0; i < FRAMES && document.activeElement?.matches('[data-base-ui-focus-guard]'); i += 1)
      await new Promise(requestAnimationFrame);
  });
}

/** The focused element has a ring at least 2 px wide, and none of it lies outside or under something. */
export function coveredFocus(page: Page): Promise<FocusStop> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body)
      return { name: 'body', complaint: 'the focus fell to the body' };
    const name = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 30) ?? ''}`;
    const ringOf = (element: Element, pseudo?: string): boolean => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    const parent = focused.parentElement;
    const ring = ringOf(focused) || ringOf(focused, '::after') || (parent !== null && ringOf(parent));
    if (!ring) return { name, complaint: `${name} has no ring` };
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const spots = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 3, top + 3],
      [right - 3, top + 3],
      [left + 3, bottom - 3],
      [right - 3, bottom - 3],
    ] as const;
    const hidden = spots.filter(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return (
        hit === null || !(focused.contains(hit) || hit.contains(focused) || hit.closest('label') !== null)
      );
    });
    const complaint =
      hidden.length > 0 ? `${name} is covered or out of sight at ${hidden.join(' and ')}` : undefined;
    return { name, complaint };
  });
}
