import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './api';
import { breaches, breachesOfLanguage, contrastBreaches } from './axe';
import { connectBrowser } from './browser';
import { hasBrowser } from './browser_process';
import { appointmentMailKinds, brand, builtIn, mailDocument } from './mail_documents';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

/** The languages of customers. */
const languages = ['DE', 'EN', 'FR', 'TR'] as const;

const own = { subject: 'S', opening: `Moin {customer}!\n\n${'Lang'.repeat(30)}\nzweite Zeile`, closing: '<b>Tschüss</b>' };

describe.skipIf(!hasBrowser)('emails as their recipients see them', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
    await run(server.origin, `mutation { branchUpdate(input: { id: "brn_demo-mitte", vatNote: NOT_CHARGED }) { userErrors { message } } }`, {}, { cookie: sessionOf('clara') });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it.each(appointmentMailKinds)('%s is readable in every language, wide and narrow, light and dark', async (kind) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const found: string[] = [];
    for (const locale of languages) {
      for (const [name, content] of Object.entries({ builtIn, own })) {
        await page.setContent(await mailDocument(server.origin, kind, locale, content));
        const fail = (faults: string[], view: string) => found.push(...faults.map((fault) => `${locale}, ${name}, ${view}: ${fault}`));
        if (locale === 'DE') {
          await page.emulateMedia({ colorScheme: 'dark' });
          fail(await contrastBreaches(page), 'dark');
          await page.emulateMedia({ colorScheme: 'light' });
          fail(await breaches(page), 'light');
        } else {
          fail(await breachesOfLanguage(page), 'light');
        }
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 800 });
          const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          fail(excess > 0 ? [`${excess} pixels too wide`] : [], `${width} pixels`);
        }
      }
    }
    expect(found).toEqual([]);
    await context.close();
  });

  // Mail programs that take no styles from the head show those of the elements.
  it('buttons are readable without the styles in the head', async () => {
    const page = await (await browser.newContext({ colorScheme: 'light' })).newPage();
    await page.setContent((await mailDocument(server.origin, 'CONFIRMED', 'DE')).replace(/<style>.*<\/style>/s, ''));
    expect(await contrastBreaches(page)).toEqual([]);
    expect(await page.getByRole('link').count()).toBeGreaterThanOrEqual(5);
    await page.context().close();
  });

  it.each(['CONFIRMED', 'CUSTOMER_ERASURE'])('%s shows the logo and the colour of the branch', async (kind) => {
    await brand(server.origin);
    const page = await (await browser.newContext()).newPage();
    await page.setContent(await mailDocument(server.origin, kind, 'DE'));
    expect(await page.getByRole('img', { name: 'Salon Mitte' }).evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    expect(await breaches(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.locator('.first td').first().evaluate((button) => getComputedStyle(button).backgroundColor)).toBe('rgb(255, 212, 0)');
    expect(await contrastBreaches(page)).toEqual([]);
    await page.context().close();
  });
});
