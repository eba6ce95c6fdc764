import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { berlin, bookByStaff, later, wednesday } from './appointments';
import { breaches } from './axe';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';

const day = wednesday();

describe.skipIf(!hasBrowser)('a salon that is closed', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let admin: AdminPage;
  let seen: Watch;

  beforeAll(async () => {
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  beforeEach(async () => {
    server = await startServer();
    context = await germanContext(browser);
    seen = watch(context);
    admin = await AdminPage.signedIn(context, server.origin);
  });

  afterEach(async () => {
    await context.close();
    await server.stop();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  /** Who can be booked on the day, as customers see it: names, in order. */
  async function bookable(field: 'bookableVideoConsultations' | 'bookableSalonVisits'): Promise<string[]> {
    const query = `query ($day: LocalDate!) { offers: ${field}(branchId: "brn_demo-mitte", from: $day, to: $day) { staff { displayName } } }`;
    const { data } = await run(server.origin, query, { day });
    const offers = data?.['offers'] as { staff: { displayName: string } }[];
    return [...new Set(offers.map(({ staff }) => staff.displayName))].toSorted();
  }

  it('offers video alone by one switch, and everything again by another', async () => {
    const { page } = admin;
    await bookByStaff(server.origin, { start: berlin(day, '10:00') });
    expect(await bookable('bookableSalonVisits')).not.toEqual([]);
    await admin.section('Nur-Video-Modus');
    await page.getByText(/Nora Albrecht/).waitFor(); // whom it affects
    await page.getByText(/Farbberatung · Anna: \d+ freie Zeiten/).waitFor(); // what customers will see
    await page.getByRole('button', { name: 'Nur-Video-Modus starten' }).click();
    await page.getByRole('heading', { name: 'Der Nur-Video-Modus ist an' }).waitFor();
    await page.getByRole('banner').getByText('Nur-Video-Modus').waitFor();
    expect(await breaches(page)).toEqual([]);
    expect(await bookable('bookableSalonVisits')).toEqual([]);
    expect(await bookable('bookableVideoConsultations')).toEqual(['Anna']);
    await page.getByRole('button', { name: 'Nur-Video-Modus beenden' }).click();
    await page.getByRole('banner').getByText('Nur-Video-Modus').waitFor({ state: 'detached' });
    await expect.poll(() => bookable('bookableSalonVisits')).not.toEqual([]);
  });

  it('asks for a staff member who consults, and undoes the start', async () => {
    const { page } = admin;
    await admin.section('Nur-Video-Modus');
    const start = page.getByRole('button', { name: 'Nur-Video-Modus starten' });
    await page.getByLabel('Anna').uncheck();
    expect(await start.isDisabled()).toBe(true);
    await page.getByLabel('Anna').check();
    await page.getByLabel('Bis (freiwillig)').fill('2020-01-01');
    await start.click();
    await page.getByLabel('Bis (freiwillig)').and(page.locator('[aria-invalid=true]')).waitFor();
    await page.getByLabel('Bis (freiwillig)').fill('');
    await start.click();
    await admin.notice('Nur-Video-Modus gestartet').getByRole('button', { name: 'Rückgängig' }).click();
    await start.waitFor();
    await expect.poll(() => bookable('bookableSalonVisits')).not.toEqual([]);
  });

  it('follows the article by hand', async () => {
    const { page } = admin;
    // A second profile of Anna, for video alone.
    await admin.section('Mitarbeiter');
    await page.getByRole('link', { name: 'Anna' }).click();
    await page.getByRole('button', { name: 'Als Video-Profil duplizieren' }).click();
    await admin.heading('Video Anna');
    // Nobody else works.
    await admin.section('Arbeitsplan');
    await page.getByLabel('Alle').check();
    await page.getByRole('button', { name: 'Keine verfügbaren Zeiten' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keine verfügbaren Zeiten' }).click();
    await admin.notice('Personen haben keine verfügbaren Zeiten mehr').waitFor();
    expect(await bookable('bookableSalonVisits')).toEqual([]);
    // Her video profile does, on the day.
    await page.getByRole('link', { name: 'Video Anna' }).click();
    await page.getByRole('button', { name: 'Ausnahme hinzufügen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tag').fill(day);
    await dialog.getByText('Arbeitet').click();
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await admin.notice('Gespeichert').waitFor();
    // And the salon is open then, whatever the weekly hours say.
    await admin.section('Öffnungszeiten');
    await page.getByRole('button', { name: 'Ausnahme hinzufügen' }).click();
    await dialog.getByLabel('Erster Tag').fill(day);
    await dialog.getByText('Geöffnet').click();
    await dialog.getByLabel('Grund').fill('Nur per Video');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Nur per Video').waitFor();
    await expect.poll(() => bookable('bookableVideoConsultations')).toEqual(['Video Anna']);
    expect(await bookable('bookableSalonVisits')).toEqual([]);
    // The branch library takes her out again.
    await admin.section('Filialbibliothek');
    await page.getByRole('switch', { name: 'Ja – Video Anna: Salon Mitte' }).click();
    await page.getByRole('switch', { name: 'Nein – Video Anna: Salon Mitte' }).waitFor();
    expect(await bookable('bookableVideoConsultations')).toEqual([]);
  });

  it('is closed for several days at once, and open again by undo', async () => {
    const { page } = admin;
    await admin.section('Öffnungszeiten');
    await page.getByRole('button', { name: 'Ausnahme hinzufügen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Erster Tag').fill(day);
    await dialog.getByLabel('Letzter Tag (freiwillig)').fill(later(day, 1));
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('table', { name: 'Außergewöhnliche Öffnungszeiten' }).getByText('Geschlossen').nth(1).waitFor();
    expect(await bookable('bookableSalonVisits')).toEqual([]);
    await admin.notice('2 Tage').getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('Es gibt keine Ausnahmen.').waitFor();
    await expect.poll(() => bookable('bookableSalonVisits')).not.toEqual([]);
  });
});
