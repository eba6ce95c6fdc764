import { describe, expect, it } from 'vitest';
import { bookButton, choose, fillIn } from './booking_page';
import { hasBrowser } from './browser_process';
import { customerOfEachTest } from './own_server';

describe.skipIf(!hasBrowser)('the address after a booking', () => {
  const customer = customerOfEachTest();

  it('is that of the appointment, which a reload shows, and from which back leads to the booking page', async () => {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '10:00');
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    const manageUrl = await page.getByRole('link', { name: 'Verschieben oder absagen' }).getAttribute('href');
    await expect.poll(() => page.url()).toBe(manageUrl);
    await page.reload();
    await page.getByRole('heading', { name: 'Dein Termin', exact: true }).waitFor();
    await page.getByText(/10:00/).first().waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Was möchtest du buchen?' }).waitFor();
    expect(page.url()).toBe(`${server.origin}/book/mitte`);
    await page.goForward();
    await page.getByRole('heading', { name: 'Dein Termin', exact: true }).waitFor();
  });

  it('stays in a frame of another site', async () => {
    const { page, server } = customer;
    const body = `<!doctype html><title>Salon</title><link rel="icon" href="data:,"><iframe title="Termin" style="width:600px;height:900px" src="/book/mitte"></iframe>`;
    await page.route(`${server.origin}/site`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${server.origin}/site`);
    const frame = page.frames()[1]!;
    await frame.getByRole('button', { name: /Farbberatung/ }).click();
    await frame.getByRole('button', { name: /Nächster freier Termin/ }).click();
    await frame.getByLabel('Dein Name').fill('Paula Kunde');
    await frame.getByLabel('Deine E-Mail-Adresse').fill('paula@kunde.example');
    await bookButton(frame).click();
    await frame.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(frame.url()).toBe(`${server.origin}/book/mitte`);
  });
});
