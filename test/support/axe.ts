import axe from 'axe-core';

/** The criteria of WCAG 2.2 A and AA, and what axe recommends beyond. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with the page, a line each: the rule and where. Colours and sizes need a
 * layout and are measured elsewhere.
 */
export async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(document.documentElement, {
    runOnly: { type: 'tag', values: TAGS },
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
