import type { Locator, Page } from 'playwright-core';
import { wednesday } from './appointments';

/** The day of the tests in the strip, as it is called: "Mittwoch, 2. Dezember". */
export const theDay = new RegExp(
  new Intl.DateTimeFormat('de-DE', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${wednesday()}T12:00:00Z`)),
);

/** A start in the grid, by the salon's clock; the customer's own time may stand behind it. */
export const startAt = (time: string) => ({ name: new RegExp(`^${time}`) });

/** Chooses a start of a color consultation on the day. */
export async function choose(page: Page, time: string) {
  await page.getByRole('button', { name: /Farbberatung/ }).click();
  await page.getByRole('button', { name: theDay }).click();
  await page.getByRole('button', startAt(time)).click();
  await page.getByRole('heading', { name: 'Fast geschafft' }).waitFor();
}

/** The button that books: everything in the demo salon has a price, so it says that this is to be paid. */
export const bookButton = (at: Pick<Page, 'getByRole'>): Locator => at.getByRole('button', { name: 'Zahlungspflichtig buchen' });

/** Fills in the form, and books. */
export async function fillIn(page: Page, name: string) {
  await page.getByLabel('Dein Name').fill(name);
  await page.getByLabel('Deine E-Mail-Adresse').fill(`${name.split(' ')[0]?.toLowerCase()}@kunde.example`);
  await bookButton(page).click();
}

/** What is too small to be hit with a finger: less than 44 pixels wide or high. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('main')?.shadowRoot;
    return [...(root?.querySelectorAll('button, a, input, textarea, summary') ?? [])]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 44)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)}: ${box.width} × ${box.height}`);
  });
