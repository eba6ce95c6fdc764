import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { password } from './api';
import { breaches } from './axe';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { plugInPasskeys } from './passkey_device';
import { type Server, startServer } from './server';
import { movedClock } from './server_process';
import { confirmSession } from './session';

describe.skipIf(!hasBrowser)('a sign-in that is no longer fresh', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let seen: Watch;

  beforeAll(async () => {
    server = await startServer({ VISAVIS_CLOCK_AHEAD: '11m' }, movedClock);
    browser = await connectBrowser();
    context = await germanContext(browser);
    seen = watch(context);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is confirmed by password before a role changes', async () => {
    const admin = await AdminPage.signedIn(context, server.origin, 'anna', '/mitarbeiter/stf_demo-ben/allgemein');
    const { page } = admin;
    const role = page.getByRole('combobox', { name: 'Rolle' });
    const promote = async () => {
      await role.click();
      await page.getByRole('option', { name: 'Manager/in' }).click();
    };
    const dialog = page.getByRole('dialog', { name: 'Bist du es?' });

    await promote();
    await dialog.waitFor();
    await admin.isLoaded();
    expect(await breaches(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await admin.notice('frische Anmeldung').waitFor();
    expect(await role.inputValue()).toBe('Mitglied');

    await promote();
    await dialog.getByRole('textbox', { name: 'Passwort' }).fill('something else');
    await dialog.getByRole('button', { name: 'Bestätigen' }).click();
    await dialog.getByText('nicht dein aktuelles Passwort').waitFor();
    await dialog.getByRole('textbox', { name: 'Passwort' }).fill(password);
    await dialog.getByRole('button', { name: 'Bestätigen' }).click();
    await admin.notice('Gespeichert').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => role.inputValue()).toBe('Manager/in');
    // The browser notes the refused requests.
    expect(seen.complaints.filter((text) => !text.includes('400'))).toEqual([]);
  });

  it('is confirmed by passkey before two profiles become one person', async () => {
    const origin = server.origin.replace('127.0.0.1', 'localhost'); // browsers know no passkeys of IP addresses
    const own = await germanContext(browser);
    const admin = await AdminPage.signedIn(own, origin, 'anna', '/einstellungen?bereich=zugang');
    const { page } = admin;
    await plugInPasskeys(page);
    await confirmSession(server.origin, 'anna');
    await page.getByLabel('Name des neuen Passkeys').fill('Telefon');
    await page.getByRole('button', { name: 'Passkey anlegen' }).click();
    await page.getByText('Wiederherstellungscodes').first().waitFor();

    await server.restart({ VISAVIS_CLOCK_AHEAD: '22m' });
    await admin.goto('/mitarbeiter/stf_demo-ella/allgemein');
    const person = page.getByLabel('Dieselbe Person wie');
    await person.selectOption({ label: 'David' });
    await page.getByRole('dialog', { name: 'Bist du es?' }).getByRole('button', { name: 'Passkey verwenden' }).click();
    await admin.notice('Gespeichert').waitFor();
    await page.getByText('Dieselbe Person wie David: Termine des einen Profils belegen auch das andere.').waitFor();
    await admin.notice('Gespeichert').getByRole('button', { name: 'Rückgängig' }).click();
    await admin.notice('Rückgängig gemacht').waitFor();
    await expect.poll(() => person.inputValue()).toBe('');
    await own.close();
  });
});
