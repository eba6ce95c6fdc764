import { parseDate } from '@internationalized/date';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { run } from './api';
import { later, wednesday } from './appointments';
import { breaches } from './axe';
import { startAt, theDay, tooSmall } from './booking_page';
import { hasBrowser } from './browser_process';
import { customerOfEachTest, runs } from './own_server';
import { sessionOf } from './session';

const update = 'mutation ($input: BranchUpdateInput!) { branchUpdate(input: $input) { userErrors { message } } }';

/** A day as it is called: "Mittwoch, 2. Dezember". */
const nameOf = (date: string) => new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(date));

/** A month as it is called: "Dezember 2026". */
const monthNameOf = (date: string) => new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(date));

/** What has the focus, by its name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector('#booking')?.shadowRoot?.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

describe.skipIf(!hasBrowser)('the months of the booking page', () => {
  const customer = customerOfEachTest();

  async function open(search: string): Promise<Page> {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte${search}`);
    await page.locator('.start').first().waitFor();
    return page;
  }

  it('are a calendar for the keyboard, on a phone', async () => {
    const { page } = customer;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open('?service=svc_demo-video-colour');
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', { name: /Kalender$/ }).press('Enter');
    await expect.poll(() => focused(page)).toMatch(new RegExp(`^${nameOf(wednesday())}, \\d+ freie Uhrzeit`));
    expect(await breaches(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await tooSmall(page)).toEqual([]);
    const aMonthLater = parseDate(later(wednesday(), -3)).add({ months: 1 });
    const again = aMonthLater.subtract({ months: 1 }).toString();
    const walk: [key: string, date: string][] = [
      ['ArrowRight', later(wednesday(), 1)],
      ['ArrowDown', later(wednesday(), 8)],
      ['Home', later(wednesday(), 5)],
      ['ArrowLeft', later(wednesday(), 4)],
      ['End', later(wednesday(), 4)],
      ['ArrowUp', later(wednesday(), -3)],
      ['PageDown', aMonthLater.toString()],
      ['PageUp', again],
      ['ArrowRight', later(again, 1)],
    ];
    for (const [key, date] of walk) {
      await page.keyboard.press(key);
      await expect.poll(() => focused(page), { message: key }).toMatch(new RegExp(`^${nameOf(date)}, `));
      await page.getByRole('grid', { name: monthNameOf(date) }).waitFor();
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toMatch(/Kalender$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/freie Uhrzeit/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: nameOf(later(wednesday(), 1)) }).waitFor();
    await expect.poll(() => focused(page)).toMatch(/Kalender$/);
    expect(await page.getByRole('grid').count()).toBe(0);
  });

  it('reach as far as the salon books, and no further', async () => {
    const { server } = customer;
    await run(server.origin, update, { input: { id: 'brn_demo-mitte', bookingRules: { horizonDays: 730 } } }, { cookie: sessionOf('clara') });
    const page = await open('?service=svc_demo-video-colour');
    const today = parseDate(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format());
    let shown = await page.locator('.month').textContent();
    const last = monthNameOf(today.add({ days: 730 }).toString());
    const next = page.getByRole('button', { name: 'Nächster Monat' });
    for (let months = 0; shown !== last; months++) {
      expect(months).toBeLessThan(26);
      await next.click();
      await expect.poll(() => page.locator('.month').textContent()).not.toBe(shown);
      shown = await page.locator('.month').textContent();
    }
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Vorheriger Monat' }).click();
    await expect.poll(() => page.locator('.month').textContent()).not.toBe(last);
    const whole = await page.locator('.month').textContent();
    await page.locator('.day').first().click();
    await page.locator('.start').first().waitFor();
    await page.locator('.start').first().click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await page.goBack();
    await page.locator('.day[aria-pressed=true]').waitFor();
    expect(await page.locator('.month').textContent()).toBe(whole);
    await run(server.origin, update, { input: { id: 'brn_demo-mitte', bookingRules: { horizonDays: 90 } } }, { cookie: sessionOf('clara') });
  });

  it('have the starts of the day beside the chosen one ready', async () => {
    const { page, server, context, seen } = customer;
    const ready: { from: string; to: string }[] = [];
    page.on('requestfinished', (request) => {
      const { variables } = (runs('Days')(request) ? request.postDataJSON() : {}) as { variables?: { from: string; to: string; withStarts: boolean } };
      if (variables?.withStarts) {
        ready.push(variables);
      }
    });
    await open('?service=svc_demo-video-colour');
    const first = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format();
    const query = `{ bookableDays(branchId: "brn_demo-mitte", serviceId: "svc_demo-video-colour", from: "${first}", to: "${later(first, 20)}") { date } }`;
    const { data } = await run(server.origin, query);
    const [, beside] = data!['bookableDays'] as { date: string }[];
    await expect.poll(() => ready.some(({ from, to }) => from <= beside!.date && beside!.date <= to)).toBe(true);
    await context.setOffline(true);
    await page.getByRole('button', { name: nameOf(beside!.date) }).click();
    await page.getByRole('group', { name: nameOf(beside!.date) }).locator('.start').first().waitFor();
    await context.setOffline(false);
    seen.complaints.length = 0; // of what is asked ahead
  });

  it('have room for text of twice the size', async () => {
    const page = await open('?service=svc_demo-cut');
    await page.setViewportSize({ width: 640, height: 860 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await page.getByRole('button', { name: /Kalender$/ }).click();
    await page.getByRole('grid').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await page.locator('.booking').evaluate((booking) => booking.scrollWidth - booking.clientWidth)).toBe(0);
    const texts = page.locator('.booking :is(button, h1, h2, h3, p)');
    expect(await texts.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map(({ outerHTML }) => outerHTML))).toEqual([]);
  });

  it('fold the parts of a day', async () => {
    const page = await open('?service=svc_demo-video-colour');
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('10:00')).waitFor();
    const morning = page.locator('summary').filter({ hasText: 'Vormittag' });
    await morning.press('Enter');
    await page.getByRole('button', startAt('10:00')).waitFor({ state: 'hidden' });
    await page.locator('.day').nth(1).click();
    await page.locator('.day[aria-pressed=true]').waitFor();
    expect(await page.locator('details').first().getAttribute('open')).toBeNull();
    await morning.press('Space');
    await page.locator('.start').first().waitFor();
  });

  it('keep the chosen day for a person who is not free then, and say so', async () => {
    const page = await open('?service=svc_demo-cut');
    await page.getByRole('button', { name: /^Anna frei ab/ }).click();
    await page.getByRole('button', { name: /Kalender$/ }).click();
    expect(await page.getByRole('button', { name: /, nichts frei$/ }).first().getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: theDay }).click();
    const name = 'mutation ($input: StaffShiftOverrideSetInput!) { staffShiftOverrideSet(input: $input) { userErrors { message } } }';
    const off = { staffId: 'stf_demo-ben', branchId: 'brn_demo-mitte', date: wednesday(), intervals: [] };
    const { data } = await run(customer.server.origin, name, { input: off }, { cookie: sessionOf('clara') });
    expect(data).toEqual({ staffShiftOverrideSet: { userErrors: [] } });
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByRole('button', { name: /^Ben frei ab/ }).click();
    await page.getByText(`Am ${nameOf(wednesday())} ist bei Ben nichts frei.`).waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.reload();
    await page.getByText(`Am ${nameOf(wednesday())} ist bei Ben nichts frei.`).waitFor();
    await page.locator('.day-starts .plain').last().click();
    await page.locator('.start').first().waitFor();
    expect(await page.getByRole('button', { name: /^Ben frei ab/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('say that the preset person does not offer the service', async () => {
    const page = await open('?service=svc_demo-video-colour&staff=stf_demo-clara');
    await page.getByText('Die gewünschte Person bietet diese Leistung nicht an.').waitFor();
    expect(await page.getByRole('button', { name: 'Egal wer', exact: true }).getAttribute('aria-pressed')).toBe('true');
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: /^Anna/ }).click();
    expect(await page.getByText('Die gewünschte Person').count()).toBe(0);
  });

  it("show times by the customer's own clock, up to the booking", async () => {
    const page = await open('?service=svc_demo-video-colour');
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', { name: 'In meiner Zeitzone zeigen' }).click();
    await page.getByText('Alle Uhrzeiten in der Zeitzone America/New_York').waitFor();
    await page.reload();
    await page.getByText('Alle Uhrzeiten in der Zeitzone America/New_York').waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: '04:00 im Salon 10:00' }).click();
    await page.getByText(`${nameOf(wednesday())} um 04:00`).waitFor();
    await page.getByText('im Salon 10:00').waitFor();
    expect(await page.getByRole('region', { name: 'Termin buchen, Salon Mitte, Farbberatung' }).count()).toBe(1);
  });

  it('say that the clock of the device is years off', async () => {
    const { page } = customer;
    await page.clock.install({ time: new Date('2019-05-03T12:00:00Z') });
    await open('?service=svc_demo-video-colour');
    await page.getByText('Die Uhr deines Geräts geht falsch.').waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('group', { name: nameOf(wednesday()) }).locator('.start').first().waitFor();
  });
});
