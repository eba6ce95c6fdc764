import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { connectBrowser, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { brand } from './mail_documents';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

const texts = `{ mailTexts(branchId: "brn_demo-mitte") { kind locale version own { subject opening } } branch(id: "brn_demo-mitte") { reminderLeads } }`;

describe.skipIf(!hasBrowser)('texts of emails', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
    await brand(server.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const saved = async () => {
    const answer = await run(server.origin, texts, {}, { cookie: sessionOf('clara') });
    return answer.data as { mailTexts: { kind: string; locale: string; version: number; own: { subject: string } }[]; branch: { reminderLeads: string[] } };
  };
  const savedSubject = async () => (await saved()).mailTexts.find(({ kind, locale }) => kind === 'REMINDER' && locale === 'DE')?.own.subject;

  it('are previewed while they are typed, saved, and restored by undo', async () => {
    const context = await germanContext(browser);
    const seen = watch(context);
    const { page } = await AdminPage.open(context, server.origin);
    const admin = new AdminPage(page, server.origin);
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await admin.signIn('anna');
    await admin.goto('/texte');
    await admin.heading('Texte');
    await page.getByLabel('E-Mail', { exact: true }).selectOption({ label: 'Erinnerung' });
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'Erinnerung an deinen Termin' }).waitFor();
    expect(await frame.getByRole('img', { name: 'Salon Mitte' }).evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    await page.getByLabel('Betreff').fill('Bis bald, {kunde}');
    await page.getByText('Diesen Platzhalter gibt es nicht: {kunde}').waitFor();
    expect(await page.getByRole('button', { name: 'Speichern' }).isDisabled()).toBe(true);
    await page.getByLabel('Betreff').fill('Bis bald, {customer}');
    await page.getByText('Bis bald, Pia Beispiel', { exact: true }).waitFor();
    await page.getByLabel('Text vor den Angaben').fill('Moin!\n\n<script>alert(1)</script>');
    await frame.getByText('<script>alert(1)</script>').waitFor();
    await page.getByRole('tab', { name: 'Nur Text' }).click();
    await page.getByRole('tabpanel').getByText('Was: Balayage').waitFor();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Gespeichert', { exact: true }).waitFor();
    expect(await savedSubject()).toBe('Bis bald, {customer}');
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('Rückgängig gemacht').waitFor();
    expect(await savedSubject()).toBe('');
    expect(seen.complaints).toEqual([]);

    await admin.goto('/einstellungen?bereich=regeln');
    const reminders = page.getByRole('region', { name: 'Erinnerungen' });
    await reminders.getByRole('button', { name: 'Entfernen: 48 Stunden vorher' }).click();
    await reminders.getByRole('button', { name: 'Entfernen: 48 Stunden vorher' }).waitFor({ state: 'detached' });
    await reminders.getByRole('button', { name: 'Entfernen: 2 Stunden vorher' }).click();
    await reminders.getByText('Deine Kunden werden nicht erinnert.').waitFor();
    await reminders.getByRole('button', { name: 'Erinnerung hinzufügen' }).click();
    await reminders.getByText('24 Stunden vorher').waitFor();
    expect((await saved()).branch.reminderLeads).toEqual(['P1D']);
    await reminders.getByRole('button', { name: 'Erinnerung hinzufügen' }).click();
    await reminders.getByText('Das steht schon in der Liste.').waitFor();
    expect(seen.complaints).toEqual([]);
    await context.close();
  });
});
