import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from './api';
import { bookRoom } from './appointments';
import { violations } from './axe';
import { connectBrowser } from './browser';
import { hasBrowser } from './browser_process';
import { expectMedia } from './call_media';
import { type CallPeople, callPeople } from './call_people';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

/** A PNG. */
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const inCall = (page: Page) => page.getByRole('group', { name: 'Gespräch steuern' }).waitFor();

describe.skipIf(!hasBrowser)("the staff's page of a call", () => {
  let server: Server;
  let browser: Browser;
  let people: CallPeople;

  beforeAll(async () => {
    [browser, server] = await Promise.all([connectBrowser(), startServer()]);
    people = callPeople(browser, server.origin);
    const mutation = 'mutation ($input: StaffVideoLinkSetInput!) { staffVideoLinkSet(input: $input) { userErrors { message } } }';
    const answer = await run(server.origin, mutation, { input: { staffId: 'stf_demo-anna', provider: 'VISAVIS' } }, { cookie: sessionOf('anna') });
    if (JSON.stringify(answer).includes('"message"')) {
      throw new TypeError(JSON.stringify(answer));
    }
  });

  afterEach(() => people.leave());

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('leads from the sign that a customer waits to the end of the call, also by another device', async () => {
    const { id, joinUrl } = await bookRoom(server.origin, 5, 'DE');
    const [clara, carla] = await Promise.all([people.open(`${server.origin}/admin/braucht-dich`, { person: 'clara' }), people.open(joinUrl)]);
    await heading(clara, 'Braucht dich');
    await press(carla, 'Warteraum betreten');
    const room = await clara.getByRole('link', { name: 'Gespräch öffnen: Carla Kunde' }).getAttribute('href');
    expect(room).toBe(`${server.origin}/admin/gespraech/${id}`);

    const anna = await people.open(`${server.origin}/admin/gespraech/${id}`, { person: 'anna' });
    await heading(anna, /^Carla Kunde wartet seit/);
    await anna.getByLabel('Dein Bild').last().waitFor();
    expect(await violations(anna)).toEqual([]);
    await press(anna, 'Einlassen');
    await Promise.all([inCall(anna), carla.getByRole('heading', { name: 'Gespräch mit Anna' }).waitFor()]);
    await Promise.all([expectMedia(anna), expectMedia(carla)]);
    expect(await violations(anna)).toEqual([]);

    await press(anna, 'Nachrichten');
    await anna.getByLabel('Deine Nachricht').fill('Hallo <b>Carla</b>');
    await anna.keyboard.press('Enter');
    await press(carla, 'Nachrichten, 1 neu');
    await carla.getByText('Hallo <b>Carla</b>', { exact: true }).waitFor();

    await carla.locator('input[type=file]').setInputFiles({ name: 'haar.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') });
    await press(anna, 'Behalten');
    await anna.getByText('Behalten ✓', { exact: true }).waitFor();
    const kept = anna.getByRole('img', { name: /^Foto 1 von Carla Kunde, / });
    await kept.waitFor();
    expect(await violations(anna)).toEqual([]);

    await anna.reload();
    await Promise.all([inCall(anna), expectMedia(carla)]);
    await expectMedia(anna);
    await expect.poll(() => kept.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);

    await clara.goto(`${server.origin}/admin/gespraech/${id}`);
    await heading(clara, 'In diesem Raum ist schon jemand vom Salon');
    await press(clara, 'Hier weitermachen');
    await Promise.all([inCall(clara), heading(anna, 'Das Gespräch läuft auf einem anderen Gerät')]);
    await Promise.all([expectMedia(clara), expectMedia(carla)]);

    await press(clara, 'Gespräch beenden');
    await Promise.all([heading(clara, 'Gespräch beendet'), heading(anna, 'Gespräch beendet'), heading(carla, 'Danke für das Gespräch!')]);
    await press(clara, 'Rückgängig');
    await inCall(clara);
    await press(carla, 'Zurück ins Gespräch');
    await Promise.all([expectMedia(clara), expectMedia(carla)]);
  });

  it('may use the camera also when the app has led back to it', async () => {
    const { id } = await bookRoom(server.origin, 45, 'DE');
    const anna = await people.open(`${server.origin}/admin/gespraech/${id}`, { person: 'anna' });
    await heading(anna, 'Carla Kunde ist noch nicht da.');
    await anna.getByLabel('Dein Bild').last().waitFor();
    await anna.getByRole('link', { name: 'Zum Termin im Kalender' }).click();
    await anna.getByRole('dialog').getByText('Carla Kunde').first().waitFor();
    await anna.goBack();
    await anna.locator('video').waitFor(); // without a question: it is the same device
    await anna.goForward();
    await anna.getByRole('dialog').getByText('Carla Kunde').first().waitFor();
    await anna.reload();
    await anna.getByRole('dialog').getByText('Carla Kunde').first().waitFor();
    await anna.goBack();
    await heading(anna, 'Carla Kunde ist noch nicht da.');
    await anna.getByLabel('Dein Bild').last().waitFor();
    await expect.poll(() => anna.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  });
});
