import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bookButton, choose, fillIn, startAt, theDay } from './booking_page';
import { hasBrowser } from './browser_process';
import { at, customerOfEachTest } from './own_server';

const written = { name: 'Lena Kunde', email: 'lena@kunde.example', note: 'Ich habe rote Haare.' };

const noteField = 'Möchtest du uns vorab etwas sagen? (optional)';

async function write(page: Page) {
  await page.getByLabel('Dein Name').fill(written.name);
  await page.getByLabel('Deine E-Mail-Adresse').fill(written.email);
  await page.getByLabel(noteField).fill(written.note);
}

/** Waits for the form, and checks that it has every word. */
async function hasEveryWord(page: Page) {
  await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
  expect({
    name: await page.getByLabel('Dein Name').inputValue(),
    email: await page.getByLabel('Deine E-Mail-Adresse').inputValue(),
    note: await page.getByLabel(noteField).inputValue(),
  }).toEqual(written);
}

describe.skipIf(!hasBrowser)('what a customer has chosen and written', () => {
  const customer = customerOfEachTest();

  async function open(search = '') {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte${search}`);
    return page;
  }

  it('survives a reload in every step', async () => {
    const page = await open();
    await page.getByRole('button', { name: /Haarschnitt/ }).click();
    await page.getByRole('button', { name: /^Ben/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('10:00')).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    expect(await page.getByRole('button', { name: /^Ben/ }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('button', { name: theDay }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', startAt('10:00')).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await write(page);
    for (const _ of [1, 2]) {
      await page.reload();
      await hasEveryWord(page);
    }
    expect(await at('10:00', customer.server)).toEqual(['held']);
    await bookButton(page).click();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    expect(await at('10:00', customer.server)).toEqual([written.name]);
  });

  it('survives back, forward and another time', async () => {
    const page = await open();
    await choose(page, '11:00');
    await write(page);
    await page.goBack();
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    expect(await page.getByRole('button', { name: theDay }).getAttribute('aria-pressed')).toBe('true');
    await page.goForward();
    await hasEveryWord(page);
    await page.goBack();
    await page.getByRole('button', startAt('12:00')).click();
    await hasEveryWord(page);
    await page.goBack();
    await page.goBack();
    await page.getByRole('heading', { name: 'Was möchtest du buchen?' }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'Wann passt es dir?' }).waitFor();
    await page.getByRole('button', startAt('11:00')).click();
    await hasEveryWord(page);
    await page.goto('about:blank');
    await page.goBack();
    await hasEveryWord(page);
  });

  it('survives an expired hold', async () => {
    const { page } = customer;
    await page.clock.install();
    await open();
    await choose(page, '14:00');
    await write(page);
    await page.clock.fastForward('10:01');
    await page.getByText('Die Reservierung ist abgelaufen.').waitFor();
    await page.getByRole('button', startAt('15:00')).click();
    await hasEveryWord(page);
  });

  it('survives a lost connection, with a reload after it', async () => {
    const page = await open();
    await choose(page, '16:00');
    await write(page);
    await customer.context.setOffline(true);
    await bookButton(page).click();
    await page.getByText('Prüfe deine Internetverbindung.').waitFor();
    await hasEveryWord(page);
    await customer.context.setOffline(false);
    await page.reload();
    await hasEveryWord(page);
    await bookButton(page).click();
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    customer.seen.complaints.length = 0;
  });

  it('survives a reload where nothing may be stored, and is gone once it is booked', async () => {
    const { page } = customer;
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'sessionStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await open('?service=svc_demo-video-colour&staff=stf_demo-ben');
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('10:00')).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await write(page);
    await page.reload();
    await hasEveryWord(page);
    await fillIn(page, 'Berta Kunde');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
    await open('?service=svc_demo-video-colour&staff=stf_demo-ben');
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('12:00')).click();
    expect(await page.getByLabel('Dein Name').inputValue()).toBe('');
  });
});
