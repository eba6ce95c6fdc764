import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What we cannot mend: GraphiQL makes its tabs of list items that hold buttons. */
const notOurs = [{ rule: 'nested-interactive', element: /^<li [^>]*class="graphiql-tab/ }];

/** The serious violations on the page, but for those that are not ours: each a rule and an element. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() => {
    const { axe: runner } = globalThis as unknown as { axe: typeof axe };
    return runner.run(document, { resultTypes: ['violations'] });
  });
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html })))
    .filter(({ rule, html }) => !notOurs.some((known) => known.rule === rule && known.element.test(html)))
    .map(({ rule, html }) => `${rule}: ${html}`);
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every breach of WCAG 2.2 AA on the page: each a rule and an element. */
export async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate((tags) => {
    const { axe: runner } = globalThis as unknown as { axe: typeof axe };
    return runner.run(document, { resultTypes: ['violations'], runOnly: tags });
  }, wcag);
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
