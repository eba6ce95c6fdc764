import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchDebuggedBrowser } from './browser_process';
import { freePort } from './free_port';
import { type Server, startServer } from './server';

describe.skipIf(!hasBrowser)('Lighthouse', () => {
  let server: Server;
  let browser: Browser;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    server = await startServer();
    browser = await launchDebuggedBrowser(port);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  // Its fourth category depends on how quick the machine is: npm run bench.
  it('gives the booking page 100 for accessibility, best practices and SEO', async () => {
    const result = await lighthouse(`${server.origin}/book/mitte`, {
      port,
      logLevel: 'error',
      onlyCategories: ['accessibility', 'best-practices', 'seo'],
      throttlingMethod: 'simulate', // which concerns the fourth alone: with others it waits for seconds until all is quiet
      disableFullPageScreenshot: true,
    });
    const { categories, audits } = result!.lhr;
    const lost = Object.values(audits).filter(({ score }) => score !== null && score < 1);
    expect(
      Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, score])),
      lost.map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`).join(', '),
    ).toEqual({ accessibility: 1, 'best-practices': 1, seo: 1 });
  });
});
