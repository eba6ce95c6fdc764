import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { countBytes } from './received_bytes';
import { executedScript } from './executed_script';
import { HeldRequests } from './held_requests';
import { layoutShifts } from './layout_shifts';
import { type Server, startServer } from './server';

/** The address that a salon's own website links to: its first answer is the next free start. */
const preset = '/book/mitte?service=svc_demo-video-colour';

/** What the page requests before it shows the first start, one round trip after another: nothing waits for its neighbors. */
const roundTrips = [
  ['/book/mitte'],
  ['/book/assets/booking.de.js', '/book/assets/index.js', '/book/assets/mount.js', '/book/assets/page.css', '/book/assets/shared.js', 'query Salon'],
  ['query BookableStaff', 'query Days', 'query Days'],
];

/** The most bytes of each kind that the page receives, headers included. */
const mostBytes = { Document: 3_000, Script: 20_000, Stylesheet: 1_000, Fetch: 5_000 };

/** How many bytes of script the page runs at most. */
const mostExecuted = 30_000;

// A slow machine changes none of these numbers. How long the page takes is measured by the benchmark.
describe.skipIf(!hasBrowser)('what the booking page costs before the first start', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    context = await germanContext(browser);
    seen = watch(context);
    page = await context.newPage();
  });

  afterEach(async () => {
    await context.close();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  /** Keeps what follows the first start from the page, which would load it in the meantime. */
  const holdTheRest = () => page.route(/\/(other_times|legal_links)-[^/]*\.js$/, () => undefined);

  const firstStart = () => page.locator('#booking .next').waitFor();

  async function open() {
    await page.goto(server.origin + preset);
    await firstStart();
  }

  it('takes three round trips, and requests nothing else', async () => {
    const requests = await HeldRequests.of(page);
    const opened = page.goto(server.origin + preset);
    for (const names of roundTrips) {
      await expect.poll(() => requests.held).toEqual(names);
      await requests.answer();
    }
    await opened;
    await firstStart();
    expect(requests.answered).toEqual(roundTrips.flat());
  });

  it('receives few bytes', async () => {
    const bytes = await countBytes(page);
    await holdTheRest();
    await open();
    expect(Object.keys(bytes).toSorted()).toEqual(Object.keys(mostBytes).toSorted());
    for (const [kind, most] of Object.entries(mostBytes)) {
      expect(bytes[kind], kind).toBeLessThanOrEqual(most);
    }
  });

  it('runs little script', async () => {
    await page.coverage.startJSCoverage();
    await holdTheRest();
    await open();
    const executed = executedScript(await page.coverage.stopJSCoverage());
    expect(executed).toBeGreaterThan(0);
    expect(executed).toBeLessThanOrEqual(mostExecuted);
  });

  it('waits for one style before it shows anything', async () => {
    await open();
    const blocking = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => (entry as PerformanceResourceTiming & { renderBlockingStatus: string }).renderBlockingStatus === 'blocking')
        .map(({ name }) => name),
    );
    expect(blocking).toEqual([expect.stringMatching(/\/page-[^/]+\.css$/)]);
  });

  it('shifts nothing', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open();
    expect(await layoutShifts(page)).toEqual([]);
  });
});
