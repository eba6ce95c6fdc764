import { type RunnerTestCase, TestRunner } from 'vitest';
import { openPages } from './browser';

/** The most characters that are said of a page. */
const most = 600;

/** Prints what pages show when a test has failed, before it closes them: what fails once in a hundred times cannot be looked at. */
export default class FailedPages extends TestRunner {
  async onTaskFinished(test: RunnerTestCase) {
    if (test.result?.state === 'fail') {
      for (const page of openPages()) {
        const text = await page.locator('body').innerText({ timeout: 2_000 }).catch(String);
        console.error(`${page.url()} shows: ${text.replaceAll(/\s+/g, ' ').slice(0, most)}`);
      }
    }
  }
}
