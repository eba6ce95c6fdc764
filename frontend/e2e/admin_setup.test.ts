import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminPage } from './admin_page';
import { run } from './api';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { confirmSession, sessionOf } from './session';

/** Whether a profile of the demo salon can be booked by video, as the server says. */
async function isReady(origin: string, staffId: string): Promise<boolean> {
  const { data } = await run(origin, '{ videoReadiness(branchId: "brn_demo-mitte") { nodes { ready staff { id } } } }', {}, { cookie: sessionOf('clara') });
  const page = data?.['videoReadiness'] as { nodes: { ready: boolean; staff: { id: string } }[] };
  return page.nodes.some(({ ready, staff }) => ready && staff.id === staffId);
}

/** The video link of a profile of the demo salon, as the server says. */
async function linkOf(origin: string, id: string): Promise<string> {
  const { data } = await run(origin, '{ staff { nodes { id videoLink { provider url roomPerAppointment } } } }', {}, { cookie: sessionOf('clara') });
  const page = data?.['staff'] as { nodes: { id: string; videoLink: Record<string, unknown> }[] };
  return Object.values(page.nodes.find((profile) => profile.id === id)?.videoLink ?? {}).join(' ');
}

describe.skipIf(!hasBrowser)('setting up in the admin app', () => {
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

  it('makes a staff member bookable by video in five clicks and a paste', async () => {
    const { page } = admin;
    await admin.section('Mitarbeiter');
    await page.getByRole('link', { name: 'Clara' }).click();
    await admin.tab('Kompetenzen');
    await page.getByRole('radiogroup', { name: 'Video-Beratungen' }).getByText('Ja').click();
    await admin.notice('Gespeichert').waitFor();
    await admin.tab('Video-Anrufe');
    await page.getByLabel('Video-Link oder Meeting-ID').fill('845 1234 5678');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('Anbieter').inputValue()).toBe('ZOOM');
    await expect.poll(() => isReady(server.origin, 'stf_demo-clara')).toBe(true);
  });

  it('adds a category as the article does', async () => {
    const { page } = admin;
    await admin.section('Mitarbeiter');
    await page.getByRole('link', { name: 'Clara' }).click();
    await admin.tab('Kompetenzen');
    await page.getByRole('button', { name: 'Kategorie hinzufügen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Kategorie hinzufügen' });
    await dialog.getByRole('checkbox', { name: 'Video-Beratungen' }).check();
    await dialog.getByRole('button', { name: 'Auf Ja stellen' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('radiogroup', { name: 'Video-Beratungen' }).getByRole('radio', { name: 'Ja', checked: true }).waitFor({ state: 'attached' });
    await admin.notice('Gespeichert').getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByRole('radiogroup', { name: 'Video-Beratungen' }).getByRole('radio', { name: 'Nein', checked: true }).waitFor({ state: 'attached' });
  });

  it('has all video calls on one page, and tells what is missing', async () => {
    const { page } = admin;
    await admin.section('Video-Anrufe');
    await page.getByText('1 von 3 startklar').waitFor();
    const link = page.getByLabel('Video-Link oder Meeting-ID von Ben');
    await link.fill('https://meet.jit.si/visavis-demo-anna');
    await page.keyboard.press('Enter');
    await page.getByText('Diesen Videoraum benutzt').waitFor();
    await link.fill('https://meet.jit.si/only-ben');
    await page.keyboard.press('Enter');
    await page.getByText('2 von 3 startklar').waitFor();
    await admin.notice('Gespeichert').getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('1 von 3 startklar').waitFor();
    await expect.poll(() => link.inputValue()).toBe('');
  });

  it('reads a whole invitation, and gives each appointment its own room', async () => {
    const { page } = admin;
    await admin.section('Video-Anrufe');
    const link = page.getByLabel('Video-Link oder Meeting-ID von Anna');
    const own = page.getByRole('switch', { name: 'Ein Raum je Termin (Jitsi): Anna' });
    await link.fill('Zoom-Meeting beitreten https://us02web.zoom.us/j/84512345678?pwd=abc. Meeting-ID: 845 1234 5678 Kenncode: 123456 +496938980596,,84512345678#');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('Anbieter von Anna').inputValue()).toBe('ZOOM');
    await expect.poll(() => linkOf(server.origin, 'stf_demo-anna')).toBe('ZOOM https://us02web.zoom.us/j/84512345678?pwd=abc false');

    await own.click();
    await expect.poll(() => linkOf(server.origin, 'stf_demo-anna')).toBe('JITSI https://meet.jit.si true');
    await link.fill('https://meet.jit.si/salon');
    await page.keyboard.press('Enter');
    await expect.poll(() => linkOf(server.origin, 'stf_demo-anna')).toBe('JITSI https://meet.jit.si/salon true');

    await own.click();
    await page.getByText('Füge jetzt den Link deines Raums ein.').waitFor();
    await link.fill('https://video.salon.example/anna');
    await page.keyboard.press('Enter');
    await expect.poll(() => linkOf(server.origin, 'stf_demo-anna')).toBe('OTHER https://video.salon.example/anna false');
    await page.getByLabel('Anbieter von Anna').selectOption('Jitsi');
    await expect.poll(() => linkOf(server.origin, 'stf_demo-anna')).toBe('JITSI https://video.salon.example/anna false');
  });

  it('creates a profile, duplicates it for video, and archives it', async () => {
    const { page } = admin;
    await confirmSession(server.origin, 'clara');
    await admin.section('Mitarbeiter');
    await page.getByRole('button', { name: 'Profil anlegen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Neues Profil' });
    await dialog.getByRole('button', { name: 'Profil anlegen' }).click();
    await dialog.getByText('Gib den Vornamen ein.').waitFor();
    await dialog.getByLabel('Vorname').fill('Fay');
    await dialog.getByRole('button', { name: 'Profil anlegen' }).click();
    await admin.heading('Fay');
    await page.getByRole('button', { name: 'Als Video-Profil duplizieren' }).click();
    await admin.heading('Video Fay');
    await page.getByText('Dieselbe Person wie Fay').waitFor();
    await page.getByRole('button', { name: 'Profil archivieren' }).click();
    await page.getByText('Dieses Profil ist archiviert').waitFor();
    await admin.notice('archiviert').getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByText('Dieses Profil ist archiviert').waitFor({ state: 'detached' });
  });

  it('switches the cells of the matrix', async () => {
    const { page } = admin;
    await admin.section('Kompetenzen');
    await page.getByRole('switch', { name: 'Nein – Clara: Video-Beratungen' }).click();
    await page.getByRole('switch', { name: 'Ja – Clara: Video-Beratungen' }).waitFor();
  });

  it('shows in one browser what is changed in another, also after a restart', async () => {
    const other = await germanContext(browser);
    const theirs = await AdminPage.signedIn(other, server.origin, 'anna', '/kompetenzen');
    await admin.section('Kompetenzen');
    await admin.page.getByRole('switch', { name: 'Nein – Clara: Video-Beratungen' }).click();
    await theirs.page.getByRole('switch', { name: 'Ja – Clara: Video-Beratungen' }).waitFor();

    await server.restart();
    await theirs.page.getByRole('switch', { name: 'Ja – Clara: Haare' }).click();
    await admin.page.getByRole('switch', { name: 'Nein – Clara: Haare' }).waitFor();
    await other.close();
    seen.complaints.length = 0; // the browser tells of the connection that the restart cut
  });
});
