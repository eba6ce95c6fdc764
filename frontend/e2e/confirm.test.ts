import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './api';
import { breaches } from './axe';
import { bookButton, choose, fillIn } from './booking_page';
import { connectBrowser, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Mailbox, startMailbox } from './mailbox';
import { faultsOf } from './page_faults';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

const ask = `mutation { branchUpdate(input: { id: "brn_demo-mitte", bookingRules: { confirmBookings: ALWAYS } }) { userErrors { message } } }`;

describe.skipIf(!hasBrowser)('a booking that waits for the button in the email', () => {
  let server: Server;
  let mailbox: Mailbox;
  let browser: Browser;

  beforeAll(async () => {
    mailbox = await startMailbox();
    server = await startServer({ VISAVIS_SMTP_URL: mailbox.url });
    browser = await connectBrowser();
    await run(server.origin, ask, {}, { cookie: sessionOf('clara') });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    mailbox.close();
  });

  it('is booked by the button, without a script', async () => {
    const context = await germanContext(browser);
    const seen = watch(context);
    const page = await context.newPage();
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '11:00');
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Noch ein Schritt' }).waitFor();
    await page.getByText(/E-Mail an lena@kunde\.example geschickt\. Drücke darin bis \d\d:\d\d Uhr den Knopf/).waitFor();
    expect(await breaches(page)).toEqual([]);
    await context.close();
    expect(seen.complaints).toEqual([]);

    const [address = ''] = /http:\/\/\S+\/confirm\/\w+/.exec(await mailbox.next()) ?? [];
    expect(await faultsOf(browser, { address, language: 'de', heading: 'Noch ein Schritt' })).toEqual([]);
    const reader = await browser.newContext({ locale: 'de', javaScriptEnabled: false });
    const letter = await reader.newPage();
    await letter.goto(address);
    await letter.getByText('25,00 EUR, inkl. MwSt.').waitFor();
    await bookButton(letter).click();
    await letter.getByRole('heading', { name: 'Danke, dein Termin ist bestätigt' }).waitFor();
    await letter.getByRole('link', { name: 'Termin verschieben oder absagen' }).waitFor();
    await reader.close();
    expect(await faultsOf(browser, { address, language: 'de', heading: 'Danke, dein Termin ist bestätigt' })).toEqual([]);
    expect(await mailbox.next()).toContain('wir freuen uns auf dich. Das ist dein Termin:');
  });
});
