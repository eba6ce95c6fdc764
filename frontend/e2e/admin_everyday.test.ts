import { text } from 'node:stream/consumers';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { berlin, bookByStaff, later, wednesday } from './appointments';
import { breaches } from './axe';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { confirmSession } from './session';

const day = wednesday();

describe.skipIf(!hasBrowser)('every day in the admin app', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let admin: AdminPage;
  let seen: Watch;

  // What a test changes is in nobody else's way, so all share a salon and a tab.
  beforeAll(async () => {
    browser = await connectBrowser();
    server = await startServer();
    context = await germanContext(browser);
    seen = watch(context);
    admin = await AdminPage.signedIn(context, server.origin, 'anna');
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    await admin.goto('/');
    await admin.isSignedIn();
  });

  afterEach(() => {
    expect(seen.complaints.splice(0)).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  it('keeps services: creates, says what is wrong, changes, archives and restores', async () => {
    const { page } = admin;
    await admin.section('Leistungen & Kategorien');
    await page.getByRole('button', { name: 'Kategorie anlegen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name der Kategorie').fill('Bart');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('button', { name: 'Leistung anlegen in Bart' }).click();
    await dialog.getByLabel('Per Video').check();
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.getByLabel('Name').and(page.locator('[aria-invalid=true]')).waitFor();
    await dialog.getByLabel('Name').fill('Bartberatung');
    await dialog.getByLabel('Preis').fill('12,50');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    const row = page.getByRole('row', { name: /Bartberatung/ });
    await row.getByText(/Per Video · 30 Min\. · 12,50/).waitFor();
    await page.getByRole('button', { name: 'Leistung archivieren: Bartberatung' }).click();
    await page.getByRole('button', { name: 'Wiederherstellen: Bartberatung' }).click();
    await row.waitFor();
  });

  it('plans a week that repeats itself, copies it to others, and takes it back', async () => {
    const { page } = admin;
    await admin.section('Mitarbeiter');
    await page.getByRole('link', { name: 'Ella' }).click();
    await admin.tab('Arbeitsplan');
    await page.getByLabel('Rotation').selectOption({ label: 'Alle 2 Wochen' });
    await page.getByRole('button', { name: 'Zeit hinzufügen: Montag' }).click();
    await page.getByRole('button', { name: 'Di–Fr wie Montag' }).click();
    await page.getByText('Woche 2', { exact: true }).click();
    await page.getByText('frei').first().waitFor();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await admin.notice('Gespeichert').waitFor();
    await page.getByRole('button', { name: 'Für andere übernehmen' }).click();
    await page.getByRole('dialog').getByLabel('Clara').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Für andere übernehmen' }).click();
    await admin.notice('Für 1 Person übernommen').waitFor();
    await admin.section('Arbeitsplan');
    await page.getByRole('row', { name: /Clara/ }).getByText('09:00–18:00').first().waitFor();
    await admin.notice('Für 1 Person übernommen').getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByRole('row', { name: /Clara/ }).getByText('09:00–13:00').first().waitFor();
  });

  it('enters an absence, and removes it', async () => {
    const { page } = admin;
    await admin.goto('/mitarbeiter/stf_demo-ben/arbeitsplan');
    await page.getByRole('button', { name: 'Abwesenheit eintragen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Erster Tag').fill(later(day, 1));
    await dialog.getByLabel('Letzter Tag').fill(day);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Letzter Tag').fill(later(day, 1));
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('button', { name: /Entfernen: Urlaub/ }).click();
    await page.getByText('Keine Abwesenheiten eingetragen.').waitFor();
  });

  it('finds a customer, keeps the card, books again, merges, exports and forgets', async () => {
    const { page } = admin;
    await confirmSession(server.origin, 'anna');
    await bookByStaff(server.origin, { start: berlin(day, '10:00') });
    await admin.section('Kunden');
    await page.getByLabel('Suchen').last().fill('albr');
    await page.waitForURL((url) => url.searchParams.get('suche') === 'albr');
    await page.getByRole('link', { name: 'Nora Albrecht' }).click();
    await page.getByLabel('Telefon').fill('030 123');
    await page.getByLabel('Telefon').press('Enter');
    await admin.notice('Gespeichert').waitFor();
    await page.getByLabel('Allergien').fill('Nickel');
    await page.getByLabel('Allergien').press('Tab');
    await page.getByRole('link', { name: 'Wieder buchen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Neuer Termin' });
    await dialog.getByRole('region', { name: 'Kunde' }).getByText('Nora Albrecht').waitFor();
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await page.waitForURL((url) => !url.searchParams.has('kunde'));

    await admin.section('Kunden');
    await page.getByRole('button', { name: 'Neuer Kunde' }).click();
    const adding = page.getByRole('dialog', { name: 'Neuer Kunde' });
    await adding.getByLabel('Name').fill('Nora A.');
    await adding.getByLabel('Telefon').fill('030/123');
    await adding.getByRole('button', { name: 'Anlegen' }).click();
    await admin.heading('Nora A.');
    await page.getByRole('button', { name: 'Zusammenführen mit Nora Albrecht' }).click();
    const merging = page.getByRole('dialog', { name: 'Kunden zusammenführen' });
    await merging.getByRole('radio', { name: /Nora Albrecht/ }).check();
    expect(await breaches(page)).toEqual([]);
    await merging.getByRole('button', { name: 'Zusammenführen' }).click();
    await admin.heading('Nora Albrecht');
    expect(await page.getByLabel('Allergien').inputValue()).toBe('Nickel');
    await page.getByText('Mögliche Duplikate').waitFor({ state: 'detached' });
    await admin.notice('Kunden zusammengeführt').getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByRole('link', { name: 'Nora A.' }).waitFor();
    expect(await breaches(page)).toEqual([]);

    await admin.section('Kunden');
    const listed = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Liste exportieren (CSV)' }).click();
    expect(await text(await (await listed).createReadStream())).toContain('Nora Albrecht;');
    await page.getByLabel('Sortieren nach').selectOption({ label: 'Nächster Termin' });
    await page.waitForURL((url) => url.searchParams.get('sortierung') === 'naechster');
    await page.getByRole('link', { name: 'Nora Albrecht' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Daten exportieren' }).click();
    expect(await text(await (await saving).createReadStream())).toContain('Nora Albrecht');
    await page.getByRole('button', { name: 'Kunden vergessen' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Kunden vergessen' }).click();
    await admin.notice('Kunde vergessen, 1 kommender Termin abgesagt').waitFor();
    await admin.heading('Kunden');
    await page.getByText('Nora Albrecht').waitFor({ state: 'detached' });
  });

  it('shows what was changed, and by whom', async () => {
    const { page } = admin;
    await admin.section('Kompetenzen');
    await page.getByRole('switch', { name: 'Nein – Ben: Video-Beratungen' }).or(page.getByRole('switch', { name: 'Ja – Ben: Video-Beratungen' })).click();
    await admin.notice('Gespeichert').waitFor();
    await admin.section('Änderungsprotokoll');
    const row = page.getByRole('row', { name: /Kompetenzen geändert/ });
    await row.getByText('Anna').waitFor();
    await row.getByText('Änderungen').click();
    await row.getByText(/qualified/).waitFor();
    await page.getByLabel('Wer').selectOption({ label: 'Ben' });
    await row.waitFor({ state: 'detached' });
  });

  it('hands over an access link while no email is sent, and shows those that wait, and what they say', async () => {
    const { page } = admin;
    await bookByStaff(server.origin, { start: berlin(day, '11:00'), email: 'nora@kunde.example' });
    await confirmSession(server.origin, 'anna');
    await admin.goto('/mitarbeiter/stf_demo-ella/allgemein');
    await page.getByLabel('E-Mail').fill('ella.neu@salon.example');
    await page.getByLabel('E-Mail').press('Enter');
    await admin.notice('Gespeichert').waitFor();
    await admin.tab('Zugang');
    await page.getByRole('button', { name: 'Schicke PIN' }).click();
    expect(await page.getByLabel('Link für Passwort und PIN').inputValue()).toContain(`${server.origin}/welcome/`);
    await page.getByRole('button', { name: 'Link kopieren' }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await admin.section('Postausgang');
    await page.getByText('Der Server hat keinen Mailserver.').waitFor();
    await page.getByRole('button', { name: 'Lesen: Bestätigung, Nora Albrecht' }).click();
    await page.getByRole('dialog', { name: 'Bestätigung' }).frameLocator('iframe').getByText(/Nora/).first().waitFor();
  });

  it('changes the rules of booking, and says what a number must be', async () => {
    const { page } = admin;
    await admin.section('Einstellungen');
    await admin.tab('Buchungsregeln');
    const days = page.getByLabel('Buchungshorizont (Tage)');
    await days.fill('viele');
    await days.press('Enter');
    await page.getByText('Gib eine Zahl ein.').waitFor();
    await days.fill('30');
    await days.press('Enter');
    await admin.notice('Gespeichert').getByRole('button', { name: 'Rückgängig' }).click();
    await expect.poll(() => days.inputValue()).toBe('90');
    const period = page.getByLabel('Stornofrist (Stunden)');
    await period.fill('1,5');
    await period.press('Enter');
    await expect.poll(() => period.inputValue()).toBe('1:30');
    const open = page.getByLabel('Offene Online-Buchungen pro E-Mail-Adresse');
    await open.fill('5');
    await open.press('Enter');
    const saved = page.waitForResponse((response) => response.request().postData()?.includes('"ALWAYS"') ?? false);
    await page.getByLabel('Bestätigung per E-Mail').selectOption('Bei jeder Buchung');
    await saved;
    await page.reload();
    await expect.poll(() => open.inputValue()).toBe('5');
    await expect.poll(() => page.getByLabel('Bestätigung per E-Mail').inputValue()).toBe('ALWAYS');
  });

  it('makes a token once, and revokes it', async () => {
    const { page } = admin;
    await confirmSession(server.origin, 'anna');
    await admin.goto('/einstellungen?bereich=token');
    await page.getByLabel('Verwendungszweck').fill('Kassenprogramm');
    await page.getByRole('button', { name: 'Token erstellen' }).click();
    await page.getByText('Kopier dieses Token jetzt').waitFor();
    await page.getByRole('button', { name: 'Token widerrufen: Kassenprogramm' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Token widerrufen' }).click();
    await page.getByText('Es gibt noch keine Token.').waitFor();
  });

  it('finds everything by a key', async () => {
    const { page } = admin;
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByLabel('Suchen').fill('Filialb');
    await page.keyboard.press('Enter');
    await admin.heading('Filialbibliothek');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByLabel('Suchen').fill('Clara');
    await page.getByRole('dialog').getByText('Clara', { exact: true }).waitFor(); // found on the server
    await page.keyboard.press('Enter');
    await admin.heading('Clara');
  });

  it('shows the snippet for the website of the salon', async () => {
    const { page } = admin;
    await admin.section('Einbetten');
    await page.getByLabel('Nur mit').selectOption({ label: 'Anna' });
    await page.getByText(`${server.origin}/book/mitte?staff=stf_demo-anna`, { exact: true }).waitFor();
    await page.getByText('<visavis-booking branch="mitte" staff="stf_demo-anna">').waitFor();
    await page.getByText('<button type="button" data-visavis-booking="mitte" data-visavis-staff="stf_demo-anna">').waitFor();
    await page.getByLabel('Sprache').selectOption({ label: 'Englisch' });
    await page.getByLabel('Farben').selectOption({ label: 'Dunkel' });
    await page.getByText('<visavis-booking branch="mitte" staff="stf_demo-anna" theme="dark" lang="en">').waitFor();
    await page.frameLocator('iframe').getByRole('heading', { name: 'What would you like to book?' }).waitFor();
  });

  it('allows websites, and takes that back', async () => {
    const { page } = admin;
    await admin.section('Einbetten');
    const site = page.getByLabel('Adresse der Website');
    const add = page.getByRole('button', { name: 'Website erlauben' });
    const remove = page.getByRole('button', { name: 'Entfernen: https://www.salon.example' });
    await page.getByText('Noch keine Website ist erlaubt.').waitFor();
    await site.fill('https://*.salon.example');
    await add.click();
    await page.getByText('Platzhalter wie * sind nicht erlaubt').waitFor();
    await site.fill('www.Salon.example/termin');
    await add.click();
    await remove.waitFor();
    expect(await site.inputValue()).toBe('');
    await admin.notice('https://www.salon.example ist erlaubt').getByRole('button', { name: 'Rückgängig' }).click();
    await remove.waitFor({ state: 'detached' });
    await site.fill('https://www.salon.example');
    await add.click();
    await remove.click();
    await admin.notice('https://www.salon.example ist nicht mehr erlaubt').getByRole('button', { name: 'Rückgängig' }).click();
    await remove.waitFor();
  });

  it('adds a branch, and changes to it', async () => {
    const { page } = admin;
    await admin.section('Einstellungen');
    await page.getByRole('button', { name: 'Filiale anlegen' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Salon Nord');
    await page.getByRole('dialog').getByRole('button', { name: 'Filiale anlegen' }).click();
    await page.getByRole('banner').getByRole('combobox').selectOption({ label: 'Salon Nord' });
    await page.waitForURL((url) => url.searchParams.get('filiale') === 'salon-nord');
    await admin.section('Öffnungszeiten');
    await page.getByText('Geschlossen').nth(6).waitFor();
  });
});
