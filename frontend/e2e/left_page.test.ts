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
});
