import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { password } from './api';
import { breaches } from './axe';
import { connectBrowser } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { plugInPasskeys } from './passkey_device';
import { type Server, startServer } from './server';
import { confirmSession } from './session';

describe.skipIf(!hasBrowser)('passkeys', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  /** Browsers know no passkeys of IP addresses. */
  let origin: string;

  beforeAll(async () => {
    server = await startServer();
    origin = server.origin.replace('127.0.0.1', 'localhost');
    browser = await connectBrowser();
    context = await germanContext(browser);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('are created, asked for after the password, and suffice alone', async () => {
    const admin = await AdminPage.signedIn(context, origin, 'clara', '/einstellungen?bereich=zugang');
    const { page } = admin;
    await plugInPasskeys(page);
    await confirmSession(server.origin, 'clara');
    await page.getByText('· dieser Browser').waitFor();
    await page.getByLabel('Name des neuen Passkeys').fill('Telefon');
    await page.getByRole('button', { name: 'Passkey anlegen' }).click();
    const codes = page.getByRole('alert').filter({ hasText: 'Wiederherstellungscodes' });
    await codes.waitFor();
    expect(await codes.getByRole('listitem').count()).toBe(10);
    const code = (await codes.getByRole('listitem').first().textContent())!;
    await page.getByRole('switch', { name: 'Nach dem Passwort einen Passkey verlangen' }).click();
    await admin.notice('Gespeichert').waitFor();
    await admin.isLoaded();
    expect(await breaches(page)).toEqual([]);

    const signOut = () => page.getByRole('button', { name: 'Abmelden', exact: true }).first().click();
    const byPassword = async () => {
      await page.getByRole('textbox', { name: 'E-Mail' }).fill('clara@salon.example');
      await page.getByRole('textbox', { name: 'Passwort' }).fill(password);
      await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
      await page.getByText('Dein Passwort stimmt.').waitFor();
    };
    await signOut();
    await byPassword();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Passkey verwenden' }).click();
    await admin.isSignedIn();

    await signOut();
    await byPassword();
    await page.getByLabel('Wiederherstellungscode').fill(code.toUpperCase());
    await page.getByRole('button', { name: 'Mit Code anmelden' }).click();
    await admin.isSignedIn();

    await signOut();
    await page.getByRole('button', { name: 'Mit Passkey' }).click();
    await admin.isSignedIn();
  });
});
