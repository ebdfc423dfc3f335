/** axe-core in the page. Its Content Security Policy lets no script in, so it comes over the debugger. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The little of axe's answer that a failing test shows. */
interface Axe {
  readonly run: (
    context: Document,
    options: object,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }[];
  }>;
}

export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(SOURCE);
}

/** Every violation on the page as it is drawn now; none are left out. */
export function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    const found = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    );
  }, TAGS);
}
