import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { fillIn, startAt, theDay } from './booking_page';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

const day = 86_400_000;

/** The date in a time zone: that of the salon, unless the test has moved it. */
const today = (timeZone = 'Europe/Berlin') => new Intl.DateTimeFormat('sv-SE', { timeZone }).format();

/** Runs in the page before its scripts: withholds what browsers withhold, and says what they say wrongly. */
function lie() {
  const { resolvedOptions } = Intl.DateTimeFormat.prototype;
  Object.defineProperty(Intl.DateTimeFormat.prototype, 'resolvedOptions', {
    value(this: Intl.DateTimeFormat) {
      return { ...resolvedOptions.call(this), timeZone: 'Etc/Unknown' };
    },
  });
  const untrue: [object, string, unknown][] = [
    [Intl, 'supportedValuesOf', undefined],
    [Navigator.prototype, 'languages', []],
    [Navigator.prototype, 'language', 'C'],
    [Navigator.prototype, 'clipboard', undefined],
    [Crypto.prototype, 'randomUUID', undefined],
    [Crypto.prototype, 'subtle', undefined],
  ];
  for (const [object, name, value] of untrue) {
    Object.defineProperty(object, name, { value });
  }
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(globalThis, name, {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  }
}

describe.skipIf(!hasBrowser)('in an environment that lies', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let seen: Watch;

  beforeAll(async () => {
    browser = await connectBrowser();
    server = await startServer();
    context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 860 } });
    seen = watch(context);
    await context.addInitScript(lie);
    await context.clock.install({ time: Date.now() - 3 * day });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    expect(seen.complaints).toEqual([]);
  });

  it('a customer books', async () => {
    const page = await context.newPage();
    const asked = page.waitForRequest((request) => request.postData()?.includes('query Days') ?? false);
    await page.goto(`${server.origin}/book/mitte`);
    await page.getByRole('button', { name: /Farbberatung/ }).click();
    expect((await asked).postDataJSON()).toMatchObject({ variables: { from: today() } });
    await page.getByText('Alle Uhrzeiten in der Zeitzone Europe/Berlin').waitFor();
    await page.getByRole('button', { name: theDay }).click();
    await page.getByRole('button', startAt('10:00')).click();
    await fillIn(page, 'Lena Kunde');
    await page.getByRole('heading', { name: 'Dein Termin steht!' }).waitFor();
  });

  it('an owner administers, and no select shows another value than that of the branch', async () => {
    const update = 'mutation ($input: BranchUpdateInput!) { branchUpdate(input: $input) { branch { timeZone currency } userErrors { code field } } }';
    const set = (input: object) => run(server.origin, update, { input: { id: 'brn_demo-mitte', ...input } }, { cookie: sessionOf('anna') });
    await set({ timeZone: 'Asia/Calcutta', currency: 'KWD' });
    const admin = await AdminPage.open(context, server.origin);
    const { page } = admin;
    await admin.signIn('anna');
    await admin.goto('/einstellungen');
    const zone = page.getByRole('combobox', { name: 'Zeitzone' });
    const field = await zone.elementHandle();
    const shows = (text: string) => page.waitForFunction(([input, wanted]) => (input as HTMLInputElement).value.startsWith(wanted), [field, text] as const);
    await shows('Kalkutta (Indien) · Asia/Calcutta · UTC+05:30');
    expect(await page.getByRole('combobox', { name: 'Währung' }).inputValue()).toBe('KWD · Kuwait-Dinar');
    await set({ timeZone: 'Etc/GMT+5' });
    await shows('UTC−05:00 · Etc/GMT+5');
    await zone.fill('kiew');
    await page.getByRole('option', { name: 'Kiew (Ukraine) · Europe/Kyiv' }).click();
    await admin.notice('Gespeichert').waitFor();
    await shows('Kiew (Ukraine) · Europe/Kyiv · UTC+0');

    await admin.section('Einbetten');
    await page.getByRole('button', { name: 'Kopieren: Als Link' }).click();
    await page.getByRole('button', { name: 'Kopiert' }).waitFor();
    await admin.section('Öffnungszeiten');
    await page.getByRole('button', { name: 'Ausnahme hinzufügen' }).click();
    expect(await page.getByRole('dialog').locator('input[type=date]').first().inputValue()).toBe(today('Europe/Kyiv'));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByRole('heading', { name: 'Opening hours', level: 1 }).waitFor();
  });
});
