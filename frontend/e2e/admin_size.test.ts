import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { connectBrowser } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';

const dist = join(import.meta.dirname, '../dist');

describe.skipIf(!hasBrowser)('the admin app', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('requests at most 200 kB of script at first', async () => {
    const context = await germanContext(browser);
    const scripts = new Set<string>();
    context.on('request', (request) => request.resourceType() === 'script' && scripts.add(new URL(request.url()).pathname));
    const { page } = await AdminPage.open(context, server.origin);
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    const sizes = await Promise.all([...scripts].map(async (path) => gzipped(path)));
    expect(scripts.size).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(200_000);
    await context.close();
  });

  it('can be installed', async () => {
    const context = await germanContext(browser);
    const { page } = await AdminPage.open(context, server.origin);
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    const chromium = await context.newCDPSession(page);
    const { url, data, errors } = await chromium.send('Page.getAppManifest');
    expect({ url, errors }).toEqual({ url: `${server.origin}/admin/manifest.webmanifest`, errors: [] });
    expect(JSON.parse(data ?? '')).toMatchObject({ lang: 'de', start_url: '/admin/', display: 'standalone' });
    const { installabilityErrors } = await chromium.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    await context.close();
  });

  it('shows pushes as notifications, if they lead into it', async () => {
    const context = await germanContext(browser);
    await context.grantPermissions(['notifications'], { origin: server.origin });
    const { page } = await AdminPage.open(context, server.origin);
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    const chromium = await context.newCDPSession(page);
    const registrations = new Promise<string>((resolve) => {
      chromium.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => first && resolve(first.registrationId));
    });
    await chromium.send('ServiceWorker.enable');
    const started = context.waitForEvent('serviceworker');
    // As the switch of the settings does; a push service to subscribe at is out of reach here.
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/admin/push.js', { scope: '/admin/' });
      await navigator.serviceWorker.ready;
    });
    const worker = await started;
    // The headless shell has no place to show notifications, and lists none.
    await worker.evaluate(() => {
      const scope = globalThis as unknown as { shown: string[]; registration: ServiceWorkerRegistration };
      scope.shown = [];
      scope.registration.showNotification = async (title, { body, data } = {}) => void scope.shown.push(`${title}: ${body}, ${data}`);
    });
    const registrationId = await registrations;
    const push = (title: string, path: string) =>
      chromium.send('ServiceWorker.deliverPushMessage', { origin: server.origin, registrationId, data: JSON.stringify({ title, body: 'Di, 1.12., 14:00', path, tag: title }) });
    await push('Woanders', '/book/salon-mitte');
    await push('Neuer Termin', '/admin/kalender?termin=apt_1');
    const shown = () => worker.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
    await expect.poll(shown).toEqual(['Neuer Termin: Di, 1.12., 14:00, /admin/kalender?termin=apt_1']);
    await context.close();
  });
});

/** The size of an asset as it was compressed at the build; small ones are not. */
async function gzipped(path: string): Promise<number> {
  const file = join(dist, path);
  const content = await readFile(`${file}.gz`).catch(() => readFile(file));
  return content.length;
}
