import { beforeEach } from 'vitest';
import { openPages } from './browser';

/** The most characters that are said of a page. */
const most = 600;

// What pages showed when a test failed is printed: what fails once in a hundred times cannot be looked at.
beforeEach(({ onTestFailed }) => {
  onTestFailed(async () => {
    for (const page of openPages()) {
      const text = await page.locator('body').innerText({ timeout: 2_000 }).catch(String);
      console.error(`${page.url()} shows: ${text.replaceAll(/\s+/g, ' ').slice(0, most)}`);
    }
  });
});
