import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { run } from './api';
import { choose, fillIn } from './booking_page';
import { hasBrowser } from './browser_process';
import { at, customerOfEachTest, runs } from './own_server';
import { sessionOf } from './session';

/** How often the server was asked to release a hold. Browsers report no requests of pages that are gone. */
async function releases(origin: string): Promise<number> {
  const query = `query { auditTrail(action: "appointmentHoldRelease") { nodes { id } } }`;
  const { data, errors } = await run(origin, query, {}, { cookie: sessionOf('anna') });
  if (!data) {
    throw new TypeError(JSON.stringify(errors));
  }
  return (data['auditTrail'] as { nodes: unknown[] }).nodes.length;
}

/** Has a page hear that it is left and kept as it was, or comes back. A browser that is driven by a program keeps no page. */
const pass = (page: Page, event: 'pagehide' | 'pageshow') => page.evaluate((type) => void dispatchEvent(new PageTransitionEvent(type, { persisted: true })), event);

describe.skipIf(!hasBrowser)('a customer who leaves the page', () => {
  const customer = customerOfEachTest();

  it('gives the hold back soon, and has it again when the page is loaded again', async () => {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '10:00');
    const renewed = page.waitForResponse((response) => runs('appointmentHold')(response.request()));
    await page.reload();
    await renewed;
    await expect.poll(() => releases(server.origin)).toBe(1);
    expect(await at('10:00', server)).toEqual(['held']); // for half a minute at least
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await page.getByText(/noch (9:\d\d|10:00) Minuten/).waitFor(); // not half a minute
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    await page.goto('about:blank');
    expect(await at('10:00', server)).toEqual(['Lena Kunde']);
    expect(await releases(server.origin)).toBe(1); // what is booked is not given back
  });

  const renewal = () => customer.page.waitForResponse((response) => runs('appointmentHold')(response.request()));

  it('has the start and every word again when the browser brings the page back as it was', async () => {
    const { page, server } = customer;
    const before = await releases(server.origin);
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '11:00');
    await page.getByLabel('Dein Name').fill('Lena Kunde');
    await pass(page, 'pagehide');
    await expect.poll(() => releases(server.origin)).toBe(before + 1);
    const renewed = renewal();
    await pass(page, 'pageshow');
    await renewed;
    expect(await at('11:00', server)).toEqual(['held']);
    await page.getByText(/noch (9:\d\d|10:00) Minuten/).waitFor();
    expect(await page.getByLabel('Dein Name').inputValue()).toBe('Lena Kunde');
  });

  it('has the start again when the customer goes on to it from a page that is loaded again', async () => {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '12:00');
    await page.goBack();
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    await page.reload(); // which gives it back soon
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    const renewed = renewal();
    await page.goForward();
    await renewed;
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    expect(await at('12:00', server)).toEqual(['held']);
  });
});
