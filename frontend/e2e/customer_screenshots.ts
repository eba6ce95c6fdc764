import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectBrowser } from './browser';
import { customerFaults } from './customer_faults';
import { customerStates } from './customer_states';
import { germanContext } from './german_context';
import { type Mailbox, startMailbox } from './mailbox';
import { screenshots } from './screenshots_folder';
import { type Server, startServer } from './server';

const windows = { wide: { width: 1280, height: 860 }, narrow: { width: 375, height: 720 } };

let server: Server;
let mailbox: Mailbox;
let browser: Browser;

beforeEach(async () => {
  mailbox = await startMailbox();
  server = await startServer({ VISAVIS_SMTP_URL: mailbox.url });
  browser = await connectBrowser();
});

afterEach(async () => {
  await browser?.close();
  await server?.stop();
  mailbox.close();
});

it('of every state of every page of a customer', async () => {
  const target = join(screenshots, 'customers');
  await mkdir(target, { recursive: true });
  const context = await germanContext(browser);
  const page = await context.newPage();
  let count = 0;
  for await (const state of customerStates({ page, origin: server.origin, mailbox, language: 'de' })) {
    count += 1;
    for (const [size, viewport] of Object.entries(windows)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: join(target, `${String(count).padStart(2, '0')}-${state}-${colorScheme}-${size}.png`), fullPage: true });
      }
    }
  }
  expect(count).toBeGreaterThan(30);
  await context.close();
});

it.each(['en', 'fr', 'tr'] as const)('of what is wrong in %s: nothing', async (language) => {
  expect(await customerFaults(browser, server.origin, mailbox, language)).toEqual([]);
});
