import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bookButton, fillIn, startAt, theDay } from './booking_page';
import { hasBrowser } from './browser_process';
import { customerOfEachTest } from './own_server';

/** Wraps all texts of the widget, as the translators of browsers do. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('#booking')?.shadowRoot as ShadowRoot;
    const texts: Text[] = [];
    for (let walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), node; (node = walker.nextNode()); ) {
      if (node.parentElement?.localName !== 'font' && node.parentElement?.localName !== 'style') {
        texts.push(node as Text);
      }
    }
    for (const text of texts) {
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(document.createElement('font'));
      font.firstChild?.appendChild(text);
    }
    return texts.length;
  });

describe.skipIf(!hasBrowser)('a page that the browser has translated', () => {
  const customer = customerOfEachTest();

  it('still changes, up to the booking', async () => {
    const { page, server } = customer;
    await page.goto(`${server.origin}/book/mitte`);
    await page.getByRole('button', { name: /Haarschnitt/ }).waitFor();
    expect(await translate(page)).toBeGreaterThan(10);
    await page.getByRole('button', { name: /Haarschnitt/ }).click();
    await page.locator('.start').first().waitFor();

    /** Translates the page, and waits until an action has changed a text. */
    async function changes(selector: string, act: () => Promise<void>) {
      await translate(page);
      const before = await page.locator(selector).textContent();
      await act();
      await expect.poll(() => page.locator(selector).textContent(), { message: selector }).not.toBe(before);
    }
    await changes('.next', () => page.getByRole('button', { name: /^Ben/ }).click());
    await changes('.month', () => page.getByRole('button', { name: 'Nächster Monat' }).click());
    await changes('.month', () => page.getByRole('button', { name: 'Vorheriger Monat' }).click());
    await changes('.day-name', () => page.locator('.day[aria-pressed=false]').last().click());
    await changes('.next', () => page.getByRole('button', { name: 'In meiner Zeitzone zeigen' }).click());
    await changes('.day-starts .grid >> nth=0', () => page.getByRole('button', { name: 'In der Zeitzone des Salons zeigen' }).click());
    await page.getByRole('button', { name: /Kalender$/ }).click();
    await page.getByRole('grid').waitFor();
    await changes('.month', () => page.getByRole('button', { name: 'Nächster Monat' }).click());
    const days = await page.locator('.calendar button').evaluateAll((buttons) => buttons.map((one) => [one.getAttribute('aria-label'), one.textContent] as const));
    expect(days.filter(([label, text]) => !label?.includes(`, ${text}. `))).toEqual([]);
    await changes('.month', () => page.getByRole('button', { name: 'Vorheriger Monat' }).click());
    await page.getByRole('button', { name: /Kalender$/ }).click();
    await page.getByRole('button', { name: theDay }).click();
    await translate(page);
    await page.getByRole('button', startAt('10:00')).click();
    await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
    await changes('[role=timer]', async () => undefined);
    await translate(page);
    await bookButton(page).click();
    await page.getByText('Gib deinen Namen ein.').waitFor();
    await translate(page);
    await page.getByLabel('Dein Name').fill('Lena Kunde');
    await bookButton(page).click();
    await expect.poll(() => page.locator('#name-wrong').textContent()).toBe('');
    await translate(page);
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
  });
});
