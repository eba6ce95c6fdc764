import { describe, expect, it } from 'vitest';
import { breaches, contrastBreaches } from './axe';
import { bookButton, choose, fillIn, startAt, theDay } from './booking_page';
import { hasBrowser } from './browser_process';
import { at, customerOfEachTest, runs } from './own_server';

describe.skipIf(!hasBrowser)('a booking whose answer is lost', () => {
  const customer = customerOfEachTest();

  /** Books so that the booking reaches the server, and its answer does not reach the page. */
  async function bookUnheard(time: string, name = 'Lena Kunde') {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, time);
    await page.route('**/graphql', async (route) => {
      if (runs('appointmentBook')(route.request())) {
        await route.fetch();
      }
      await route.abort('internetdisconnected');
    });
    await fillIn(page, name);
    const notice = page.getByRole('alert');
    await notice.getByText('Prüfe deine Internetverbindung.').waitFor();
    await expect.poll(() => page.evaluate(() => document.querySelector('#booking')?.shadowRoot?.activeElement?.className)).toBe('notice');
    expect(await at(time, server)).toEqual([name]);
    await page.unroute('**/graphql');
    customer.seen.complaints.length = 0;
  }

  it('is shown as it was booked, although the form was changed', async () => {
    const { page, server } = customer;
    await page.setViewportSize({ width: 320, height: 640 });
    await bookUnheard('10:00');
    expect(await breaches(page)).toEqual([]);
    await page.getByLabel('Dein Name').fill('Lena Neumann');
    await bookButton(page).click();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    await page.getByText('schon gebucht, für Lena Kunde, lena@kunde.example.').waitFor();
    await page.getByRole('link', { name: 'Verschieben oder absagen' }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await contrastBreaches(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await at('10:00', server)).toEqual(['Lena Kunde']);
  });

  it('is not said to differ when nothing was changed', async () => {
    const { page } = customer;
    await bookUnheard('16:00');
    await bookButton(page).click();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(await page.getByText('schon gebucht').count()).toBe(0);
  });

  it('is found when the page is loaded again', async () => {
    const { page, server } = customer;
    await bookUnheard('11:00');
    await page.reload();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(await at('11:00', server)).toEqual(['Lena Kunde']);
  });

  it('is found when the customer has chosen another time meanwhile, which is not booked', async () => {
    const { page, server } = customer;
    await bookUnheard('12:00', 'Nora Kunde');
    await page.getByRole('button', { name: 'Zurück' }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('14:00')).click();
    await bookButton(page).click();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    await page.getByText(/12:00/).first().waitFor();
    await page.getByText('schon gebucht').waitFor();
    expect(await at('12:00', server)).toEqual(['Nora Kunde']);
  });

  it('is booked with what is written now if it never arrived', async () => {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '15:00');
    await page.route('**/graphql', (route) => route.abort('internetdisconnected'));
    await fillIn(page, 'Paula Kunde');
    await page.getByText('Prüfe deine Internetverbindung.').waitFor();
    await page.unroute('**/graphql');
    await fillIn(page, 'Paula Neumann');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(await at('15:00', server)).toEqual(['Paula Neumann']);
    customer.seen.complaints.length = 0;
  });
});
