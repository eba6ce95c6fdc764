import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { dialogs, pages } from './admin_pages';
import { berlin, bookByStaff, wednesday } from './appointments';
import { breaches } from './axe';
import { hasBrowser, startBrowser, watch } from './browser';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';

const dist = join(import.meta.dirname, '../dist');

describe.skipIf(!hasBrowser)('the bars of the admin app', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
    await bookByStaff(server.origin, { start: berlin(wednesday(), '10:00') });
    await bookByStaff(server.origin, { serviceId: 'svc_demo-video-colour', start: berlin(wednesday(), '11:00'), name: 'Greta Vogt' });
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('asks for at most 200 kB of script at first', async () => {
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

  // Every two of width, language and colours meet: what three of them break together, two of them do.
  it.each([
    [1280, 'de', 'light'],
    [320, 'en', 'light'],
    [1280, 'en', 'dark'],
    [320, 'de', 'dark'],
  ] as const)('has no breach of WCAG 2.2 AA, and nothing too wide, at %i pixels in "%s" and %s', async (width, language, colorScheme) => {
    const context = await germanContext(browser);
    const seen = watch(context);
    const { page } = await AdminPage.open(context, server.origin);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(await breaches(page)).toEqual([]);
    const admin = new AdminPage(page, server.origin);
    await admin.signIn('clara@salon.example');
    await admin.speak(language);
    await page.setViewportSize({ width, height: 800 });
    for (const [path, heading] of Object.entries(pages)) {
      await admin.goto(path);
      await admin.heading(heading[language]);
      expect(await breaches(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} is too wide`).toBe(0);
    }
    await context.close();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  }, 120_000);

  it.each([
    [1280, 'light'],
    [320, 'light'],
    [1280, 'dark'],
    [320, 'dark'],
  ] as const)('has no breach in any dialog, at %i pixels and in %s', async (width, colorScheme) => {
    const context = await germanContext(browser);
    const admin = await AdminPage.signedIn(context, server.origin, 'anna@salon.example');
    const { page } = admin;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    for (const { path, open } of dialogs) {
      await admin.goto(path);
      await admin.heading(/./);
      for (const name of open) {
        await page.getByRole('button', { name, exact: true }).first().click();
      }
      await page.getByRole('dialog').last().waitFor();
      await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
      expect(await breaches(page), `${path}: ${open.join(', ')}`).toEqual([]);
    }
    await context.close();
  }, 120_000);
});

/** The size of an asset as it was compressed at the build; small ones are not. */
async function gzipped(path: string): Promise<number> {
  const file = join(dist, path);
  const content = await readFile(`${file}.gz`).catch(() => readFile(file));
  return content.length;
}
