import { once } from 'node:events';
import { createServer, type Server as Host } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './api';
import { breaches } from './axe';
import { bookButton, startAt, theDay } from './booking_page';
import { connectBrowser, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

/** The strictest policy under which a site can embed the booking at all: our script, our answers, our frames. */
const policy = (ours: string) => `default-src 'none'; script-src ${ours}; connect-src ${ours}; frame-src ${ours}; style-src 'none'`;

describe.skipIf(!hasBrowser)('booking on another site', () => {
  let server: Server;
  let browser: Browser;
  let host: Host;
  let site: string;
  let body = '';

  beforeAll(async () => {
    host = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', policy(server.origin));
      response.end(`<!doctype html><html lang="de"><title>Salon</title><main><h1>Salon</h1>${body}</main></html>`);
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    site = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    server = await startServer({ VISAVIS_CORS_ORIGINS: site });
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    host.close();
  });

  const script = () => `<script src="${server.origin}/embed.js" type="module"></script>`;

  /** Opens the site, and records the bookings that it is notified of. */
  async function openSite(): Promise<{ page: Page; close(): Promise<void>; notified(): Promise<string[]> }> {
    const context = await germanContext(browser);
    const seen = watch(context);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const notified: string[] = [];
      Object.assign(globalThis, { notified });
      addEventListener('visavis:booked', (event) => notified.push(JSON.stringify((event as CustomEvent).detail)));
    });
    await page.goto(site);
    return {
      page,
      notified: () => page.evaluate(() => (globalThis as unknown as { notified: string[] }).notified),
      async close() {
        expect(await context.cookies()).toEqual([]);
        await context.close();
        expect(seen.complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
        expect([...seen.hosts].toSorted()).toEqual([new URL(site).host, new URL(server.origin).host].toSorted());
      },
    };
  }

  it('books in the page itself, twice on one page, and tells the page', async () => {
    body = `${script()}<visavis-booking branch="mitte" service="svc_demo-video-colour"></visavis-booking><visavis-booking branch="west"></visavis-booking>`;
    const { page, notified, close } = await openSite();
    const first = page.locator('visavis-booking').first();
    await page.locator('visavis-booking').nth(1).getByRole('heading', { name: 'Was möchtest du buchen?' }).waitFor();
    await first.getByRole('button', { name: theDay }).click();
    await first.getByRole('button', startAt('11:00')).click();
    expect(await breaches(page)).toEqual([]);
    await first.getByLabel('Dein Name').fill('Lena Kunde');
    await first.getByLabel('Deine E-Mail-Adresse').fill('lena@kunde.example');
    await bookButton(first).click();
    await first.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(await notified()).toEqual([expect.stringMatching(/^\{"id":"apt_\w+","start":"\S+Z","service":"svc_demo-video-colour"\}$/)]);
    await close();
  });

  it('names two of the same apart', async () => {
    const same = '<visavis-booking branch="mitte" service="svc_demo-video-colour"></visavis-booking>';
    body = script() + same + same;
    const { page, close } = await openSite();
    const regions = page.getByRole('region', { name: 'Termin buchen, Salon Mitte, Farbberatung' });
    await expect.poll(() => regions.evaluateAll((found) => found.map((region) => region.getAttribute('aria-label')).toSorted())).toEqual([
      'Termin buchen, Salon Mitte, Farbberatung',
      'Termin buchen, Salon Mitte, Farbberatung 2',
    ]);
    await close();
  });

  it.each([
    ['the page itself', '', '14:00'],
    ['a frame', 'frame', '15:00'],
  ])('keeps what is written in %s when the page is loaded again', async (_, frame, time) => {
    body = `${script()}<visavis-booking branch="mitte" service="svc_demo-video-colour" ${frame}></visavis-booking>`;
    const { page, close } = await openSite();
    const at = frame ? page.frameLocator('visavis-booking >> iframe') : page.locator('visavis-booking');
    await at.getByRole('button', { name: theDay }).click();
    await at.getByRole('button', startAt(time)).click();
    await at.getByLabel('Dein Name').fill('Lena Kunde');
    await page.reload();
    await at.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    expect(await at.getByLabel('Dein Name').inputValue()).toBe('Lena Kunde');
    await close();
  });

  it.each(['', 'frame'])('wears the colour of the branch, or the colours and the font of the page: %s', async (frame) => {
    const chosen = { input: { id: 'brn_demo-mitte', accent: '#b3267a' } };
    await run(server.origin, 'mutation ($input: BranchUpdateInput!) { branchUpdate(input: $input) { userErrors { message } } }', chosen, { cookie: sessionOf('anna') });
    // A page whose style is in its script, as its policy forbids it elsewhere.
    body = `<visavis-booking branch="mitte" service="svc_demo-video-colour" ${frame}></visavis-booking>`;
    const { page, close } = await openSite();
    await page.addScriptTag({ url: `${server.origin}/embed.js`, type: 'module' });
    const next = frame ? page.frameLocator('visavis-booking >> iframe').locator('.next') : page.locator('visavis-booking .next');
    await next.waitFor();
    const worn = () =>
      next.evaluate((element) => {
        const { backgroundColor, color, fontFamily } = getComputedStyle(element);
        return { backgroundColor, color, fontFamily };
      });
    expect(await worn()).toMatchObject({ backgroundColor: 'rgb(179, 38, 122)', color: 'rgb(255, 255, 255)' });
    await page.locator('visavis-booking').evaluate((element: HTMLElement) => {
      element.style.setProperty('--visavis-accent', 'rgb(120, 20, 60)');
      element.style.setProperty('--visavis-on-accent', 'rgb(255, 250, 240)');
      element.style.setProperty('--visavis-ground', 'rgb(255, 233, 214)');
      element.style.setProperty('--visavis-ink', 'rgb(64, 32, 16)');
      element.style.setProperty('--visavis-font', 'Georgia, serif');
    });
    await expect.poll(worn).toEqual({ backgroundColor: 'rgb(120, 20, 60)', color: 'rgb(255, 250, 240)', fontFamily: 'Georgia, serif' });
    const ground = () => next.evaluate(({ parentElement }) => [getComputedStyle(parentElement!).backgroundColor, getComputedStyle(parentElement!).color]);
    await expect.poll(ground).toEqual(['rgb(255, 233, 214)', 'rgb(64, 32, 16)']);
    await close();
  });

  it('books in a frame that sizes itself, and tells the page', async () => {
    body = `${script()}<visavis-booking branch="mitte" service="svc_demo-video-colour" frame></visavis-booking>`;
    const { page, notified, close } = await openSite();
    const frame = page.frameLocator('visavis-booking >> iframe');
    await frame.getByRole('button', { name: theDay }).click();
    await expect.poll(() => page.locator('visavis-booking >> iframe').evaluate((element) => element.clientHeight)).toBeGreaterThan(700);
    await frame.getByRole('button', startAt('12:00')).click();
    await frame.getByLabel('Dein Name').fill('Paul Kunde');
    await frame.getByLabel('Deine E-Mail-Adresse').fill('paul@kunde.example');
    await bookButton(frame).click();
    await frame.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    await expect.poll(notified).toHaveLength(1);
    await close();
  });

  it('speaks the language that the page asks for', async () => {
    body = `${script()}<visavis-booking branch="mitte" lang="tr"></visavis-booking>`;
    const { page, close } = await openSite();
    await page.getByRole('heading', { name: 'Hangi hizmeti almak istersiniz?' }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await close();
  });

  it('speaks the language that the page asks for in a frame, and names the frame', async () => {
    body = `${script()}<visavis-booking branch="mitte" lang="fr" frame></visavis-booking>`;
    const { page, close } = await openSite();
    await page.frameLocator('iframe[title="Réserver"]').getByRole('heading', { name: 'Que souhaitez-vous réserver' }).waitFor();
    await close();
  });

  it('leaves a plain link to customers without scripts', async () => {
    body = `${script()}<visavis-booking branch="mitte"><a href="${server.origin}/book/mitte">Termin buchen</a></visavis-booking>`;
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' });
    const page = await context.newPage();
    await page.goto(site);
    await page.getByRole('link', { name: 'Termin buchen' }).click();
    await page.waitForURL(`${server.origin}/book/mitte`);
    expect(await page.locator('noscript').textContent()).toContain('Zum Buchen braucht diese Seite JavaScript.');
    await context.close();
  });
});
