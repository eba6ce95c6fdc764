import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { berlin, bookByStaff, later, placeOf, wednesday } from './appointments';
import { breaches } from './axe';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { countInput } from './counted_input';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

const day = wednesday();

describe.skipIf(!hasBrowser)('a receptionist in the admin app', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let admin: AdminPage;
  let seen: Watch;
  let id: string;
  /** What the API has refused since it signed in: the pages ask for nothing that the role may not. */
  const refused: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    id = await bookByStaff(server.origin, { start: berlin(day, '10:00') });
    browser = await connectBrowser();
    context = await germanContext(browser);
    seen = watch(context);
    context.on('response', async (response) => {
      if (response.url().endsWith('/graphql') && /"code":"(FORBIDDEN|OWN_)/.test(await response.text().catch(() => ''))) {
        refused.push(response.request().postData() ?? '');
      }
    });
    admin = await AdminPage.open(context, server.origin, `/kalender?datum=${day}`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  afterEach(() => {
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
    expect(refused).toEqual([]);
  });

  const nora = () => admin.page.getByRole('button', { name: /Nora Albrecht/ });

  async function isAt(expected: string) {
    await expect.poll(() => placeOf(server.origin, id)).toBe(expected);
  }

  it('signs in, and sees all columns of her branch and no other branch', async () => {
    const { page } = admin;
    await admin.signIn('frida');
    await nora().waitFor();
    expect(await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Anna', 'Ben', 'Clara', 'Ella', 'Frida']);
    await page.getByRole('banner').getByText('Salon Mitte').waitFor();
    expect(await page.getByRole('banner').getByRole('combobox').count()).toBe(0);
    const entries = page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link');
    expect(await entries.allTextContents()).toEqual(['Heute', 'Kalender', 'Braucht dich', 'Kunden', 'Mitarbeiter', 'Arbeitsplan', 'Einstellungen']);
  });

  it('books for a known customer on the phone by a few clicks and keys', async () => {
    const { page } = admin;
    await bookByStaff(server.origin, { start: berlin(later(day, 7), '10:00'), name: 'Greta Vogt' });
    await admin.goto(`/kalender?datum=${later(day, 7)}`);
    const greta = page.getByRole('button', { name: /Greta Vogt/ });
    await greta.waitFor();
    const counts = await countInput(page);
    await page.keyboard.press('n');
    const form = page.getByRole('dialog', { name: 'Neuer Termin' });
    await form.getByLabel('Kunde').click();
    await page.keyboard.type('greta');
    await form.getByRole('option', { name: /^Greta Vogt/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const time = form.getByRole('group', { name: 'Nächste freie Zeiten' }).getByRole('button').first();
    const [said] = /\d\d:\d\d/.exec((await time.textContent()) ?? '') ?? [''];
    await time.click();
    expect(await breaches(page)).toEqual([]);
    await form.getByRole('button', { name: 'Termin eintragen' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: new RegExp(`Greta Vogt ${said}`) }).waitFor();
    expect(await greta.count()).toBe(2);
    const { clicks, keys } = await counts();
    expect(clicks).toBeLessThanOrEqual(6);
    expect(keys).toBeLessThanOrEqual(12);
    await admin.goto(`/kalender?datum=${day}`);
  });

  it('rearranges the day of somebody who is ill by at most four clicks, and takes it back', async () => {
    const { page } = admin;
    const later14 = later(day, 14);
    const ids: string[] = [];
    for (const [name, time] of [['Ada', '09:00'], ['Bea', '10:00'], ['Cleo', '11:00'], ['Dora', '12:00'], ['Elif', '14:00']] as const) {
      ids.push(await bookByStaff(server.origin, { staffId: 'stf_demo-ben', start: berlin(later14, time), name: `${name} Krank` }));
    }
    const places = () => Promise.all(ids.map((one) => placeOf(server.origin, one)));
    const before = await places();
    await admin.goto(`/kalender?datum=${later14}`);
    await page.getByRole('button', { name: 'Aktionen für Ben' }).waitFor();
    const counts = await countInput(page);
    await page.getByRole('button', { name: 'Aktionen für Ben' }).click();
    await page.getByRole('menuitem', { name: /^Ben ist krank am/ }).click();
    await page.getByRole('heading', { name: 'Termine von Ben umplanen' }).waitFor();
    await page.getByLabel('Was geschieht mit dem Termin von Elif Krank?').waitFor();
    await admin.notice('Gespeichert').waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Alle übernehmen' }).click();
    const question = page.getByRole('dialog', { name: 'Umplanen' });
    await question.getByText('5 Termine werden verschoben').waitFor();
    await question.getByRole('button', { name: 'Umplanen' }).click();
    await admin.notice('Umgeplant').waitFor();
    expect((await counts()).clicks).toBeLessThanOrEqual(4);
    expect((await places()).filter((place) => place.includes(' Ben '))).toEqual([]);
    await page.getByText('Kein Termin muss umgeplant werden.').waitFor();
    await admin.notice('Umgeplant').getByRole('button', { name: 'Rückgängig' }).click();
    await expect.poll(places).toEqual(before);
    for (const one of ids) {
      await run(server.origin, 'mutation ($input: AppointmentCancelInput!) { appointmentCancel(input: $input) { userErrors { code } } }', { input: { id: one } }, { cookie: sessionOf('clara') });
    }
    await admin.goto(`/kalender?datum=${day}`);
  });

  it('changes the service, the length and the note of an appointment, and takes it back', async () => {
    const { page } = admin;
    await nora().click();
    const panel = page.getByRole('dialog', { name: 'Nora Albrecht' });
    await panel.getByText('45 Min. · 52,00').waitFor();
    await panel.getByRole('button', { name: 'Bearbeiten' }).click();
    await panel.getByLabel('Dauer (Minuten)').fill('60');
    await panel.getByLabel('Notiz').fill('Kommt mit Kind');
    expect(await breaches(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Speichern' }).click();
    await panel.getByText('60 Min.').waitFor();
    await panel.getByText('Notiz: Kommt mit Kind').waitFor();
    await isAt(`CONFIRMED Anna ${berlin(day, '10:00')}`);
    await admin.notice('Gespeichert').getByRole('button', { name: 'Rückgängig' }).click();
    await panel.getByText('45 Min.').waitFor();
    await panel.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('books, moves against the rules, and cancels for others', async () => {
    const { page } = admin;
    await page.getByRole('button', { name: 'Neuer Termin' }).click();
    const form = page.getByRole('dialog', { name: 'Neuer Termin' });
    await form.getByLabel('Leistung').selectOption({ label: 'Haarschnitt' });
    await form.getByLabel('Mitarbeiter').selectOption({ label: 'Ben' });
    await form.getByLabel('Uhrzeit').fill('15:00');
    await form.getByLabel('Kunde').fill('Paul Krämer');
    await form.getByRole('option', { name: 'Neu: Paul Krämer' }).click();
    await form.getByLabel('E-Mail').fill('paul@kunde.example');
    await form.getByRole('button', { name: 'Termin eintragen' }).click();
    const paul = page.getByRole('button', { name: /Paul Krämer 15:00/ });
    await paul.waitFor();

    await nora().click();
    const panel = page.getByRole('dialog', { name: 'Nora Albrecht' });
    await panel.getByRole('button', { name: 'Verschieben' }).click();
    await panel.getByLabel('Mitarbeiter').selectOption({ label: 'Ben' });
    await panel.getByLabel('Uhrzeit').fill('20:00');
    await panel.getByRole('button', { name: 'Verschieben' }).click();
    await page.getByRole('dialog', { name: 'Trotzdem verschieben' }).getByRole('button', { name: 'Trotzdem verschieben' }).click();
    await isAt(`CONFIRMED Ben ${berlin(day, '20:00')}`);
    await admin.notice('Verschoben auf 20:00 bei Ben').getByRole('button', { name: 'Rückgängig' }).click();
    await isAt(`CONFIRMED Anna ${berlin(day, '10:00')}`);
    await panel.press('Escape');
    await panel.waitFor({ state: 'detached' });

    await paul.click();
    await page.getByRole('button', { name: 'Termin absagen' }).click();
    await page.getByRole('dialog', { name: 'Termin absagen' }).getByRole('button', { name: 'Termin absagen' }).click();
    await paul.waitFor({ state: 'detached' });
  });

  it('edits a customer, and is not offered to export or forget one', async () => {
    const { page } = admin;
    await admin.section('Kunden');
    await page.getByRole('link', { name: 'Paul Krämer' }).click();
    await page.getByLabel('Telefon').fill('030 123');
    await page.getByLabel('Telefon').press('Enter');
    await admin.notice('Gespeichert').waitFor();
    await page.getByRole('cell', { name: 'Abgesagt' }).waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  });

  it('enters an absence, and finds the appointment that it strands', async () => {
    const { page } = admin;
    await admin.follow('/braucht-dich');
    await page.getByText('Gerade braucht dich nichts.').waitFor();
    await admin.section('Mitarbeiter');
    await page.getByRole('link', { name: 'Anna' }).click();
    await admin.heading('Anna');
    expect(await page.getByRole('tab').allTextContents()).toEqual(['Abwesenheiten', 'Kontakt']);
    expect(await page.getByRole('main').getByRole('button').allTextContents()).toEqual(['Abwesenheit eintragen']);
    await page.getByRole('button', { name: 'Abwesenheit eintragen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Art').selectOption({ label: 'Krank' });
    await dialog.getByLabel('Letzter Tag').fill(day);
    await dialog.getByLabel('Erster Tag').fill(day);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await admin.notice('1 Termin liegt jetzt außerhalb der verfügbaren Zeiten.').waitFor();

    await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Kalender' }).click();
    await page.getByRole('link', { name: '1 Termin kann nicht wie geplant stattfinden' }).click();
    await admin.heading('Umplanen');
    await page.getByRole('row', { name: /Nora Albrecht/ }).getByRole('link').click();
    const panel = page.getByRole('dialog', { name: 'Nora Albrecht' });
    await panel.getByRole('button', { name: 'Verschieben' }).click();
    await panel.getByLabel('Mitarbeiter').selectOption({ label: 'Ben' });
    await panel.getByRole('button', { name: 'Verschieben' }).click();
    await isAt(`CONFIRMED Ben ${berlin(day, '10:00')}`);
    await page.getByRole('link', { name: /kann nicht wie geplant/ }).waitFor({ state: 'detached' });
  });

  it('sees her own access only, and is told which pages are not for her role', async () => {
    const { page } = admin;
    await admin.goto('/einstellungen');
    await page.getByRole('heading', { name: 'PIN ändern' }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    for (const path of ['/leistungen', '/auslastung']) {
      await admin.goto(path);
      await page.getByText('Diese Seite ist nicht für deine Rolle.').waitFor();
    }
    await admin.goto('/mitarbeiter/stf_demo-anna/zugang');
    await page.getByRole('tab', { name: 'Abwesenheiten', selected: true }).waitFor();
    await page.getByRole('tab', { name: 'Kontakt' }).click();
    await page.getByRole('link', { name: 'anna@salon.example' }).waitFor();
  });

  it('reads the work plan, and changes nothing in it', async () => {
    const { page } = admin;
    await admin.section('Arbeitsplan');
    await page.getByRole('rowheader', { name: 'Ben' }).waitFor();
    expect(await page.getByRole('main').getByRole('checkbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Keine verfügbaren Zeiten' }).count()).toBe(0);
  });

  it('leaves members their own day: Ben asks for a holiday on his phone, and hears of the answer', async () => {
    const ben = await AdminPage.signedIn(await germanContext(browser), server.origin, 'ben');
    const { page } = ben;
    await page.setViewportSize({ width: 375, height: 700 });
    await page.getByRole('region', { name: 'Nächster Termin' }).waitFor();
    await page.getByRole('button', { name: 'Urlaub anfragen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Urlaub anfragen' });
    await dialog.getByLabel('Letzter Tag').fill(later(day, 14));
    await dialog.getByLabel('Erster Tag').fill(later(day, 10));
    expect(await breaches(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Anfragen' }).click();
    await page.getByText('Wartet auf Genehmigung').waitFor();
    await ben.color('dark');
    await ben.resize(320);
    expect(await breaches(page)).toEqual([]);

    const clara = await AdminPage.signedIn(await germanContext(browser), server.origin, 'clara', '/mitarbeiter/stf_demo-ben/arbeitsplan');
    await clara.page.getByRole('button', { name: /^Genehmigen: Urlaub/ }).click();
    await clara.page.getByRole('dialog').getByRole('button', { name: 'Genehmigen' }).click();
    await page.getByText('Genehmigt · Clara').waitFor();
    await clara.page.context().close();
    await page.context().close();
  });
});
