import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from './api';
import { wednesday } from './appointments';
import { breaches } from './axe';
import { bookButton, choose, fillIn, startAt, theDay, tooSmall } from './booking_page';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

const releaseMutation = 'mutation ($input: AppointmentHoldReleaseInput!) { appointmentHoldRelease(input: $input) { userErrors { message } } }';

describe.skipIf(!hasBrowser)('the booking page', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;

  beforeAll(async () => {
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  beforeEach(async () => {
    server = await startServer();
    context = await germanContext(browser);
    seen = watch(context);
    page = await open('/book/mitte');
  });

  afterEach(async () => {
    expect(await context.cookies()).toEqual([]);
    await context.close();
    await server.stop();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  async function open(path: string, by = context): Promise<Page> {
    const opened = await by.newPage();
    await opened.goto(server.origin + path);
    return opened;
  }

  /** Who has booked on the day, as the salon sees it. */
  async function booked(): Promise<string[]> {
    const query = `query ($day: LocalDate!) {
      appointments(branchId: "brn_demo-mitte", from: $day, to: $day) { nodes { contact { name } service { name } } } }`;
    const { data } = await run(server.origin, query, { day: wednesday() }, { cookie: sessionOf('clara') });
    const { nodes } = data!['appointments'] as { nodes: { contact: { name: string }; service: { name: string } }[] };
    return nodes.map(({ contact, service }) => `${contact.name}: ${service.name}`);
  }

  it('books in two taps and two fields, on a phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const isInOrder = async () => {
      expect(await breaches(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await tooSmall(page)).toEqual([]);
    };
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    await isInOrder();
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    await isInOrder();
    await page.getByRole('button', startAt('10:00')).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await bookButton(page).click();
    await page.getByText('Gib deinen Namen ein.').waitFor();
    await expect.poll(() => page.evaluate(() => document.querySelector('#booking')?.shadowRoot?.activeElement?.id)).toBe('name');
    await isInOrder();
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(await page.getByRole('link', { name: 'Zum Videoraum' }).getAttribute('href')).toContain('/join/');
    // The server sends no email.
    const manageUrl = await page.getByRole('link', { name: 'Verschieben oder absagen' }).getAttribute('href');
    const kept = page.getByRole('region', { name: 'Link zu deinem Termin' });
    expect(await kept.getByRole('link').textContent()).toBe(manageUrl);
    await kept.getByRole('button', { name: 'Drucken' }).waitFor();
    expect(await page.getByText('unterwegs').count()).toBe(0);
    await page.getByText('In den Kalender').click();
    await isInOrder();
    expect(await page.getByRole('link', { name: 'Google' }).getAttribute('href')).toContain('https://calendar.google.com/');
    const file = await fetch((await page.getByRole('link', { name: 'Kalenderdatei' }).getAttribute('href'))!);
    expect(await file.text()).toMatch(/^BEGIN:VCALENDAR[^]*SUMMARY:Farbberatung/);
    expect(await booked()).toEqual(['Lena Kunde: Farbberatung']);
  });

  it('offers to correct a mistyped mail provider, and asks no more', async () => {
    await choose(page, '10:00');
    const email = page.getByLabel('Deine E-Mail-Adresse');
    await email.fill('lena@gmial.com');
    const meant = page.getByRole('button', { name: 'Meintest du lena@gmail.com?' });
    await meant.waitFor();
    expect(await breaches(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    await meant.press('Enter');
    await meant.waitFor({ state: 'detached' });
    expect(await email.inputValue()).toBe('lena@gmail.com');
    await page.getByLabel('Dein Name').fill('Lena Kunde');
    await email.fill('lena@127.0.0.1');
    await bookButton(page).click();
    await page.getByText('Das ist keine E-Mail-Adresse.').waitFor(); // as the server judges it
    await email.fill('lena@gmial.com');
    await meant.waitFor();
    await bookButton(page).click();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
  });

  it('offers something else to a customer who was slower', async () => {
    const other = await germanContext(browser);
    const slower = await open('/book/mitte?service=svc_demo-video-colour&staff=stf_demo-anna', other);
    await slower.getByRole('button', { name: theDay }).click();
    await slower.getByRole('button', startAt('10:00')).waitFor();
    await choose(page, '10:00');
    await slower.getByRole('button', startAt('10:00')).click();
    await slower.getByText('Diese Uhrzeit wurde gerade vergeben.').waitFor();
    expect(await breaches(slower)).toEqual([]);
    await slower.getByRole('alert').getByRole('button').first().click();
    await fillIn(slower, 'Zweite Kundin');
    await slower.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    await fillIn(page, 'Erste Kundin');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect((await booked()).toSorted()).toEqual(['Erste Kundin: Farbberatung', 'Zweite Kundin: Farbberatung']);
    await other.close();
  });

  it('is at most 20 kB of script, of which the loader is 1.5', async () => {
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    // The links of the law follow the first step.
    const scripts = [...loaded.filter((name) => name.endsWith('.js') && !name.includes('/legal_links-')), `${server.origin}/embed.js`];
    const sizes = new Map<string, number>();
    for (const script of scripts) {
      const content = Buffer.from(await (await fetch(script)).arrayBuffer());
      sizes.set(script, gzipSync(content).length);
    }
    expect(sizes.size).toBeGreaterThan(2);
    expect(sizes.get(`${server.origin}/embed.js`)).toBeLessThanOrEqual(1_500);
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(20_000);
  });

  it('moves the focus to each step, but not from the page around it at first', async () => {
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.getByRole('button', { name: /Farbberatung/ }).press('Enter');
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.querySelector('#booking')?.shadowRoot?.activeElement?.textContent)).toBe('Wann passt es dir?');
  });

  it.each(['button of the page', 'button of the browser'])('releases the start when the customer goes back by the %s', async (button) => {
    const goBack = async () => (button.includes('browser') ? page.goBack() : page.getByRole('button', { name: 'Zurück' }).click());
    await choose(page, '10:00');
    await goBack();
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('10:00')).waitFor();
    await goBack();
    await page.getByRole('heading', { name: 'Was möchtest du buchen?' }).waitFor();
    await choose(page, '10:15');
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Was möchtest du buchen?' }).waitFor();
    await page.goBack(); // past all the steps that are done with
    await page.waitForURL('about:blank');
  });

  it('books by the keyboard alone', async () => {
    /** What has the focus: its name, or what it says. */
    const focused = () =>
      page.evaluate(() => {
        const element = document.querySelector('#booking')?.shadowRoot?.activeElement;
        return element?.getAttribute('aria-label') ?? element?.id.concat(element.textContent) ?? '';
      });
    /** Walks on until the focus is on what is wanted. */
    async function walkTo(wanted: RegExp) {
      const passed: string[] = [];
      while (!wanted.test(await focused())) {
        passed.push(await focused());
        expect(passed.length, `on the way to ${wanted}: ${passed.join(', ')}`).toBeLessThan(60);
        await page.keyboard.press('Tab');
      }
    }
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    await walkTo(/^Farbberatung/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: theDay }).waitFor();
    await walkTo(theDay);
    await page.keyboard.press('Space');
    await walkTo(/^10:00/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await walkTo(/^name/);
    await page.keyboard.type('Lena Kunde');
    await walkTo(/^email/);
    await page.keyboard.type('lena@kunde.example');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(await focused()).toContain('Dein Termin steht!');
    await walkTo(/^In den Kalender/);
    await page.keyboard.press('Enter');
    await walkTo(/^Kalenderdatei/);
    expect(await booked()).toEqual(['Lena Kunde: Farbberatung']);
  });

  it('says what to do without a network, and books once when it is back', async () => {
    const complaint = 'net::ERR_INTERNET_DISCONNECTED';
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    await page.getByText('Prüfe deine Internetverbindung.').waitFor();
    expect(await breaches(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Erneut versuchen' }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('10:00')).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    // The booking reaches the server, its answer does not reach us.
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort('internetdisconnected');
    });
    await fillIn(page, 'Lena Kunde');
    await page.getByText('Prüfe deine Internetverbindung.').waitFor();
    expect(await booked()).toEqual(['Lena Kunde: Farbberatung']);
    await page.unroute('**/graphql');
    await bookButton(page).click();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(await booked()).toEqual(['Lena Kunde: Farbberatung']);
    expect(seen.complaints.every((text) => text.includes(complaint))).toBe(true);
    seen.complaints.length = 0;
  });

  it('says so when the reservation has run out', async () => {
    await page.clock.install();
    await page.reload(); // no timer may be older than the clock
    await choose(page, '10:00');
    await page.getByRole('timer').getByText('noch 9:').or(page.getByText('noch 10:00')).waitFor();
    await page.clock.fastForward('10:01');
    await page.getByText('Die Reservierung ist abgelaufen.').waitFor();
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    expect(await breaches(page)).toEqual([]);
  });

  it('offers something else to a customer whose reservation was lost while they wrote', async () => {
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('appointmentHold(') ?? false);
    await choose(page, '10:00');
    const { data } = (await (await answered).json()) as { data: { answer: { hold: { secret: string } } } };
    await run(server.origin, releaseMutation, { input: { secret: data.answer.hold.secret } });
    const faster = await open('/book/mitte', await germanContext(browser));
    await choose(faster, '10:00');
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    await page.getByText('Die Reservierung ist abgelaufen.').waitFor();
    expect(await breaches(page)).toEqual([]);
    expect(await booked()).toEqual([]);
    await faster.context().close();
  });

  it('shows customers in another time zone the time on their own clock, and nobody else', async () => {
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', { name: '10:00 bei dir 04:00' }).waitFor();
    await page.getByText('Alle Uhrzeiten in der Zeitzone Europe/Berlin').waitFor();
    const vienna = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Vienna' });
    const there = await open('/book/mitte?service=svc_demo-video-colour', vienna);
    await there.getByRole('button', { name: theDay }).click();
    await there.getByRole('button', { name: '10:00', exact: true }).waitFor();
    expect(await there.getByText('Alle Zeiten').count()).toBe(0);
    await vienna.close();
  });

  it('says what a branch cannot offer, and how to reach it', async () => {
    const cookie = sessionOf('clara');
    const close = 'mutation ($input: BranchOpeningHoursReplaceInput!) { branchOpeningHoursReplace(input: $input) { userErrors { message } } }';
    await run(server.origin, close, { input: { branchId: 'brn_demo-mitte', hours: [] } }, { cookie });
    await page.getByRole('button', { name: /Haarschnitt/ }).click();
    await page.getByText(/Zurzeit ist leider nichts frei. \+49 30 5550100/).waitFor();
    expect(await breaches(page)).toEqual([]);
    const create = 'mutation ($input: BranchCreateInput!) { branchCreate(input: $input) { branch { slug } userErrors { message } } }';
    await run(server.origin, create, { input: { name: 'Salon Leer', slug: 'leer', timeZone: 'Europe/Berlin' } }, { cookie: sessionOf('anna') });
    const empty = await open('/book/leer'); // where only the owner's role counts
    await empty.getByText('Hier kannst du zurzeit nichts online buchen.').waitFor();
    expect(await breaches(empty)).toEqual([]);
  });

  it('says that a branch is unknown, and speaks English', async () => {
    const english = await browser.newContext({ locale: 'en-GB' });
    const nowhere = await open('/book/nowhere', english);
    await nowhere.getByText('Branch not found.').waitFor();
    const here = await open('/book/mitte', english);
    await here.getByRole('heading', { name: 'What would you like to book?' }).waitFor();
    expect(await breaches(here)).toEqual([]);
    await here.getByRole('button', { name: /Farbberatung/ }).click();
    await here.getByRole('button', { name: /Next available appointment/ }).waitFor();
    expect(await breaches(here)).toEqual([]);
    await here.getByRole('button', { name: /Next available appointment/ }).click();
    await here.getByRole('button', { name: 'Book with obligation to pay' }).click();
    await here.getByText('Enter your name.').waitFor();
    expect(await breaches(here)).toEqual([]);
    await here.getByLabel('Your name').fill('Grace Hill');
    await here.getByLabel('Your email address').fill('grace@kunde.example');
    await here.getByRole('button', { name: 'Book with obligation to pay' }).click();
    await here.getByRole('heading', { name: 'You are booked!' }).waitFor();
    expect(await breaches(here)).toEqual([]);
    await english.close();
  });

  it('offers video alone in video-only mode, and says why', async () => {
    const start = 'mutation ($input: VideoOnlyModeStartInput!) { videoOnlyModeStart(input: $input) { userErrors { message } } }';
    const input = { branchId: 'brn_demo-mitte', staffIds: ['stf_demo-anna'], message: 'Wir renovieren.' };
    await run(server.origin, start, { input }, { cookie: sessionOf('clara') });
    await page.reload();
    await page.getByText('Wir renovieren.').waitFor();
    await page.getByRole('button', { name: /Farbberatung/ }).waitFor();
    expect(await page.getByRole('button', { name: /Haarschnitt/ }).count()).toBe(0);
  });
});
