import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsInEveryWidth } from './admin_accessibility';
import { AdminPage } from './admin_page';
import { dialogs } from './admin_pages';
import { berlin, bookByStaff, wednesday } from './appointments';
import { connectBrowser } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';

describe.skipIf(!hasBrowser)('the dialogs of the admin app', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let admin: AdminPage;

  beforeAll(async () => {
    server = await startServer();
    await bookByStaff(server.origin, { start: berlin(wednesday(), '10:00') });
    await bookByStaff(server.origin, { serviceId: 'svc_demo-video-colour', start: berlin(wednesday(), '11:00'), name: 'Greta Vogt' });
    browser = await connectBrowser();
    context = await germanContext(browser);
    admin = await AdminPage.signedIn(context, server.origin, 'anna');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each(dialogs)('have no breach of WCAG 2.2 AA and nothing too wide: $open at $path', async ({ path, open }) => {
    const { page } = admin;
    await admin.resize(1280);
    await admin.follow(path);
    for (const name of open) {
      await page.getByRole('button', { name, exact: true }).first().click();
    }
    await page.getByRole('dialog').last().waitFor();
    await admin.isLoaded();
    expect(await faultsInEveryWidth(admin)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
