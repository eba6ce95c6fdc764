import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { pages } from './admin_pages';
import { berlin, bookByStaff, wednesday } from './appointments';
import { connectBrowser } from './browser';
import { germanContext } from './german_context';
import { mailDocument, mailKinds } from './mail_documents';
import { screenshots } from './screenshots_folder';
import { type Server, startServer } from './server';

/** Where the README finds its pictures. */
const pictures = join(import.meta.dirname, '../../docs/pictures');

/** How wide and high the window is, in pixels. */
const windows = { wide: { width: 1360, height: 860 }, narrow: { width: 320, height: 700 } };

describe('screenshots', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
    const day = wednesday();
    await bookByStaff(server.origin, { start: berlin(day, '10:00') });
    await bookByStaff(server.origin, { serviceId: 'svc_demo-video-colour', start: berlin(day, '11:00'), name: 'Greta Vogt' });
    await bookByStaff(server.origin, { staffId: 'stf_demo-ben', start: berlin(day, '09:30'), name: 'Ida Brandt' });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('calendar and booking page, for the README', async () => {
    await mkdir(pictures, { recursive: true });
    const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });
    const { page } = await AdminPage.open(context, server.origin);
    const admin = new AdminPage(page, server.origin);
    await page.setViewportSize({ width: 1200, height: 760 });
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await admin.signIn('anna');
    await admin.goto(`/kalender?datum=${wednesday()}`);
    await page.getByText('Greta Vogt').waitFor();
    await page.screenshot({ path: join(pictures, 'calendar.png') });
    await page.setViewportSize({ width: 800, height: 760 });
    await page.goto(`${server.origin}/book/mitte?service=svc_demo-video-colour`);
    await page.locator('#booking .next').waitFor();
    await page.screenshot({ path: join(pictures, 'booking.png') });
    await context.close();
  });

  it('of every email', async () => {
    const target = join(screenshots, 'emails');
    await mkdir(target, { recursive: true });
    const page = await (await browser.newContext()).newPage();
    for (const kind of mailKinds) {
      await page.setContent(await mailDocument(server.origin, kind, 'DE'));
      for (const [size, viewport] of Object.entries(windows)) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: join(target, `${kind.toLowerCase()}-${colorScheme}-${size}.png`), fullPage: true });
        }
      }
    }
    expect(await page.title()).toContain('Deine Daten löschen');
    await page.context().close();
  });

  describe('of every page', () => {
    beforeAll(async () => {
      // Nobody works then.
      await bookByStaff(server.origin, { staffId: 'stf_demo-ben', start: berlin(wednesday(), '07:30'), name: 'Paul Krämer' });
    });

    it.each([
      ['light', 'wide'],
      ['light', 'narrow'],
      ['dark', 'wide'],
      ['dark', 'narrow'],
    ] as const)('%s and %s', async (colorScheme, size) => {
      const context = await germanContext(browser);
      const { page } = await AdminPage.open(context, server.origin);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const admin = new AdminPage(page, server.origin);
      const target = join(screenshots, `${colorScheme}-${size}`);
      await mkdir(target, { recursive: true });
      const shoot = (name: string) => page.screenshot({ path: join(target, `${name}.png`), fullPage: true });
      await page.setViewportSize(windows[size]);
      await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
      await shoot('anmelden');
      await page.setViewportSize(windows.wide);
      await admin.signIn('anna');
      await page.setViewportSize(windows[size]);
      for (const [path, heading] of Object.entries(pages)) {
        await admin.goto(path);
        await admin.heading(heading.de);
        await shoot(path.replace(/\?datum=.*/, '').slice(1).replaceAll(/\W+/g, '-'));
      }
      expect(page.url()).toContain(server.origin);
      await context.close();
    });
  });
});
