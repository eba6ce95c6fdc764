import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run, signIn } from './api';
import { wednesday } from './appointments';
import { breaches } from './axe';
import { hasBrowser, startBrowser, type Watch, watch } from './browser';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';

const longest = 12_000;

/** Fills in the form, and books. */
async function fillIn(visitor: Page, name: string) {
  await visitor.getByLabel('Dein Name').fill(name);
  await visitor.getByLabel('Deine E-Mail-Adresse').fill(`${name.split(' ')[0]?.toLowerCase()}@kunde.example`);
  await visitor.getByRole('button', { name: 'Termin buchen' }).click();
}

describe.skipIf(!hasBrowser)('the booking page', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;

  beforeAll(async () => {
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  beforeEach(async () => {
    server = await startServer();
    context = await germanContext(browser);
    seen = watch(context);
    page = await visit('/book/mitte');
  });

  afterEach(async () => {
    expect(await context.cookies()).toEqual([]);
    await context.close();
    await server.stop();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  async function visit(path: string, by = context): Promise<Page> {
    const visitor = await by.newPage();
    visitor.setDefaultTimeout(longest);
    await visitor.goto(server.origin + path);
    return visitor;
  }

  /** Who has booked on the day, as the salon sees it. */
  async function booked(): Promise<string[]> {
    const query = `query ($day: LocalDate!) {
      appointments(branchId: "brn_demo-mitte", from: $day, to: $day) { nodes { customer { name } service { name } } } }`;
    const { data } = await run(server.origin, query, { day: wednesday() }, { cookie: await signIn(server.origin) });
    const { nodes } = data!['appointments'] as { nodes: { customer: { name: string }; service: { name: string } }[] };
    return nodes.map(({ customer, service }) => `${customer.name}: ${service.name}`);
  }

  /** The day of the tests in the strip, as it is called. */
  const theDay = new RegExp(
    new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${wednesday()}T12:00:00Z`)),
  );

  it.each(['light', 'dark'] as const)('books in two taps and two fields, on a phone, in %s', async (colorScheme) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const isInOrder = async () => {
      expect(await breaches(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    };
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    await isInOrder();
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    await isInOrder();
    await page.getByRole('button', { name: '10:00', exact: true }).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await page.getByRole('button', { name: 'Termin buchen' }).click();
    await page.getByText('Schreib, wie du heißt.').waitFor();
    await expect.poll(() => page.evaluate(() => document.querySelector('#booking')?.shadowRoot?.activeElement?.id)).toBe('name');
    await isInOrder();
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(await page.getByRole('link', { name: 'Zum Videoraum' }).getAttribute('href')).toContain('/join/');
    await isInOrder();
    expect(await booked()).toEqual(['Lena Kunde: Farbberatung']);
  });

  it('offers something else to whoever was slower', async () => {
    const other = await germanContext(browser);
    const slower = await visit('/book/mitte?service=svc_demo-video-colour&staff=stf_demo-anna', other);
    await slower.getByRole('button', { name: theDay }).click();
    await slower.getByRole('button', { name: '10:00', exact: true }).waitFor();
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', { name: '10:00', exact: true }).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await slower.getByRole('button', { name: '10:00', exact: true }).click();
    await slower.getByText('Diese Zeit wurde gerade vergeben.').waitFor();
    expect(await breaches(slower)).toEqual([]);
    await slower.getByRole('alert').getByRole('button').first().click();
    await fillIn(slower, 'Zweite Kundin');
    await slower.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    await fillIn(page, 'Erste Kundin');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect((await booked()).toSorted()).toEqual(['Erste Kundin: Farbberatung', 'Zweite Kundin: Farbberatung']);
    await other.close();
  });

  it('is at most 20 kB of script, of which the loader is 2', async () => {
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const scripts = [...loaded.filter((name) => name.endsWith('.js')), `${server.origin}/embed.js`];
    const sizes = new Map<string, number>();
    for (const script of scripts) {
      const content = Buffer.from(await (await fetch(script)).arrayBuffer());
      sizes.set(script, gzipSync(content).length);
    }
    expect(sizes.size).toBeGreaterThan(2);
    expect(sizes.get(`${server.origin}/embed.js`)).toBeLessThanOrEqual(2_000);
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
  });

  it('takes the focus to each step, but not from the page around', async () => {
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.getByRole('button', { name: /Farbberatung/ }).press('Enter');
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.querySelector('#booking')?.shadowRoot?.activeElement?.textContent)).toBe('Wann passt es dir?');
  });

  it('gives a start back to whoever goes back', async () => {
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', { name: '10:00', exact: true }).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await page.getByRole('button', { name: 'Zurück' }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', { name: '10:00', exact: true }).waitFor();
  });

  it('knows what is no branch, and speaks English', async () => {
    const english = await browser.newContext({ locale: 'en-GB' });
    const nowhere = await visit('/book/nowhere', english);
    await nowhere.getByText('There is no such branch.').waitFor();
    const here = await visit('/book/mitte', english);
    await here.getByRole('heading', { name: 'What would you like to book?' }).waitFor();
    expect(await breaches(here)).toEqual([]);
    await english.close();
  });

  it('offers video alone in video-only mode, and says why', async () => {
    const start = 'mutation ($input: VideoOnlyModeStartInput!) { videoOnlyModeStart(input: $input) { userErrors { message } } }';
    const input = { branchId: 'brn_demo-mitte', staffIds: ['stf_demo-anna'], message: 'Wir renovieren.' };
    await run(server.origin, start, { input }, { cookie: await signIn(server.origin) });
    await page.reload();
    await page.getByText('Wir renovieren.').waitFor();
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    expect(await page.getByRole('button', { name: /Haarschnitt/ }).count()).toBe(0);
  });
});
