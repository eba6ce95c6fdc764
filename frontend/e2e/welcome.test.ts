import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectBrowser, watch } from './browser';
import { hasBrowser } from './browser_process';
import { type NewSalon, startNewSalon } from './new_salon';
import { complaintsOf, faultsOf } from './page_faults';

const password = 'drei stille worte';

/** Submits the form with mistakes. */
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

  beforeAll(async () => {
    salon = await startNewSalon();
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await salon?.stop();
  });

  it('asks for the owner', async () => {
    expect(await faultsOf(browser, { address: salon.ownerLink, language: 'de', heading: 'Willkommen' })).toEqual([]);
    expect(await faultsOf(browser, { address: salon.ownerLink, language: 'en', heading: 'Welcome' })).toEqual([]);
  });

  it('says what is wrong', async () => {
    expect(await faultsOf(browser, { address: salon.ownerLink, language: 'de', heading: 'Willkommen', act: mistype })).toEqual([]);
    expect(await faultsOf(browser, { address: salon.ownerLink, language: 'en', heading: 'Welcome', act: mistype })).toEqual([]);
  });

  it('leads to the first thing that is wrong', async () => {
    const context = await browser.newContext({ locale: 'de' });
    const page = await context.newPage();
    await page.goto(salon.ownerLink);
    await mistype(page);
    await page.locator(':focus').waitFor();
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
      title: 'Bitte prüfe deine Eingaben · Willkommen · visavis',
      focused: 'email',
      described: ['Das ist keine E-Mail-Adresse. Prüfe die Schreibweise, zum Beispiel lena@web.de.', 'Damit meldest du dich an.'],
      typed: ['Olga', '', 'olga', ''],
    });
    await page.getByRole('link', { name: 'Passwort' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('password');
    await context.close();
  });

  it('says that a link is unknown', async () => {
    const address = `${salon.origin}/welcome/UNKNOWN`;
    expect(await faultsOf(browser, { address: address, language: 'de', heading: 'Dieser Link funktioniert nicht mehr' })).toEqual([]);
    expect(await faultsOf(browser, { address: address, language: 'en', heading: 'This link no longer works' })).toEqual([]);
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
    const cookies = (await context.cookies()).filter(({ name }) => name === 'visavis_session');
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict', path: '/' }]);
    const me = await context.request.post(`${salon.origin}/graphql`, { data: { query: '{ me { role staff { displayName } } }' } });
    expect(await me.json()).toEqual({ data: { me: { role: 'OWNER', staff: { displayName: 'Olga Ostermann' } } } });
    expect(complaintsOf(seen, new URL(salon.origin).host)).toEqual([]);
    await context.close();
  });

  it('opens once', async () => {
    expect(await faultsOf(browser, { address: salon.ownerLink, language: 'de', heading: 'Dieser Link funktioniert nicht mehr' })).toEqual([]);
  });
});
