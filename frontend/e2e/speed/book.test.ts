import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, startBrowser } from '../browser';
import { freePort } from '../free_port';
import { type Server, startServer } from '../server';

/** A measurement on a busy machine may be too bad, never too good: the best of so many counts. */
const tries = 8;

/** Slow 4G, as Lighthouse has it: milliseconds, and bytes a second. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

const preset = '/book/mitte?service=svc_demo-video-colour';

describe.skipIf(!hasBrowser)('the booking page', () => {
  let server: Server;
  let browser: Browser;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    server = await startServer();
    browser = await startBrowser([`--remote-debugging-port=${port}`]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** What Lighthouse gives the page, and why not more. */
  async function scores(path: string): Promise<{ scores: Record<string, number | null>; lost: string[] }> {
    const result = await lighthouse(server.origin + path, { port, logLevel: 'error', onlyCategories: ['performance', 'accessibility', 'best-practices'] });
    const { categories, audits } = result!.lhr;
    return {
      scores: Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, score])),
      lost: Object.values(audits)
        .filter(({ score }) => score !== null && score < 1)
        .map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`),
    };
  }

  it.each(['/book/mitte', preset])('%s has 100 of 100 in Lighthouse', async (path) => {
    const full = { performance: 1, accessibility: 1, 'best-practices': 1 };
    let measured = await scores(path);
    for (let i = 1; i < tries && JSON.stringify(measured.scores) !== JSON.stringify(full); i++) {
      measured = await scores(path);
    }
    console.info(`Lighthouse ${path}: ${JSON.stringify(measured.scores)}`);
    expect(measured.scores, measured.lost.join(', ')).toEqual(full);
  });

  /** When the first start is shown, in milliseconds from the beginning, by somebody who was never here. */
  async function firstStart(): Promise<number> {
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow4G);
    await page.addInitScript(() => {
      const look = () => {
        if (document.querySelector('#booking')?.shadowRoot?.querySelector('.next')) {
          Object.assign(globalThis, { shownAt: performance.now() });
        } else {
          requestAnimationFrame(look);
        }
      };
      look();
    });
    await page.goto(server.origin + preset);
    const shown = await page.waitForFunction(() => (globalThis as unknown as { shownAt?: number }).shownAt);
    const milliseconds = Math.round((await shown.jsonValue())!);
    await context.close();
    return milliseconds;
  }

  it('shows the first start within a second on slow 4G', async () => {
    const taken = [await firstStart()];
    while (taken.length < tries && taken.at(-1)! > 1000) {
      taken.push(await firstStart());
    }
    console.info(`First start on slow 4G: ${taken.join(', ')} ms`);
    expect(Math.min(...taken)).toBeLessThanOrEqual(1000);
  });
});
