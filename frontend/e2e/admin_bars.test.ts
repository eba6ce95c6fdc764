import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { breaches } from './axe';
import { hasBrowser, startBrowser, watch } from './browser';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';

const dist = join(import.meta.dirname, '../dist');

/** The pages, by their addresses, with the headings that tell that they are there. */
const pages: Record<string, string> = {
  '/video-anrufe': 'Video-Anrufe',
  '/mitarbeiter': 'Mitarbeiter',
  '/mitarbeiter/stf_demo-clara/allgemein': 'Clara',
  '/mitarbeiter/stf_demo-clara/kompetenzen': 'Clara',
  '/mitarbeiter/stf_demo-clara/video-anrufe': 'Clara',
  '/mitarbeiter/stf_demo-clara/filialen': 'Clara',
  '/mitarbeiter/stf_demo-clara/zugang': 'Clara',
  '/kompetenzen': 'Kompetenzen',
};

describe.skipIf(!hasBrowser)('the bars of the admin app', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
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

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each([1280, 320])('has no breach of WCAG 2.2 AA, and nothing too wide, at %i pixels', async (width) => {
      const context = await germanContext(browser);
      const seen = watch(context);
      const { page } = await AdminPage.open(context, server.origin);
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
      expect(await breaches(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
      const admin = new AdminPage(page, server.origin);
      await admin.signIn('clara@salon.example');
      await page.setViewportSize({ width, height: 800 });
      for (const [path, heading] of Object.entries(pages)) {
        await admin.goto(path);
        await admin.heading(heading);
        expect(await breaches(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} is too wide`).toBe(0);
      }
      await context.close();
      expect(seen.complaints).toEqual([]);
      expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
    }, 60_000);
  });
});

/** The size of an asset as it was compressed at the build; small ones are not. */
async function gzipped(path: string): Promise<number> {
  const file = join(dist, path);
  const content = await readFile(`${file}.gz`).catch(() => readFile(file));
  return content.length;
}
