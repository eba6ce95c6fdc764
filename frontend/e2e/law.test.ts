import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { run } from './api';
import { breaches } from './axe';
import { bookButton, choose, fillIn, startAt, theDay, tooSmall } from './booking_page';
import { hasBrowser } from './browser_process';
import { layoutShifts } from './layout_shifts';
import { customerOfEachTest } from './own_server';
import { faultsOf } from './page_faults';
import { sessionOf } from './session';

const update = 'mutation ($input: BranchUpdateInput!) { branchUpdate(input: $input) { userErrors { message } } }';
const read = 'query ($id: ID!) { appointment(id: $id) { agreedTerms { version } } }';

/** What every page leads to. */
const legal = { Impressum: '/legal/mitte/imprint', Datenschutz: '/legal/mitte/privacy_notice', AGB: '/legal/mitte/terms', Barrierefreiheit: '/legal/mitte/accessibility?lang=de' };

/** The pages of the law to which a page leads, by name. */
const linksOf = async (footer: Locator): Promise<Record<string, string>> => {
  await footer.getByRole('link', { name: 'Barrierefreiheit' }).waitFor();
  return Object.fromEntries(
    await footer.getByRole('link').evaluateAll((links) => links.map((link) => [link.textContent, (link as HTMLAnchorElement).href.replace(location.origin, '')])),
  );
};

const footerOf = (page: Page) => page.locator('footer');

async function isInOrder(page: Page) {
  expect(await breaches(page)).toEqual([]);
  expect(await tooSmall(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
}

describe.skipIf(!hasBrowser)('what the law has a salon tell its customers', () => {
  const customer = customerOfEachTest();

  it('stands on every page, from the first step to the room', async () => {
    const { page, server, browser } = customer;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${server.origin}/book/mitte`);
    expect(await linksOf(footerOf(page))).toEqual(legal);
    await isInOrder(page);
    await page.getByRole('button', { name: /Haarschnitt/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByText('45 Min. · 52,00 € inkl. MwSt.').waitFor();
    expect(await linksOf(footerOf(page))).toEqual(legal);
    await page.getByRole('button', startAt('10:00')).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    expect(await linksOf(footerOf(page))).toEqual(legal);
    const map = page.getByRole('link', { name: 'Auguststraße 12, 10117 Berlin (Karte)' });
    expect(await map.getAttribute('href')).toBe('https://www.openstreetmap.org/search?query=Auguststra%C3%9Fe+12%2C+10117+Berlin');
    await page.getByText('Komm zur vereinbarten Zeit in den Salon.').waitFor();
    // In the time zone of the salon, and in the customer's.
    await page.getByText(/Du kannst den Termin online bis \S+, \d+\. \S+ um 10:00 \(bei dir 04:00\) verschieben oder absagen\./).waitFor();
    await isInOrder(page);
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    await page.getByText('Im Salon · 45 Min. · 52,00 € inkl. MwSt.').waitFor();
    await page.getByText(/Du kannst den Termin online bis .* verschieben oder absagen\./).waitFor();
    expect(await linksOf(footerOf(page))).toEqual(legal);
    await isInOrder(page);
    await page.reload(); // the manage page
    await page.getByRole('heading', { name: 'Dein Termin', exact: true }).waitFor();
    await page.getByText('Im Salon · 45 Min. · 52,00 € inkl. MwSt.').waitFor();
    await map.waitFor();
    expect(await linksOf(footerOf(page))).toEqual(legal);
    await isInOrder(page);

    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '11:00');
    await page.getByText('Im Raum fragt dein Browser nach Kamera und Mikrofon.').waitFor();
    expect(await map.count()).toBe(0);
    await fillIn(page, 'Lena Kunde');
    const room = await page.getByRole('link', { name: 'Zum Videoraum' }).getAttribute('href');
    for (const path of [room!, `${server.origin}/legal/mitte/imprint`]) {
      await page.goto(path);
      expect(await linksOf(page.locator('.legal')), path).toEqual(legal);
    }
    for (const [language, heading] of Object.entries({ de: 'Barrierefreiheit', en: 'Accessibility', fr: 'Accessibilité', tr: 'Erişilebilirlik' })) {
      expect(await faultsOf(browser, { address: `${server.origin}/legal/mitte/accessibility?lang=${language}`, language, heading })).toEqual([]);
    }
  });

  it.each(['/book/mitte', '/book/mitte?service=svc_demo-video-colour'])('moves nothing when its links follow on %s', async (path) => {
    const { page, server } = customer;
    await page.goto(server.origin + path);
    await linksOf(footerOf(page));
    await page.locator('footer').getByRole('link', { name: 'AGB' }).focus(); // it is seen
    expect(await layoutShifts(page)).toEqual([]);
  });

  it('leads to terms that are agreed to, and says when they have changed', async () => {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '12:00');
    const terms = page.getByRole('link', { name: 'Mit der Buchung gelten die AGB' });
    expect(await terms.getAttribute('href')).toBe(server.origin + legal.AGB);
    expect(await page.getByRole('link', { name: 'Datenschutzhinweise' }).getAttribute('href')).toBe(server.origin + legal.Datenschutz);
    expect(await page.getByRole('checkbox').count()).toBe(0);
    // The price stands right above the button.
    expect(await bookButton(page).evaluate((button) => button.previousElementSibling?.textContent)).toMatch(/^Farbberatung Per Video · 30 Min\. · 25,00\s€ inkl\. MwSt\.$/);

    const changed = { input: { id: 'brn_demo-mitte', terms: { text: 'Bezahlt wird vorher.' } } };
    await run(server.origin, update, changed, { cookie: sessionOf('clara') });
    await page.getByLabel('Möchtest du uns').fill('Ohne Duft, bitte.');
    await fillIn(page, 'Lena Kunde');
    const notice = page.getByRole('alert').filter({ hasText: 'Die AGB haben sich gerade geändert.' });
    await notice.waitFor();
    expect(await notice.evaluate((part) => (part.getRootNode() as ShadowRoot).activeElement === part)).toBe(true);
    expect(await notice.getByRole('link').getAttribute('href')).toBe(server.origin + legal.AGB);
    expect(await page.getByLabel('Dein Name').inputValue()).toBe('Lena Kunde');
    expect(await page.getByLabel('Möchtest du uns').inputValue()).toBe('Ohne Duft, bitte.');
    await isInOrder(page);
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('appointmentBook(') ?? false);
    await bookButton(page).press('Enter');
    const { data } = (await (await answered).json()) as { data: { answer: { booking: { id: string } } } };
    const { data: appointment } = await run(server.origin, read, { id: data.answer.booking.id }, { cookie: sessionOf('clara') });
    expect(appointment).toEqual({ appointment: { agreedTerms: { version: 2 } } });
  });

  it('does not speak of paying for what is free', async () => {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await page.getByRole('button', { name: /Pflegeberatung/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('15:00')).click();
    const button = page.getByRole('button', { name: 'Termin buchen' });
    expect(await button.evaluate((found) => found.previousElementSibling?.textContent)).toMatch(/^Pflegeberatung Per Video · \d+ Min\. · kostenlos$/);
    expect(await bookButton(page).count()).toBe(0);
  });
});
