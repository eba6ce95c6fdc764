import lighthouse from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDebuggedBrowser } from '../browser_process';
import { freePort } from '../free_port';
import { type Server, startServer } from '../server';
import { report } from './report';

/** How often each is measured: the median counts. */
const times = 5;

/**
 * The phone that the page is measured on, by Lighthouse's own benchmark, which rates mid-range phones at 125 to 800. Lighthouse
 * slows every machine down four times; a slower one is slowed down less here, so that it is the same phone everywhere.
 */
const phone = 600;
const mostSlowdown = 4;

/** Slow 4G as Lighthouse defines it, in milliseconds and bytes a second. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

const preset = '/book/mitte?service=svc_demo-video-colour';

describe('the booking page', () => {
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

  /** The performance score of a page, and how fast the machine is by Lighthouse's benchmark. */
  async function performanceOf(path: string, cpuSlowdownMultiplier: number): Promise<{ score: number; machine: number }> {
    const result = await lighthouse(server.origin + path, {
      port,
      logLevel: 'error',
      onlyCategories: ['performance'],
      throttling: { ...throttling.mobileSlow4G, cpuSlowdownMultiplier },
    });
    const { categories, environment } = result!.lhr;
    return { score: Math.round((categories['performance']?.score ?? 0) * 100), machine: environment.benchmarkIndex };
  }

  it.each([
    ['performance', '/book/mitte'],
    ['performance_preset', preset],
  ])('%s', async (name, path) => {
    const { machine } = await performanceOf(path, mostSlowdown);
    const slowdown = Math.min(mostSlowdown, Math.max(1, machine / phone));
    const values: number[] = [];
    while (values.length < times) {
      values.push((await performanceOf(path, slowdown)).score);
    }
    report({ name: `BookingPage/${name}`, values, unit: 'score', target: 'at least 100' });
    expect(values).toHaveLength(times);
  });

  /** When the first start is shown, in milliseconds from the beginning, to a customer who was never here. */
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

  it('first_start on slow 4G', async () => {
    const values: number[] = [];
    while (values.length < times) {
      values.push(await firstStart());
    }
    report({ name: 'BookingPage/first_start', values, unit: 'ms', target: 'at most 1000' });
    expect(values).toHaveLength(times);
  });
});
