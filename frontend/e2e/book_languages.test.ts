import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wednesday } from './appointments';
import { breaches } from './axe';
import { startAt, tooSmall } from './booking_page';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { formatOf } from '../widget/format';
import { legalWords } from '../widget/legal_words';
import { bookingWords } from '../widget/words/booking';
import { closingWords } from '../widget/words/closing';
import { manageWords } from '../widget/words/manage';

const languages = [
  { language: 'fr', locale: 'fr-FR', time: '10:00', title: 'Réserver un rendez-vous', ownTitle: 'Votre rendez-vous' },
  { language: 'tr', locale: 'tr-TR', time: '11:00', title: 'Randevu al', ownTitle: 'Randevunuz' },
] as const;

describe.skipIf(!hasBrowser)('a customer who speaks neither German nor English', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  afterEach(async () => {
    await context.close();
    expect(seen.complaints).toEqual([]);
  });

  /** Opens a page on a phone that speaks a language. */
  async function open(locale: string, path: string) {
    context = await browser.newContext({ locale, timezoneId: 'Europe/Berlin', viewport: { width: 320, height: 640 } });
    seen = watch(context);
    page = await context.newPage();
    await page.goto(server.origin + path);
  }

  async function isInOrder() {
    expect(await breaches(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await tooSmall(page)).toEqual([]);
  }

  /** Which files of texts the page has loaded. */
  const loadedWords = () => page.evaluate(() => performance.getEntriesByType('resource').flatMap(({ name }) => /(\w+\.\w\w)-[\w-]{8}\.js$/.exec(name)?.[1] ?? []));

  it.each(languages)('books, moves and cancels in $language, on a phone', async ({ language, locale, time, title, ownTitle }) => {
    const [t, closing, manage] = await Promise.all([bookingWords(language), closingWords(language), manageWords(language)]);
    const { day: dayIn } = formatOf(language, { timeZone: 'Europe/Berlin', timeZoneAliases: [] });
    const day = dayIn(wednesday());
    await open(locale, '/book/mitte');
    await page.getByRole('heading', { name: t.service }).waitFor();
    expect(await page.title()).toBe(`${title} · Salon Mitte`);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(await loadedWords()).toEqual([`booking.${language}`]);
    await isInOrder();
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    await page.getByRole('button', { name: day }).click();
    await isInOrder();
    await page.getByRole('button', startAt(time)).click();
    await page.getByRole('heading', { name: closing.details }).waitFor();
    const names = legalWords[language];
    await page.getByText(t.vat.INCLUDED).first().waitFor();
    await page.getByRole('link', { name: closing.agreed }).waitFor();
    const footer = page.locator('footer');
    await footer.getByRole('link', { name: names.terms }).waitFor();
    expect(await footer.getByRole('link', { name: names.accessibility }).getAttribute('href')).toBe(`${server.origin}/legal/mitte/accessibility?lang=${language}`);
    await page.getByRole('button', { name: closing.pay }).click();
    await page.getByText(closing.nameMissing).waitFor();
    await isInOrder();
    await page.getByLabel(closing.name).fill('İpek Işık');
    await page.getByLabel(closing.email).fill('ipek');
    await page.getByRole('button', { name: closing.pay }).click();
    await page.getByText(language === 'fr' ? 'Ce n’est pas une adresse e-mail.' : 'Bu bir e-posta adresi değil.').waitFor();
    await page.getByLabel(closing.email).fill(`ipek-${language}@musteri.example`);
    await page.getByRole('button', { name: closing.pay }).click();
    await page.getByRole('heading', { name: closing.done }).waitFor();
    await page.getByText(closing.calendar).click();
    await isInOrder();
    const file = await fetch((await page.getByRole('link', { name: closing.calendarFile }).getAttribute('href'))!);
    expect(await file.text()).toContain(language === 'fr' ? 'Avec Anna' : 'Anna ile');
    const manageUrl = (await page.getByRole('link', { name: closing.manage }).getAttribute('href'))!;
    await context.close();

    // Whoever opens the link, it speaks to the customer.
    context = await germanContext(browser);
    seen = watch(context);
    page = await context.newPage();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(manageUrl);
    await page.getByRole('heading', { name: manage.titles.changeable }).waitFor();
    expect(await page.title()).toBe(ownTitle);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await isInOrder();
    await page.getByRole('button', { name: manage.change }).click();
    await page.getByRole('button', { name: day }).click();
    await page.getByRole('button', startAt('14:00')).click();
    await page.getByRole('heading', { name: manage.moveNow }).waitFor();
    await isInOrder();
    await page.getByRole('button', { name: manage.moveNow }).click();
    await page.getByText(manage.moved).waitFor();
    await page.getByRole('button', { name: manage.cancel }).click();
    await page.getByRole('button', { name: manage.cancelTitle }).click();
    await page.getByRole('heading', { name: manage.titles.cancelled }).waitFor();
    await isInOrder();
  });

  it.each(languages)('sees $language in a German browser where a link asks for it', async ({ language, title }) => {
    await open('de-DE', `/book/mitte?lang=${language}`);
    await page.getByRole('heading', { name: (await bookingWords(language)).service }).waitFor();
    expect(await page.title()).toBe(`${title} · Salon Mitte`);
    expect(await loadedWords()).toEqual([`booking.${language}`]);
  });
});
