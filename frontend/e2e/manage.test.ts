import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from './api';
import { berlin, bookByStaff, placeOf, wednesday } from './appointments';
import { breaches } from './axe';
import { startAt, theDay, tooSmall } from './booking_page';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { movedClock } from './server_process';
import { sessionOf } from './session';

const ten = berlin(wednesday(), '10:00');
const bookMutation = `mutation ($input: AppointmentBookInput!) {
  appointmentBook(input: $input) { booking { id manageUrl calendarUrl joinUrl } userErrors { message } }
}`;

interface Booked {
  id: string;
  manageUrl: string;
  calendarUrl: string;
  joinUrl: string;
}

describe.skipIf(!hasBrowser)('the page of an appointment', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;
  let booked: Booked;

  beforeAll(async () => {
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  beforeEach(async () => {
    server = await startServer({ VISAVIS_CLOCK_AHEAD: '0s' }, movedClock);
    context = await germanContext(browser);
    seen = watch(context);
    booked = await book();
    page = await context.newPage();
    await page.goto(booked.manageUrl);
  });

  afterEach(async () => {
    expect(await context.cookies()).toEqual([]);
    await context.close();
    await server.stop();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  /** Books a color consultation with Anna at ten, as a customer. */
  async function book(locale = 'DE', start = ten): Promise<Booked> {
    const input = {
      start: { branchId: 'brn_demo-mitte', serviceId: 'svc_demo-video-colour', staffId: 'stf_demo-anna', start },
      customer: { name: 'Lena Kunde', email: 'lena@kunde.example', locale, acceptsPrivacy: true },
      idempotencyKey: crypto.randomUUID(),
    };
    const { data } = await run(server.origin, bookMutation, { input });
    return (data!['appointmentBook'] as { booking: Booked }).booking;
  }

  async function isInOrder() {
    expect(await breaches(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }

  const place = () => placeOf(server.origin, booked.id);

  /** Has staff begin later, in minutes from now once the appointment has begun; 0 is as planned. */
  async function delay(minutes: number) {
    const mutation = 'mutation ($input: RoomDelayInput!) { roomDelay(input: $input) { userErrors { message } } }';
    const answer = await run(server.origin, mutation, { input: { appointmentId: booked.id, minutes } }, { cookie: sessionOf('clara') });
    expect(answer).toEqual({ data: { roomDelay: { userErrors: [] } } });
  }

  /** Has the clocks of the server and of the browser show a time before the start, or after it. */
  async function letTimePass(minutesFromStart: number) {
    const now = new Date(Date.parse(ten) + minutesFromStart * 60_000);
    const ahead = Math.round((now.getTime() - Date.now()) / 1000);
    await server.restart({ VISAVIS_CLOCK_AHEAD: `${ahead}s` });
    await context.clock.setFixedTime(now);
  }

  it('moves it, on a phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('heading', { name: 'Dein Termin', exact: true }).waitFor();
    await page.getByText('bei dir 04:00').waitFor();
    await isInOrder();
    await page.getByRole('button', { name: 'Verschieben', exact: true }).click();
    await page.getByRole('button', { name: theDay }).click();
    expect(await page.getByRole('button', startAt('10:00')).count()).toBe(0); // it is there already
    await isInOrder();
    await page.getByRole('button', startAt('10:15')).click(); // others cannot have it
    await page.getByText('Bisher').waitFor();
    await isInOrder();
    await page.getByRole('button', { name: 'Termin verschieben' }).click();
    await page.getByText('Verschoben.', { exact: true }).waitFor();
    await isInOrder();
    expect(await place()).toBe(`CONFIRMED Anna ${berlin(wednesday(), '10:15')}`);
    const file = await (await fetch(booked.calendarUrl)).text();
    expect(file).toContain(`UID:${booked.id}@visavis`);
    expect(file).toContain('SEQUENCE:1');
  });

  it('loses the start to a faster customer, and takes another', async () => {
    await page.getByRole('button', { name: 'Verschieben', exact: true }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('11:00')).click();
    await page.getByText('Bisher').waitFor();
    await bookByStaff(server.origin, { start: berlin(wednesday(), '11:00') });
    await page.getByRole('button', { name: 'Termin verschieben' }).click();
    await page.getByText('Diese Uhrzeit wurde gerade vergeben.').waitFor();
    await isInOrder();
    expect(await place()).toBe(`CONFIRMED Anna ${ten}`);
    await page.getByRole('alert').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Termin verschieben' }).click();
    await page.getByText('Verschoben.').waitFor();
    expect(await place()).not.toContain(ten);
  });

  it('goes back by the button of the browser, and changes nothing', async () => {
    await page.getByRole('button', { name: 'Verschieben', exact: true }).click();
    await page.getByRole('button', { name: 'Egal wer', exact: true }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('11:00')).click();
    await page.getByText('Bisher').waitFor();
    expect(await page.locator('.summary').textContent()).toContain('mit Anna'); // who is preferred to others
    await page.goBack();
    await page.getByRole('heading', { name: 'Wann passt es besser?' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Absagen' }).click();
    await page.getByRole('button', { name: 'Termin behalten' }).click();
    await page.getByRole('heading', { name: 'Dein Termin', exact: true }).waitFor();
    expect(await place()).toBe(`CONFIRMED Anna ${ten}`);
  });

  it('cancels it, and leads to a new one', async () => {
    await page.getByRole('button', { name: 'Absagen' }).click();
    await page.getByRole('button', { name: 'Termin absagen' }).waitFor();
    await isInOrder();
    await page.getByRole('button', { name: 'Termin absagen' }).click();
    await page.getByRole('heading', { name: 'Dieser Termin wurde abgesagt' }).waitFor();
    await isInOrder();
    expect(await place()).toBe(`CANCELLED Anna ${ten}`);
    await page.getByRole('link', { name: 'Noch einmal buchen' }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('10:00')).waitFor(); // it is free again
  });

  it('shows what the salon has changed when the customer comes back to the page', async () => {
    await page.getByText(/10:00/).first().waitFor();
    const move = 'mutation ($input: AppointmentMoveInput!) { appointmentMove(input: $input) { userErrors { message } } }';
    const secret = booked.manageUrl.split('/').at(-1);
    await run(server.origin, move, { input: { secret, start: berlin(wednesday(), '12:00') } });
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText(/12:00/).first().waitFor();
  });

  it('leads into the room at its time, and cannot be changed then', async () => {
    const room = 'https://meet.jit.si/visavis-demo-anna';
    await page.getByRole('link', { name: 'Zum Videoraum' }).click();
    await page.getByRole('heading', { name: 'Dein Video-Termin' }).waitFor(); // it is too early
    await letTimePass(-10);
    await page.goto(booked.manageUrl);
    await page.getByText('Online kannst du diesen Termin nicht mehr ändern. Melde dich bitte beim Salon.').waitFor(); // no request would reach it: it has no mail
    expect(await page.getByRole('button', { name: /Verschieben|Absage/ }).count()).toBe(0);
    await isInOrder();
    await page.getByRole('link', { name: 'Zum Videoraum' }).click();
    const entered = page.waitForRequest(room);
    await page.getByRole('button', { name: 'Raum betreten' }).click();
    await entered;
    seen.hosts.delete('meet.jit.si');
    await letTimePass(5);
    await delay(10);
    await page.goto(booked.manageUrl);
    await page.getByText(/Dein Gespräch beginnt etwa \d+ Minuten später, gegen 10:1\d Uhr\./).waitFor();
    await page.getByRole('heading', { name: 'Dein Termin', exact: true }).waitFor();
    await isInOrder();
    await delay(0);
    await page.goto(booked.manageUrl);
    await page.getByRole('heading', { name: 'Dein Termin hat begonnen' }).waitFor();
    await isInOrder();
    await letTimePass(31);
    await page.goto(booked.manageUrl);
    await page.getByRole('link', { name: 'Zum Videoraum' }).click(); // a call may overrun
    await page.getByRole('button', { name: 'Raum betreten' }).waitFor();
    await letTimePass(91);
    await page.goto(booked.joinUrl);
    await page.getByRole('heading', { name: 'Dieser Termin ist vorbei' }).waitFor();
    await page.goto(booked.manageUrl);
    await page.getByRole('heading', { name: 'Dieser Termin ist vorbei' }).waitFor();
    await isInOrder();
    // The page of the link is live, and has asked for more while the server was restarted.
    const unexpected = seen.complaints.splice(0).filter((text) => !text.includes('ERR_CONNECTION_REFUSED'));
    unexpected.forEach((text) => expect(text).toContain('410 (Gone)'));
  });

  it('says that an appointment is unknown, and speaks English', async () => {
    const english = await browser.newContext({ locale: 'en-GB' });
    const other = await english.newPage();
    await other.goto(`${server.origin}/manage/unknown`);
    await other.getByRole('heading', { name: 'Appointment not found.' }).waitFor();
    expect(await breaches(other)).toEqual([]);
    // The language of the appointment, not that of the browser.
    await other.goto(booked.manageUrl);
    await other.getByRole('heading', { name: 'Dein Termin' }).waitFor();
    await page.goto((await book('EN', berlin(wednesday(), '14:00'))).manageUrl);
    await page.getByRole('heading', { name: 'Your appointment' }).waitFor();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Move' }).click();
    await other.getByRole('heading', { name: 'When would suit you better?' }).waitFor();
    expect(await breaches(other)).toEqual([]);
    await english.close();
  });
});
