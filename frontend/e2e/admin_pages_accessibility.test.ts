import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsInEveryView } from './admin_accessibility';
import { AdminPage } from './admin_page';
import { pages } from './admin_pages';
import { berlin, bookByStaff, wednesday } from './appointments';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';

describe.skipIf(!hasBrowser)('the pages of the admin app', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let admin: AdminPage;
  let seen: Watch;

  beforeAll(async () => {
    server = await startServer();
    await bookByStaff(server.origin, { start: berlin(wednesday(), '10:00') });
    await bookByStaff(server.origin, { serviceId: 'svc_demo-video-colour', start: berlin(wednesday(), '11:00'), name: 'Greta Vogt' });
    await bookByStaff(server.origin, { staffId: 'stf_demo-ben', start: berlin(wednesday(), '07:30') }); // nobody works then
    browser = await connectBrowser();
    context = await germanContext(browser);
    seen = watch(context);
    admin = await AdminPage.signedIn(context, server.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  it('have no breach of WCAG 2.2 AA and nothing too wide before the sign-in', async () => {
    const nobody = await germanContext(browser);
    const opened = await AdminPage.open(nobody, server.origin);
    await opened.heading('Anmelden');
    expect(await faultsInEveryView(opened, { de: 'Anmelden', en: 'Sign in' })).toEqual([]);
    await nobody.close();
  });

  it.each(Object.entries(pages))('have no breach of WCAG 2.2 AA and nothing too wide at %s', async (path, heading) => {
    await admin.follow(path);
    expect(admin.page.url()).toBe(`${server.origin}/admin${path}`);
    expect(await faultsInEveryView(admin, heading)).toEqual([]);
  });
});
