import type { Browser, BrowserContext, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from './api';
import { breaches, contrastBreaches } from './axe';
import { choose, fillIn } from './booking_page';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { freeStart, hold } from './hold';
import { type Server, startServer } from './server';

const bookMutation = `mutation ($input: AppointmentBookInput!) {
  appointmentBook(input: $input) { booking { id } userErrors { code } } }`;

describe.skipIf(!hasBrowser)('the booking page of a network that books often', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let seen: Watch;

  beforeAll(async () => {
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  beforeEach(async () => {
    server = await startServer({ VISAVIS_FREE_HOLDS: '1', VISAVIS_FREE_BOOKINGS: '1' });
    context = await germanContext(browser);
    seen = watch(context);
  });

  afterEach(async () => {
    await context.close();
    await server.stop();
    expect(seen.complaints).toEqual([]);
  });

  it('solves the proof of work, and shows the progress', async () => {
    await hold(server.origin);
    const { branchId: branch, ...start } = await freeStart(server.origin);
    const customer = { name: 'Erste Kundin', email: 'erste@kunde.example', locale: 'DE', acceptsPrivacy: true };
    const input = { start: { branchId: branch, ...start }, customer, idempotencyKey: crypto.randomUUID() };
    const answer = await run(server.origin, bookMutation, { input });
    expect(answer.data?.['appointmentBook']).toMatchObject({ userErrors: [] });

    const page = await context.newPage();
    const loaded: Route[] = [];
    await page.route(/\/assets\/proof-[^/]*\.js$/, (route) => {
      loaded.push(route);
    });
    await page.goto(`${server.origin}/book/mitte`);
    const chosen = choose(page, '10:00');
    await page.getByRole('progressbar').waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await contrastBreaches(page)).toEqual([]);
    await loaded[0]?.continue();
    await chosen;
    await fillIn(page, 'Zweite Kundin');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(loaded).toHaveLength(1);
  });
});
