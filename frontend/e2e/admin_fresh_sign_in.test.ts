import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { password } from './api';
import { breaches } from './axe';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { movedClock } from './server_process';

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
});
