import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { berlin, later, placeOf, wednesday } from './appointments';
import { breaches, contrastBreaches } from './axe';
import { tooSmall } from './booking_page';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Mailbox, mailed, startMailbox } from './mailbox';
import { type Server, startServer } from './server';
import { confirmSession, sessionOf } from './session';

const bookMutation = `mutation ($input: AppointmentBookInput!) {
  appointmentBook(input: $input) { booking { id manageUrl } userErrors { message } }
}`;

const setPeriod = `mutation ($period: Duration!) {
  branchUpdate(input: { id: "brn_demo-mitte", bookingRules: { cancellationPeriod: $period } }) { userErrors { message } }
}`;

const rearrange = `mutation ($input: AppointmentsRearrangeInput!) {
  appointmentsRearrange(input: $input) { userErrors { message } }
}`;

/** One for each booking. */
const times = ['09:15', '10:00', '10:45', '11:30', '12:15', '14:00', '14:45', '15:30'];

interface Booked {
  id: string;
  manageUrl: string;
}

describe.skipIf(!hasBrowser)('what a customer asks for on the page of an appointment', () => {
  let server: Server;
  let mailbox: Mailbox;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;
  let booking = 0;

  beforeAll(async () => {
    mailbox = await startMailbox();
    server = await startServer({ VISAVIS_SMTP_URL: mailbox.url });
    browser = await connectBrowser();
    await confirmSession(server.origin, 'clara');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    mailbox.close();
  });

  beforeEach(async () => {
    context = await germanContext(browser);
    seen = watch(context);
    page = await context.newPage();
  });

  afterEach(async () => {
    await context.close();
    expect(seen.complaints).toEqual([]);
  });

  /** Lets the cancellation period begin a month before the start, or at the start. */
  async function period(length: 'P30D' | 'PT0S') {
    const answer = await run(server.origin, setPeriod, { period: length === 'P30D' ? 'PT720H' : length }, { cookie: sessionOf('clara') });
    expect(answer).toEqual({ data: { branchUpdate: { userErrors: [] } } });
  }

  /** Books a color consultation with Anna. */
  async function book(locale = 'DE', email?: string): Promise<Booked> {
    const time = times[booking++];
    const input = {
      start: { branchId: 'brn_demo-mitte', serviceId: 'svc_demo-video-colour', staffId: 'stf_demo-anna', start: berlin(wednesday(), time ?? '') },
      customer: { name: 'Lena Kunde', email: email ?? `lena${booking}@kunde.example`, locale }, // an address may have few open bookings
      idempotencyKey: crypto.randomUUID(),
    };
    const { data } = await run(server.origin, bookMutation, { input });
    return (data!['appointmentBook'] as { booking: Booked }).booking;
  }

  /** Checks the page; only its contrasts when another test checks the same page in light. */
  async function isInOrder(check = breaches) {
    expect(await check(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }

  /** The text that has the focus, also in the shadow. */
  const focused = () => page.evaluate(() => document.querySelector('main')?.shadowRoot?.activeElement?.textContent?.trim());

  it.each(['light', 'dark'] as const)('asks for a move, which staff decline, on a phone, in %s', async (colorScheme) => {
    await period('P30D');
    const booked = await book();
    const check = colorScheme === 'light' ? breaches : contrastBreaches;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(booked.manageUrl);
    await page.getByText('Online kannst du diesen Termin nicht mehr ändern. Du kannst den Salon aber darum bitten.').waitFor();
    await page.getByText('E-Mail zum Termin').waitFor();
    await isInOrder(check);
    await page.getByRole('button', { name: 'Um Verschieben bitten' }).click();
    await page.getByLabel('Wann passt es dir besser? (optional)').fill('Geht auch Freitag?');
    await isInOrder(check);
    await page.getByRole('button', { name: 'Termin behalten' }).click();
    await page.getByRole('button', { name: 'Um Verschieben bitten' }).click();
    expect(await page.getByLabel('Wann passt es dir besser? (optional)').inputValue()).toBe('Geht auch Freitag?'); // nothing is lost
    await page.reload();
    await page.getByRole('button', { name: 'Um Verschieben bitten' }).click();
    await page.getByRole('button', { name: 'Anfrage senden' }).click();
    await page.getByText('Du hast den Salon gebeten, diesen Termin zu verschieben.').waitFor();
    await isInOrder(check);
    expect(await page.getByRole('button', { name: 'Um Absage bitten' }).count()).toBe(0);
    await mailed(mailbox, /Geht auch Freitag/);

    const staff = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 860 } });
    const admin = await AdminPage.signedIn(staff, server.origin, 'clara', `/kalender?datum=${wednesday()}&termin=${booked.id}`);
    await admin.color(colorScheme);
    const request = admin.page.getByRole('region', { name: 'Anfrage des Kunden' });
    await request.getByText('Geht auch Freitag?').waitFor();
    expect(await check(admin.page)).toEqual([]);
    await request.getByRole('button', { name: 'Ablehnen' }).click();
    await request.getByLabel('Nachricht an den Kunden').fill('Freitag sind wir leider voll.');
    expect(await check(admin.page)).toEqual([]);
    await request.getByRole('button', { name: 'Ablehnen' }).click();
    await request.getByText('Antwort: Freitag sind wir leider voll.').waitFor();
    await staff.close();

    await mailed(mailbox, /Freitag sind wir leider voll/);
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText('Der Salon hat deine Anfrage abgelehnt.').waitFor();
    await page.getByText('Freitag sind wir leider voll.').waitFor();
    await isInOrder(check);
    await page.getByRole('button', { name: 'Um Absage bitten' }).waitFor(); // they may ask again
  });

  it.each(['light', 'dark'] as const)('is offered other times by a mail, and takes one on a phone, in %s', async (colorScheme) => {
    await period('P30D');
    const booked = await book();
    const day = later(wednesday(), colorScheme === 'light' ? 7 : 14);
    const starts = ['10:00', '14:00'].map((time) => ({ staffId: 'stf_demo-anna', start: berlin(day, time) }));
    const input = { branchId: 'brn_demo-mitte', appointments: [{ appointmentId: booked.id, expectedVersion: 1, offer: { starts } }] };
    const answer = await run(server.origin, rearrange, { input }, { cookie: sessionOf('clara') });
    expect(answer).toEqual({ data: { appointmentsRearrange: { userErrors: [] } } });
    await mailed(mailbox, /Such dir eine neue Uhrzeit aus/);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(booked.manageUrl);
    const choice = page.getByRole('region', { name: 'Such dir eine neue Uhrzeit aus' });
    await choice.getByRole('button').nth(1).waitFor();
    await page.getByText('E-Mail zum Termin').waitFor();
    await isInOrder(colorScheme === 'light' ? breaches : contrastBreaches);
    await choice.getByRole('button', { name: /14:00/ }).press('Enter');
    await page.getByText('Verschoben.').waitFor();
    expect(await placeOf(server.origin, booked.id)).toBe(`CONFIRMED Anna ${berlin(day, '14:00')}`);
    expect(await choice.count()).toBe(0);
  });

  it('asks for a cancellation by the keyboard, in English, and staff accept it live', async () => {
    await period('P30D');
    const booked = await book('EN');
    const staff = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 860 } });
    const admin = await AdminPage.signedIn(staff, server.origin, 'clara', `/kalender?datum=${wednesday()}&termin=${booked.id}`);
    await admin.page.getByRole('button', { name: 'Termin absagen' }).waitFor();

    await page.goto(booked.manageUrl);
    await page.getByRole('button', { name: 'Ask to cancel it' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ask for a cancellation' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('I am ill.');
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe('Send request');
    await page.keyboard.press('Enter');
    await page.getByText('You have asked the salon to cancel this appointment.').waitFor();
    await isInOrder();
    await page.getByRole('button', { name: 'Withdraw request' }).click();
    await page.getByText('Request withdrawn.').waitFor();
    await expect.poll(focused).toBe('Request withdrawn.');
    await isInOrder();
    await page.getByRole('button', { name: 'Ask to cancel it' }).click();
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('You have asked the salon to cancel this appointment.').waitFor();

    await admin.page.getByRole('region', { name: 'Anfrage des Kunden' }).getByRole('button', { name: 'Annehmen und absagen' }).click();
    await admin.page.getByRole('dialog', { name: 'Annehmen und absagen' }).getByRole('button', { name: 'Annehmen und absagen' }).click();
    await admin.notice('Anfrage angenommen, Termin abgesagt').waitFor();
    await staff.close();
    expect(await placeOf(server.origin, booked.id)).toContain('CANCELLED');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByRole('heading', { name: 'This appointment was cancelled' }).waitFor();
    await mailed(mailbox, /Subject: Your appointment was cancelled/);
  });

  it('keeps the appointment by the first button, which has the focus', async () => {
    await period('PT0S');
    const booked = await book();
    await page.goto(booked.manageUrl);
    await page.getByRole('button', { name: 'Absagen' }).click();
    await page.getByRole('button', { name: 'Termin absagen' }).waitFor();
    await expect.poll(focused).toBe('Termin behalten');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dein Termin', exact: true }).waitFor();
    expect(await placeOf(server.origin, booked.id)).toContain('CONFIRMED');
  });

  it('corrects a misspelt address, and has the mail sent again', async () => {
    await period('PT0S');
    const booked = await book('DE', 'lena@knude.example');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(booked.manageUrl);
    await page.getByText('E-Mail zum Termin').click();
    await page.getByText('Wir schreiben an lena@knude.example.').waitFor();
    await isInOrder();
    await page.getByRole('button', { name: 'Adresse berichtigen' }).click();
    await page.getByLabel('Deine E-Mail-Adresse').fill('lena@kunde');
    await page.getByRole('button', { name: 'Adresse berichtigen' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await isInOrder();
    await page.getByLabel('Deine E-Mail-Adresse').fill('lena@kunde.example');
    let isCorrected = false;
    await page.route('**/graphql', async (route) => {
      if (!isCorrected) {
        isCorrected = true;
        await route.fetch(); // the server corrects it, and its answer is lost
      }
      await route.abort('internetdisconnected');
    });
    await page.getByRole('button', { name: 'Adresse berichtigen' }).click();
    await page.getByText('Prüfe deine Internetverbindung.').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    seen.complaints.length = 0;
    await page.reload(); // the address is the former one, which this tab alone can lead further
    await page.getByText('Berichtigt. Die E-Mail ist unterwegs.').waitFor();
    await expect.poll(focused).toBe('Berichtigt. Die E-Mail ist unterwegs.');
    await isInOrder();
    await mailed(mailbox, /^To: .*lena@kunde\.example/m);
    // Whoever has the misspelt address has the former link.
    expect(page.url()).not.toBe(booked.manageUrl);
    const stranger = await context.newPage();
    await stranger.goto(booked.manageUrl);
    await stranger.getByRole('heading', { name: 'Termin nicht gefunden.' }).waitFor();
    await stranger.close();
    await page.getByRole('button', { name: 'E-Mail noch einmal senden' }).click();
    await page.getByText('Die E-Mail ist unterwegs.', { exact: true }).waitFor();
    const button = await mailed(mailbox, /http:\/\/\S+\/confirm\/\w+/);

    const confirming = await context.newPage();
    await confirming.goto(button);
    await confirming.getByRole('button', { name: 'Das ist mein Termin' }).click();
    await confirming.getByRole('heading', { name: 'Danke, dein Termin ist bestätigt' }).waitFor();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText('Deine E-Mail-Adresse ist bestätigt.').waitFor();
    expect(await page.getByRole('button', { name: 'Adresse berichtigen' }).count()).toBe(0);

    // Now the address is confirmed: the customer sees what is kept of them.
    await page.getByRole('button', { name: 'Meine Daten' }).click();
    await page.getByRole('heading', { name: 'Meine Daten' }).waitFor();
    await isInOrder();
    await page.getByRole('button', { name: 'Meine Daten ansehen' }).click();
    await page.getByText('Ist deine E-Mail-Adresse bestätigt, kommt gleich eine E-Mail.').waitFor();
    await isInOrder();
    const data = await context.newPage();
    await data.setViewportSize({ width: 320, height: 640 });
    await data.goto(await mailed(mailbox, /http:\/\/\S+\/data\/\w+/));
    await data.getByRole('heading', { name: 'Deine Daten ansehen' }).waitFor();
    expect(await breaches(data)).toEqual([]);
    await data.getByRole('button', { name: 'Meine Daten anzeigen' }).click();
    await data.getByRole('heading', { name: 'Das haben wir über dich gespeichert' }).waitFor();
    expect(await breaches(data)).toEqual([]);
    expect(await data.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const downloading = data.waitForEvent('download');
    await data.getByRole('link', { name: 'Als Datei speichern (JSON)' }).click();
    expect((await downloading).suggestedFilename()).toBe('data.json');

    // Nothing is erased while an appointment is coming, nor by looking at the page.
    await page.getByRole('button', { name: 'Meine Daten löschen' }).click();
    const erasing = await mailed(mailbox, /http:\/\/\S+\/data\/\w+/);
    await data.goto(erasing);
    await data.getByRole('heading', { name: 'Du hast noch einen Termin' }).waitFor();
    expect(await breaches(data)).toEqual([]);
    await data.getByRole('link', { name: 'Zu meinem Termin' }).click();
    await data.getByRole('button', { name: 'Absagen' }).click();
    await data.getByRole('button', { name: 'Termin absagen' }).click();
    await data.getByRole('heading', { name: 'Dieser Termin wurde abgesagt' }).waitFor();
    await data.goto(erasing);
    await data.getByRole('button', { name: 'Meine Daten endgültig löschen' }).waitFor();
    expect(await breaches(data)).toEqual([]);
    await data.getByRole('button', { name: 'Meine Daten endgültig löschen' }).press('Enter');
    await data.getByRole('heading', { name: 'Deine Daten sind gelöscht' }).waitFor();
    expect(await breaches(data)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Termin nicht gefunden.' }).waitFor();
  });

  it('books again in six weeks, on that day and with the same person', async () => {
    await period('PT0S');
    const booked = await book();
    await page.goto(booked.manageUrl);
    await page.getByRole('link', { name: 'In 6 Wochen wieder' }).click();
    const day = new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${later(wednesday(), 42)}T12:00:00Z`));
    await page.getByRole('button', { name: new RegExp(day), pressed: true }).waitFor();
    await page.getByRole('button', { name: /^Anna/, pressed: true }).waitFor();
    await page.getByRole('button', { name: /^10:00/ }).waitFor();
  });
});
