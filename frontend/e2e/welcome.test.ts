import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe';
import { hasBrowser, startBrowser, watch, type Watch } from './browser';
import { type NewSalon, startNewSalon } from './new_salon';

const password = 'drei stille worte';

const views = [
  { colorScheme: 'light', width: 1024 },
  { colorScheme: 'dark', width: 1024 },
  { colorScheme: 'light', width: 320 },
] as const;

/** Types what cannot be, and sends it. */
async function mistype(page: Page) {
  await page.locator('#firstName').fill('Olga');
  await page.locator('#email').fill('olga');
  await page.locator('#password').fill('kurz');
  await page.locator('button').click();
  await page.locator('#email[aria-invalid]').waitFor();
}

describe.skipIf(!hasBrowser)('the welcome page', () => {
  let salon: NewSalon;
  let browser: Browser;
  let screenshots: string;

  beforeAll(async () => {
    screenshots = await mkdtemp(join(tmpdir(), 'visavis-screenshots-'));
    console.info(`Screenshots: ${screenshots}`);
    salon = await startNewSalon();
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await salon?.stop();
  });

  /** Opens a page in all colors and widths, does something there, and gives what is wrong with what it shows. */
  async function faults(
    name: string,
    address: string,
    language: string,
    heading: string,
    act?: (page: Page) => Promise<void>,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const { colorScheme, width } of views) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 720 }, locale: language });
      const seen = watch(context);
      const page = await context.newPage();
      await page.goto(address);
      await act?.(page);
      await page.screenshot({ path: join(screenshots, `${name}-${colorScheme}-${width}.png`), fullPage: true });
      const shown = await page.evaluate(() => ({
        language: document.documentElement.lang,
        heading: document.querySelector('h1')?.textContent,
        scrolls: document.documentElement.scrollWidth > window.innerWidth,
        small: [...document.querySelectorAll('input, button')].filter((target) => target.getBoundingClientRect().height < 44).length,
      }));
      if (shown.language !== language || shown.heading !== heading || shown.scrolls || shown.small > 0) {
        found.push(`${colorScheme}, ${width} px: ${JSON.stringify(shown)}`);
      }
      found.push(...(await violations(page)), ...complaints(seen));
      await context.close();
    }
    return found;
  }

  /** What the browser complained about, and whom it asked besides the server. */
  function complaints(seen: Watch): string[] {
    return [
      ...seen.complaints.filter((text) => !text.includes('Failed to load resource')),
      ...[...seen.hosts].filter((host) => host !== new URL(salon.origin).host),
    ];
  }

  it('asks for the owner', async () => {
    expect(await faults('owner', salon.ownerLink, 'de', 'Willkommen')).toEqual([]);
    expect(await faults('owner-english', salon.ownerLink, 'en', 'Welcome')).toEqual([]);
  });

  it('says what is wrong', async () => {
    expect(await faults('errors', salon.ownerLink, 'de', 'Willkommen', mistype)).toEqual([]);
    expect(await faults('errors-english', salon.ownerLink, 'en', 'Welcome', mistype)).toEqual([]);
  });

  it('leads to the first thing that is wrong', async () => {
    const context = await browser.newContext({ locale: 'de' });
    const page = await context.newPage();
    await page.goto(salon.ownerLink);
    await mistype(page);
    const state = await page.evaluate(() => ({
      title: document.title,
      focused: document.activeElement?.id,
      described: document.activeElement
        ?.getAttribute('aria-describedby')
        ?.split(' ')
        .map((id) => document.querySelector(`#${id}`)?.textContent),
      typed: [...document.querySelectorAll('input')].map(({ value }) => value),
    }));
    expect(state).toEqual({
      title: 'Da stimmt noch etwas nicht · Willkommen · visavis',
      focused: 'email',
      described: ['Das ist keine E-Mail-Adresse. Prüfe die Schreibweise.', 'Damit meldest du dich an.'],
      typed: ['Olga', '', 'olga', ''],
    });
    await page.getByRole('link', { name: 'Passwort' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('password');
    await context.close();
  });

  it('knows what is no link', async () => {
    const address = `${salon.origin}/welcome/UNKNOWN`;
    expect(await faults('gone', address, 'de', 'Dieser Link öffnet nichts mehr')).toEqual([]);
    expect(await faults('gone-english', address, 'en', 'This link opens nothing any more')).toEqual([]);
  });

  it('makes the owner and signs them in, without a script', async () => {
    const context = await browser.newContext({ locale: 'de', javaScriptEnabled: false });
    const seen = watch(context);
    const page = await context.newPage();
    await page.goto(salon.ownerLink);
    await mistype(page);
    await page.getByLabel('Nachname').fill('Ostermann');
    await page.getByLabel('E-Mail').fill('olga@salon.example');
    await page.getByLabel('Passwort').fill(password);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.status() === 303);
    await page.getByRole('button', { name: 'Konto anlegen' }).click();
    await answered;
    await page.waitForURL((address) => !address.pathname.startsWith('/welcome/'));
    const cookies = await context.cookies();
    expect(cookies).toMatchObject([{ name: 'visavis_session', httpOnly: true, sameSite: 'Strict', path: '/' }]);
    const me = await context.request.post(`${salon.origin}/graphql`, { data: { query: '{ me { role staff { displayName } } }' } });
    expect(await me.json()).toEqual({ data: { me: { role: 'OWNER', staff: { displayName: 'Olga Ostermann' } } } });
    expect(complaints(seen)).toEqual([]);
    await context.close();
  });

  it('opens once', async () => {
    expect(await faults('used', salon.ownerLink, 'de', 'Dieser Link öffnet nichts mehr')).toEqual([]);
  });
});
