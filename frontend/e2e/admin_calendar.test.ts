import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { berlin, bookByStaff, later, placeOf, wednesday } from './appointments';
import { breaches } from './axe';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

const day = wednesday();
const confirmed = (name: string, time: string) => `CONFIRMED ${name} ${berlin(day, time)}`;

/** How many pixels a quarter of an hour is. */
const quarter = 75 / 4;

/** Returns a start in five minutes, and its day in Berlin, which may be tomorrow. */
function inFiveMinutes() {
  const at = new Date(Math.floor(Date.now() / 60_000 + 5) * 60_000);
  return { start: at.toISOString().replace('.000Z', 'Z'), day: new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(at) };
}

describe.skipIf(!hasBrowser)('the calendar', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let admin: AdminPage;
  let seen: Watch;
  let id: string;
  let nora: Locator;

  beforeAll(async () => {
    browser = await connectBrowser();
    server = await startServer();
    context = await germanContext(browser);
    seen = watch(context);
    admin = await AdminPage.signedIn(context, server.origin, 'clara');
    nora = admin.page.getByRole('button', { name: /Nora Albrecht/ });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    id = await bookByStaff(server.origin, { start: berlin(day, '10:00') });
    await admin.page.setViewportSize({ width: 1280, height: 860 });
    await admin.goto(`/kalender?datum=${day}`);
    await nora.waitFor();
  });

  // The day begins as it was, but for what no other test looks at.
  afterEach(async () => {
    await cancel(id);
    expect(seen.complaints.splice(0)).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  /** Cancels an appointment, unless it is. */
  async function cancel(appointment: string) {
    const mutation = 'mutation ($id: ID!) { appointmentCancel(input: { id: $id }) { userErrors { message } } }';
    await run(server.origin, mutation, { id: appointment }, { cookie: sessionOf('clara') });
  }

  async function isAt(expected: string) {
    await expect.poll(() => placeOf(server.origin, id)).toBe(expected);
  }

  /** The position of an empty place in a staff member's column: the given number of quarters below or above Nora's appointment. */
  async function place(name: string, quarters: number) {
    const column = await admin.page.getByRole('button', { name: `Freie Zeit: ${name}` }).boundingBox();
    const block = await nora.boundingBox();
    if (!column || !block) {
      throw new TypeError('There is no such place.');
    }
    return { x: column.x + column.width / 2, y: block.y + 4 + quarters * quarter };
  }

  it('moves by mouse to another time and another person, and back', async () => {
    const { mouse } = admin.page;
    const from = await place('Anna', 0);
    const to = await place('Ben', 4);
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
    const question = admin.page.getByRole('dialog', { name: 'Termin verschieben?' });
    await question.getByText('11:00 bei Ben').waitFor();
    expect(await breaches(admin.page)).toEqual([]);
    await isAt(confirmed('Anna', '10:00'));
    await question.getByLabel('Heute nicht mehr fragen').click();
    await question.getByRole('button', { name: 'Verschieben' }).click();
    await isAt(confirmed('Ben', '11:00'));
    await admin.notice('Verschoben auf 11:00 bei Ben').getByRole('button', { name: 'Rückgängig' }).click();
    await isAt(confirmed('Anna', '10:00'));
  });

  it('moves by key, and stays in focus', async () => {
    const { page } = admin;
    const { keyboard } = page;
    await nora.focus();
    await keyboard.press('Alt+ArrowDown');
    await isAt(confirmed('Anna', '10:15'));
    await keyboard.press('Alt+ArrowRight');
    await isAt(confirmed('Ben', '10:15'));
    await page.getByRole('list', { name: 'Termine: Ben' }).getByRole('button', { name: /Nora Albrecht 10:15/ }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Nora Albrecht');
  });

  it('moves by menu', async () => {
    const { page } = admin;
    await nora.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Nora Albrecht' });
    await panel.getByRole('button', { name: 'Verschieben' }).click();
    await panel.getByLabel('Uhrzeit').fill('11:30');
    await panel.getByLabel('Mitarbeiter').selectOption({ label: 'Ben' });
    expect(await breaches(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Verschieben' }).click();
    await isAt(confirmed('Ben', '11:30'));
  });

  it('asks before it moves against the rules', async () => {
    const { page } = admin;
    const { keyboard } = page;
    await nora.click();
    const panel = page.getByRole('dialog', { name: 'Nora Albrecht' });
    await panel.getByRole('button', { name: 'Verschieben' }).click();
    await panel.getByLabel('Uhrzeit').fill('20:00');
    await panel.getByRole('button', { name: 'Verschieben' }).click();
    const question = page.getByRole('dialog', { name: 'Trotzdem verschieben' });
    await question.getByText('Verletzte Regeln:').waitFor();
    await keyboard.press('Escape');
    await isAt(confirmed('Anna', '10:00'));
    await panel.getByRole('button', { name: 'Verschieben' }).click();
    await question.getByRole('button', { name: 'Trotzdem verschieben' }).click();
    await isAt(confirmed('Anna', '20:00'));
  });

  it('explains why an empty place is not bookable, and books there all the same', async () => {
    const { page } = admin;
    const { x, y } = await place('Anna', 14); // her break
    await page.mouse.click(x, y);
    const form = page.getByRole('dialog', { name: 'Neuer Termin' });
    expect(await form.getByLabel('Uhrzeit').inputValue()).toBe('13:30');
    await form.getByLabel('Leistung').selectOption({ label: 'Haarschnitt' });
    await form.getByText('Warum nicht buchbar?').waitFor();
    await form.getByLabel('Kunde').fill('Paul Krämer');
    await form.getByRole('option', { name: 'Neu: Paul Krämer' }).click();
    expect(await breaches(page)).toEqual([]);
    await form.getByRole('button', { name: 'Termin eintragen' }).click();
    await form.getByRole('button', { name: 'Trotzdem eintragen' }).click();
    await page.getByRole('button', { name: /Paul Krämer 13:30/ }).waitFor();
  });

  it('walks by arrows, and has a key for a new appointment and for today', async () => {
    const { page } = admin;
    const { keyboard } = page;
    await bookByStaff(server.origin, { staffId: 'stf_demo-ben', start: berlin(day, '11:00'), name: 'Ida Brandt' });
    const ida = page.getByRole('button', { name: /Ida Brandt/ });
    await ida.waitFor();
    await nora.focus();
    await keyboard.press('ArrowRight');
    expect(await ida.evaluate((element) => element === document.activeElement)).toBe(true);
    await keyboard.press('n');
    await page.getByRole('dialog', { name: 'Neuer Termin' }).waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keyboard.press('t');
    await page.waitForURL((url) => url.searchParams.get('datum') !== day);
  });

  it('shows in one browser what is moved in another', async () => {
    const other = await AdminPage.signedIn(await germanContext(browser), server.origin, 'anna', `/kalender?datum=${day}`);
    await other.page.getByRole('button', { name: /Nora Albrecht 10:00/ }).waitFor();
    await nora.press('Alt+ArrowDown');
    await other.page.getByRole('button', { name: /Nora Albrecht 10:15/ }).waitFor();
    await server.restart();
    await other.page.getByRole('button', { name: /Nora Albrecht 10:15/ }).press('Alt+ArrowDown');
    await admin.page.getByRole('button', { name: /Nora Albrecht 10:30/ }).waitFor();
    await other.page.context().close();
    seen.complaints.length = 0; // the browser tells of the connection that was lost
  });

  it('starts a call ten minutes before', async () => {
    const { page } = admin;
    const soon = inFiveMinutes();
    const greta = await bookByStaff(server.origin, { serviceId: 'svc_demo-video-colour', start: soon.start, name: 'Greta Vogt' });
    await admin.goto(`/kalender?datum=${soon.day}`);
    await page.getByRole('button', { name: /Video-Beratung: Greta Vogt/ }).click();
    const call = page.getByRole('link', { name: 'Gespräch starten' });
    expect(await call.getAttribute('href')).toMatch(/^https:\/\//);
    expect(await call.getAttribute('target')).toBe('_blank');
    await cancel(greta);
  });

  it('delays a call, and lets the customer in', async () => {
    const { page } = admin;
    const soon = inFiveMinutes();
    await bookByStaff(server.origin, { serviceId: 'svc_demo-video-colour', start: soon.start, name: 'Greta Vogt' });
    await admin.goto(`/kalender?datum=${soon.day}`);
    await page.getByRole('button', { name: /Video-Beratung: Greta Vogt/ }).click();
    await page.getByRole('button', { name: '5 Minuten später' }).click();
    await page.getByText(/Der Kunde weiß, dass es erst gegen/).waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Einlassen' }).click();
    await page.getByText(/Eingelassen um/).waitFor();
    await page.getByRole('button', { name: 'Einlassen' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Zurück zum Plan' }).click();
    await page.getByText(/Eingelassen um/).waitFor({ state: 'detached' });
  });

  it('cancels after asking', async () => {
    const { page } = admin;
    await nora.click();
    await page.getByText('Verlauf').click();
    await page.getByText(/Termin eingetragen/).waitFor();
    await page.getByRole('button', { name: 'Termin absagen' }).click();
    await page.getByRole('dialog', { name: 'Termin absagen' }).getByRole('button', { name: 'Termin absagen' }).click();
    await nora.waitFor({ state: 'detached' });
    await isAt(`CANCELLED Anna ${berlin(day, '10:00')}`);
  });

  it('shows one person at a time where there is little room', async () => {
    const { page } = admin;
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('combobox', { name: 'Mitarbeiter' }).selectOption({ label: 'Ben' });
    await nora.waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 2, name: 'Ben' }).waitFor();
    await page.getByRole('button', { name: 'Nächster Tag' }).click();
    await page.waitForURL((url) => url.searchParams.get('datum') === later(day, 1));
  });

  it('blocks time by dragging over an empty place, and undoes it', async () => {
    const { page } = admin;
    const { x, y } = await place('Anna', 4);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + 1.5 * quarter, { steps: 3 });
    await page.mouse.up();
    const pause = page.getByRole('menuitem', { name: 'Zeit blocken: Pause' });
    await pause.waitFor();
    expect(await breaches(page)).toEqual([]);
    await pause.click();
    await page.getByRole('button', { name: 'Pause, Anna, 11:00–11:30' }).waitFor();
    await admin.notice('Gespeichert').getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByRole('button', { name: /^Pause, Anna/ }).waitFor({ state: 'detached' });
  });

  it('shows the week, in which keys move between days, by category, and prints it', async () => {
    const { page } = admin;
    const { keyboard } = page;
    await keyboard.press('w');
    await page.getByRole('region', { name: 'Wochenplan' }).waitFor();
    await page.getByLabel('Mitarbeiter', { exact: true }).selectOption({ label: 'Anna' });
    await page.getByLabel('Farbe nach').selectOption('category');
    await nora.focus();
    await keyboard.press('Alt+ArrowLeft');
    await isAt(`CONFIRMED Anna ${berlin(later(day, -1), '10:00')}`);
    expect(await breaches(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.getByRole('cell', { name: 'Nora Albrecht' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await keyboard.press('d');
    await page.getByRole('region', { name: 'Tagesplan' }).waitFor();
  });

  it('shows members only their own column', async () => {
    const ben = await AdminPage.signedIn(await germanContext(browser), server.origin, 'ben', `/kalender?datum=${day}`);
    await ben.page.getByRole('heading', { level: 2, name: 'Ben' }).waitFor();
    expect(await ben.page.getByRole('heading', { level: 2, name: 'Anna' }).count()).toBe(0);
    expect(await ben.page.getByRole('link', { name: 'Mitarbeiter' }).count()).toBe(0);
    await ben.page.context().close();
  });
});
