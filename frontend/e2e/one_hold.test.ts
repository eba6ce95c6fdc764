import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { breaches } from './axe';
import { berlin, bookByStaff, wednesday } from './appointments';
import { bookButton, choose, startAt, theDay } from './booking_page';
import { hasBrowser } from './browser_process';
import { at, customerOfEachTest, runs } from './own_server';

describe.skipIf(!hasBrowser)('taking a start', () => {
  const customer = customerOfEachTest();

  /** Opens the starts of the day. */
  async function openDay() {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte?service=svc_demo-video-colour&staff=stf_demo-anna`);
    await page.getByRole('button', { name: theDay }).click();
  }

  it('makes one hold of a double click, and shows that it waits', async () => {
    const { page, server } = customer;
    await openDay();
    const held: Route[] = [];
    await page.route('**/graphql', (route) => (runs('appointmentHold')(route.request()) ? void held.push(route) : route.continue()));
    const start = page.getByRole('button', startAt('10:00'));
    await start.dblclick();
    await page.locator('#booking button[aria-busy=true]').waitFor();
    expect(await start.getAttribute('aria-busy')).toBe('true');
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', startAt('11:00')).click();
    await expect.poll(() => held.length).toBe(1);
    await held[0]?.continue();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    expect(held).toHaveLength(1);
    expect([...(await at('10:00', server)), ...(await at('11:00', server))]).toEqual(['held']);
  });

  it('says where the customer tapped that somebody was faster', async () => {
    const { page, server } = customer;
    await page.setViewportSize({ width: 320, height: 640 });
    await openDay();
    await page.getByRole('button', startAt('15:00')).waitFor();
    await bookByStaff(server.origin, { start: berlin(wednesday(), '15:00') });
    await page.getByRole('button', startAt('15:00')).click();
    const notice = page.getByRole('alert');
    await notice.getByText('Diese Uhrzeit wurde gerade vergeben.').waitFor();
    await expect.poll(() => notice.evaluate((element) => element === (element.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    expect(await notice.evaluate((element) => element.previousElementSibling?.textContent)).toBe('Nachmittag');
    const isSeen = () => notice.evaluate((element) => element.getBoundingClientRect().top >= 0 && element.getBoundingClientRect().top < innerHeight);
    await expect.poll(isSeen).toBe(true);
    expect(await breaches(page)).toEqual([]);
  });

  it('shows that a booking waits', async () => {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await choose(page, '12:00');
    const sent: Route[] = [];
    await page.route('**/graphql', (route) => (runs('appointmentBook')(route.request()) ? void sent.push(route) : route.continue()));
    await page.getByLabel('Dein Name').fill('Lena Kunde');
    await page.getByLabel('Deine E-Mail-Adresse').fill('lena@kunde.example');
    await bookButton(page).dblclick();
    await page.locator('#booking .book[aria-busy=true]').waitFor();
    await expect.poll(() => sent.length).toBe(1);
    await sent[0]?.continue();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(sent).toHaveLength(1);
  });

  it('releases a start that the customer did not wait for', async () => {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    const held: Route[] = [];
    await page.route('**/graphql', (route) => (runs('appointmentHold')(route.request()) ? void held.push(route) : route.continue()));
    await page.getByRole('button', startAt('14:00')).click();
    await expect.poll(() => held.length).toBe(1);
    await page.getByRole('button', { name: 'Zurück' }).click();
    const released = page.waitForResponse((response) => runs('appointmentHoldRelease')(response.request()));
    await held[0]?.continue();
    await released;
    await page.getByRole('heading', { name: 'Was möchtest du buchen?' }).waitFor();
    expect(await at('14:00', server)).toEqual([]);
  });
});
