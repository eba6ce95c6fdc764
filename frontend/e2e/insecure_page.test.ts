import { once } from 'node:events';
import { createServer, type Server as Host } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookButton, startAt, theDay } from './booking_page';
import { connectBrowser, watch } from './browser';
import { freePort } from './free_port';
import { hasBrowser, insecureHost } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';

const preset = 'svc_demo-video-colour';

async function book(at: Page | FrameLocator, time: string, name: string) {
  await at.getByRole('button', { name: theDay }).click();
  await at.getByRole('button', startAt(time)).click();
  await at.getByLabel('Dein Name').fill(`${name} Kunde`);
  await at.getByLabel('Deine E-Mail-Adresse').fill(`${name}@kunde.example`);
  await bookButton(at).click();
  await at.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
  await at.getByRole('button', { name: 'Link kopieren' }).click();
  await at.getByText('Kopiert', { exact: true }).waitFor();
}

// Pages without TLS have neither crypto.randomUUID nor crypto.subtle nor navigator.clipboard.
describe.skipIf(!hasBrowser)('booking without TLS', () => {
  let server: Server;
  let browser: Browser;
  let host: Host;
  let site: string;
  let body = '';
  let ours: string;

  beforeAll(async () => {
    host = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="de"><title>Salon</title><link rel="icon" href="data:,"><main><h1>Salon</h1>${body}</main></html>`);
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    site = `http://${insecureHost}:${(host.address() as AddressInfo).port}`;
    const port = await freePort();
    ours = `http://${insecureHost}:${port}`;
    server = await startServer({
      VISAVIS_ADDR: `127.0.0.1:${port}`,
      VISAVIS_DEMO: 'false', // whose passwords are known, so that it runs on this machine only
      VISAVIS_PUBLIC_URL: ours,
      VISAVIS_CORS_ORIGINS: site,
      VISAVIS_FREE_HOLDS: '1',
      VISAVIS_FREE_BOOKINGS: '1',
    });
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    host.close();
  });

  it.each([
    ['on the page of its own', '10:00', 'Lena', undefined],
    ['in the page of a site', '11:00', 'Paula', (): string => `<script src="${ours}/embed.js" type="module"></script><visavis-booking branch="mitte" service="${preset}"></visavis-booking>`],
    ['in a frame of a site', '12:00', 'Nora', (): string => `<script src="${ours}/embed.js" type="module"></script><visavis-booking branch="mitte" service="${preset}" frame></visavis-booking>`],
    ['in a sandboxed frame', '14:00', 'Ida', (): string => `<iframe sandbox="allow-scripts allow-forms allow-same-origin allow-popups" title="Termin" style="width:600px;height:900px" src="${ours}/book/mitte?service=${preset}"></iframe>`],
  ] as const)('works %s', async (_, time, name, embedded) => {
    const context = await germanContext(browser);
    const seen = watch(context);
    const page = await context.newPage();
    if (embedded) {
      body = embedded();
      await page.goto(site);
    } else {
      await page.goto(`${ours}/book/mitte?service=${preset}`);
    }
    expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto])).toEqual([false, false]);
    await book(body.includes('frame') ? page.frameLocator('iframe') : page, time, name);
    await context.close();
    expect(seen.complaints.filter((text) => !text.includes('Cross-Origin-Opener-Policy'))).toEqual([]); // works with TLS only
  });
});
