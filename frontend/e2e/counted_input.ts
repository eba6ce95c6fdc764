import type { BrowserContext, Page } from 'playwright-core';

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

/** What a person did in all tabs of a browser profile. */
export interface Acts {
  clicks: number;
  pastes: number;
}

/** Counts clicks and pastes on every page that a browser profile opens from now on, and returns the counts, which go on. */
export async function countActs(context: BrowserContext): Promise<Readonly<Acts>> {
  const counted: Acts = { clicks: 0, pastes: 0 };
  await context.exposeBinding('countAct', (_, act: keyof Acts) => void counted[act]++);
  await context.addInitScript(() => {
    const { countAct } = globalThis as unknown as { countAct(act: keyof Acts): void };
    addEventListener('pointerdown', () => countAct('clicks'), true);
    addEventListener('paste', () => countAct('pastes'), true);
  });
  return counted;
}
