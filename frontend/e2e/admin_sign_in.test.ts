import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { breaches } from './axe';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { runs } from './own_server';
import { type Server, startServer } from './server';
import { confirmSession, sessionOf } from './session';

describe.skipIf(!hasBrowser)('signing in to the admin app', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let seen: Watch;

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    context = await germanContext(browser);
    seen = watch(context);
  });

  afterEach(async () => {
    await context.close();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  it('signs in by password, and out', async () => {
    const admin = await AdminPage.open(context, server.origin);
    const { page } = admin;
    const lastAsked = page.waitForRequest(runs('WaitingCustomers'));
    await admin.signIn('clara');
    await lastAsked;
    await page.waitForLoadState('networkidle'); // what is still asked when the session ends would be refused
    await page.getByRole('button', { name: 'Abmelden' }).first().click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  });

  it('continues to the page of the address', async () => {
    const admin = await AdminPage.open(context, server.origin, '/mitarbeiter/stf_demo-ben/kompetenzen');
    await admin.signIn('clara');
    await admin.heading('Ben');
    expect(await admin.page.getByRole('tab', { selected: true }).textContent()).toBe('Kompetenzen');
  });

  it('says what is missing, and what is wrong', async () => {
    const { page } = await AdminPage.open(context, server.origin);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Gib deine E-Mail-Adresse ein.').waitFor();
    await page.getByText('Gib dein Passwort ein.').waitFor();
    await page.getByLabel('E-Mail').fill('clara@salon.example');
    await page.getByRole('textbox', { name: 'Passwort' }).fill('wrong');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Die Anmeldung ist fehlgeschlagen.').waitFor();
  });

  it('says that no link comes for a forgotten password while the server sends no email', async () => {
    const { page } = await AdminPage.open(context, server.origin);
    await page.getByRole('button', { name: 'Passwort vergessen?' }).click();
    await page.getByLabel('E-Mail').fill('ben@salon.example');
    await page.getByRole('button', { name: 'Link schicken' }).click();
    await page.getByText('Dieser Server verschickt zurzeit keine E-Mails.').waitFor();
  });

  it('signs in by PIN at a till', async () => {
    await enrollTill(server.origin, context);
    const { page } = await AdminPage.open(context, server.origin);
    await page.getByText('Empfang · Salon Mitte').waitFor();
    await page.getByRole('radio', { name: 'Clara' }).check();
    await page.getByRole('textbox', { name: 'PIN' }).fill('480271');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('button', { name: 'Abmelden' }).first().waitFor();
  });

  it('tells staff above a member why a short PIN signs them in as a member', async () => {
    await confirmSession(server.origin, 'anna');
    const mutation = `mutation {
      staffAccessSet(input: {staffId: "stf_demo-ben", pin: "7391"}) { userErrors { message } }
      staffRoleSet(input: {id: "stf_demo-ben", role: MANAGER}) { userErrors { message } }
    }`;
    expect(await run(server.origin, mutation, {}, { cookie: sessionOf('anna') })).toEqual({
      data: { staffAccessSet: { userErrors: [] }, staffRoleSet: { userErrors: [] } },
    });
    await enrollTill(server.origin, context);
    const { page } = await AdminPage.open(context, server.origin);
    await page.getByRole('radio', { name: 'Ben' }).check();
    await page.getByRole('textbox', { name: 'PIN' }).fill('7391');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Deine PIN ist zu einfach, darum arbeitest du als Mitglied.').waitFor();
    expect(await page.getByRole('navigation', { name: 'Bereiche' }).getByRole('link').allTextContents()).toEqual(['Heute', 'Kalender', 'Einstellungen']);
    expect(await breaches(page)).toEqual([]);
  });

  it('speaks English when asked to, and remembers that', async () => {
    const { page } = await AdminPage.open(context, server.origin);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

/** Makes a till of the browser. */
async function enrollTill(origin: string, context: BrowserContext) {
  await confirmSession(origin, 'clara');
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: sessionOf('clara') },
    body: JSON.stringify({
      query: 'mutation { deviceEnroll(input: {branchId: "brn_demo-mitte", name: "Empfang"}) { userErrors { message } } }',
    }),
  });
  const [cookie = ''] = response.headers.getSetCookie();
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(cookie) ?? [];
  await context.addCookies([{ name, value, url: origin }]);
}
