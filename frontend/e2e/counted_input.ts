import type { Page } from 'playwright-core';

/** What a person did on a page. */
export interface Input {
  clicks: number;
  keys: number;
}

/** Counts clicks and keys on a page from now on, and returns a function that returns the counts so far. */
export async function countInput(page: Page): Promise<() => Promise<Input>> {
  const counts = await page.evaluateHandle(() => {
    const counted = { clicks: 0, keys: 0 };
    addEventListener('pointerdown', () => counted.clicks++, true);
    addEventListener('keydown', () => counted.keys++, true);
    return counted;
  });
  return () => counts.evaluate((counted) => ({ ...counted }));
}
