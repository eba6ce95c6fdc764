import type { Browser, Page } from 'playwright-core';
import { contrastBreaches, violations } from './axe';
import { type Watch, watch } from './browser';

const widths = [1024, 320];

interface Expected {
  address: string;
  language: string;
  heading: string;
  /** Done on the page before it is looked at. */
  act?(page: Page): Promise<void>;
}

/** What is wrong with a page that the server writes, in both color schemes and widths. */
export async function faultsOf(browser: Browser, { address, language, heading, act }: Expected): Promise<string[]> {
  const context = await browser.newContext({ colorScheme: 'light', locale: language });
  const seen = watch(context);
  const page = await context.newPage();
  await page.goto(address);
  await act?.(page);
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 720 });
    await page.emulateMedia({ colorScheme: 'light' });
    const shown = await shownBy(page);
    if (shown.language !== language || shown.heading !== heading || shown.scrolls || shown.small > 0) {
      found.push(`${width} pixels: ${JSON.stringify(shown)}`);
    }
    found.push(...(await violations(page)));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await contrastBreaches(page)));
  }
  await context.close();
  return [...found, ...complaintsOf(seen, new URL(address).host)];
}

/** What the browser complained about, and whom it asked besides the server. The status of an answer is no complaint. */
export const complaintsOf = (seen: Watch, server: string): string[] => [
  ...seen.complaints.filter((text) => !text.includes('Failed to load resource')),
  ...[...seen.hosts].filter((host) => host !== server),
];

const shownBy = (page: Page) =>
  page.evaluate(() => ({
    language: document.documentElement.lang,
    heading: document.querySelector('h1')?.textContent,
    scrolls: document.documentElement.scrollWidth > window.innerWidth,
    small: [...document.querySelectorAll('input, button')].filter((target) => target.getBoundingClientRect().height < 44).length,
  }));
