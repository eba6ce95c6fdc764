import type { AxeResults, RunOptions } from 'axe-core';
import source from 'axe-core/axe.min.js?raw';
import type { BrowserContext, Page } from 'playwright-core';

/** What we cannot mend: GraphiQL makes its tabs of list items that hold buttons. */
const notOurs = [{ rule: 'nested-interactive', element: /^<li [^>]*class="graphiql-tab/ }];

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Gives every page of a context what judges it, which is cheaper than to send it to each, where there are many. */
export const judgeAllOf = (context: BrowserContext) => context.addInitScript(source);

/** Every breach of WCAG 2.2 AA on the page: each a rule and an element. */
export async function breaches(page: Page): Promise<string[]> {
  const found = await violationsOf(page, { runOnly: wcag });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What a text can break. The rest of a page is the same in all languages, and judged in one. */
const ofTexts = ['cat.language', 'cat.name-role-value', 'cat.forms', 'cat.text-alternatives'];

/** The breaches that a page in another language can have: languages, names and descriptions. */
export async function breachesOfLanguage(page: Page): Promise<string[]> {
  const found = await violationsOf(page, { runOnly: ofTexts });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The breaches of WCAG 2.2 AA that another color scheme can have: contrasts. */
export async function contrastBreaches(page: Page): Promise<string[]> {
  const found = await violationsOf(page, { runOnly: ['color-contrast'] });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The serious violations of any rule on the page, but for those that are not ours: each a rule and an element. */
export async function violations(page: Page): Promise<string[]> {
  const found = await violationsOf(page, {});
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html })))
    .filter(({ rule, html }) => !notOurs.some((known) => known.rule === rule && known.element.test(html)))
    .map(({ rule, html }) => `${rule}: ${html}`);
}

async function violationsOf(page: Page, options: RunOptions) {
  // A document keeps it: to send it once is enough.
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(source);
  }
  const results = await page.evaluate(
    (chosen) =>
      (globalThis as unknown as { axe: { run(what: Document, how: RunOptions): Promise<AxeResults> } }).axe.run(document, {
        ...chosen,
        preload: false, // no rule that is asked for reads style sheets
        resultTypes: ['violations'],
        iframes: false, // what frames show is judged as pages of their own
      }),
    options,
  );
  return results.violations;
}
