import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from './api';
import { berlin, bookRoom, wednesday } from './appointments';
import { violations } from './axe';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { expectMedia, keepConnections } from './call_media';
import { freePort } from './free_port';
import { germanContext } from './german_context';
import { countBytes } from './received_bytes';
import { type Server, startServer } from './server';
import { sessionOf, signInBrowser } from './session';

/** The staff's side of a call, as a script. */
async function staffScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, 'room_staff_page.ts'), formats: ['iife'], name: 'staffPage' } },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = built[0]!.output;
  return chunk.code;
}

/** The most bytes of script that the page receives, headers included: the call is in them. */
const mostScript = 30_000;

/** A picture of one pixel. */
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** Returns by which kind of path a page sends, and by which protocol it reaches the relay. */
const pathOf = (page: Page) =>
  page.evaluate(async () => {
    const { connections } = window as unknown as { connections: RTCPeerConnection[] };
    const rows = [...((await connections.at(-1)?.getStats())?.values() ?? [])] as { id: string; type: string; state: string; nominated: boolean; localCandidateId: string; candidateType: string; relayProtocol: string }[];
    const pair = rows.find(({ type, state, nominated }) => type === 'candidate-pair' && nominated && state === 'succeeded');
    const local = rows.find(({ id }) => id === pair?.localCandidateId);
    return [local?.candidateType, local?.relayProtocol];
  });

/** Returns what both sides have written, as staff see it. */
const textsOf = (anna: Page) => anna.evaluate(() => window.staffSide.session.conversation.lines.get().map(({ text }) => text));

const cancelMutation = 'mutation ($input: AppointmentCancelInput!) { appointmentCancel(input: $input) { userErrors { message } } }';

describe.skipIf(!hasBrowser)('the consultation room', () => {
  let server: Server;
  let browser: Browser;
  let script: string;
  let context: BrowserContext;
  let page: Page;
  let seen: Watch;
  /** Of the appointment of a test, which is cancelled after it. */
  let id: string;
  let joinUrl: string;
  const others: BrowserContext[] = [];

  const act = async (mutation: string, input: object) => {
    const answer = await run(server.origin, mutation, { input }, { cookie: sessionOf('anna') });
    expect(JSON.stringify(answer)).not.toContain('"message"');
  };
  const admit = () => act('mutation ($input: RoomAdmitInput!) { roomAdmit(input: $input) { userErrors { message } } }', { appointmentId: id });
  const cancel = () => act(cancelMutation, { id });

  beforeAll(async () => {
    const relay = { VISAVIS_TURN_ADDR: `127.0.0.1:${await freePort()}` };
    [browser, server, script] = await Promise.all([connectBrowser(), startServer(relay), staffScript()]);
    await act('mutation ($input: StaffVideoLinkSetInput!) { staffVideoLinkSet(input: $input) { userErrors { message } } }', { staffId: 'stf_demo-anna', provider: 'VISAVIS' });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Opens the context of a person with camera and microphone. */
  async function person(protocol?: 'udp' | 'tcp'): Promise<BrowserContext> {
    const of = await germanContext(browser);
    await of.grantPermissions(['camera', 'microphone'], { origin: server.origin });
    await of.addInitScript(keepConnections(protocol));
    return of;
  }

  beforeEach(async () => {
    context = await person();
    seen = watch(context);
    page = await context.newPage();
  });

  afterEach(async () => {
    await context.close();
    for (const other of others.splice(0)) {
      await other.close();
    }
    await run(server.origin, cancelMutation, { input: { id } }, { cookie: sessionOf('anna') }); // unless the test has
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  async function staff(appointmentId: string, protocol?: 'udp' | 'tcp'): Promise<Page> {
    const of = await person(protocol);
    others.push(of);
    await signInBrowser(of, server.origin, 'anna');
    const opened = await of.newPage();
    await opened.goto(`${server.origin}/admin/manifest.webmanifest`);
    await opened.evaluate(script);
    await opened.evaluate((appointment) => window.callAsStaff(appointment).then(() => undefined), appointmentId);
    return opened;
  }

  const heading = (name: string, of = page) => of.getByRole('heading', { name, exact: true }).waitFor();
  const press = (name: string, of = page) => of.getByRole('button', { name, exact: true }).click();

  /** Books a call that may begin, and opens its link. */
  async function openRoom(): Promise<string> {
    const booked = await bookRoom(server.origin, 5, 'DE');
    ({ id, joinUrl } = booked);
    await page.goto(joinUrl);
    return id;
  }

  /** Leads the customer into a call, and returns the page of the staff's side. */
  async function call(protocol?: 'udp' | 'tcp'): Promise<Page> {
    await openRoom();
    await press('Warteraum betreten');
    await heading('Du bist im Warteraum');
    const anna = await staff(id, protocol);
    await admit();
    await heading('Gespräch mit Anna');
    await expectMedia(page);
    await expectMedia(anna);
    return anna;
  }

  /** Crashes the tab of the customer, and opens it again as browsers do: with what it has stored. Playwright cannot use the crashed one. */
  async function crash() {
    const stored = await page.evaluate(() => Object.entries(sessionStorage));
    const crashed = page.waitForEvent('crash');
    await Promise.allSettled([page.goto('chrome://crash'), crashed]);
    page = await context.newPage();
    await page.addInitScript((entries: [string, string][]) => entries.forEach(([key, value]) => sessionStorage.setItem(key, value)), stored);
    await page.goto(joinUrl);
  }

  const write = async (text: string) => {
    await page.getByLabel('Deine Nachricht').fill(text);
    await page.keyboard.press('Enter');
  };

  it('leads from the link to the end of the call, also if the server is restarted meanwhile', async () => {
    const bytes = await countBytes(page);
    const anna = await call();
    expect(bytes['Script']).toBeLessThanOrEqual(mostScript);
    expect(await violations(page)).toEqual([]);

    await press('Nachrichten');
    await write('Hallo <b>Anna</b>');
    await expect.poll(() => textsOf(anna)).toEqual(['Hallo <b>Anna</b>']);
    await anna.evaluate(() => window.staffSide.session.conversation.write('Hallo Carla'));
    await page.getByText('Hallo Carla', { exact: true }).waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'haar.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') });
    await expect.poll(() => anna.evaluate(() => window.staffSide.session.conversation.lines.get().at(-1)?.photoUrl)).toMatch(/^blob:/);

    await press('Kamera ausschalten');
    await expect.poll(() => anna.evaluate(() => window.staffSide.session.conversation.remoteMedia.get()?.camera)).toBe(false);
    await press('Kamera einschalten');
    await press('Bildschirm teilen');
    await expect.poll(() => anna.evaluate(() => window.staffSide.session.conversation.remoteMedia.get()?.screen)).toBe(true);
    await press('Nicht mehr teilen');

    expect(await server.restart()).toBe(0);
    await expectMedia(page);
    await expectMedia(anna);
    await write('Noch da?');
    await expect.poll(() => textsOf(anna)).toContain('Noch da?');
    await act('mutation ($input: RoomEndInput!) { roomEnd(input: $input) { userErrors { message } } }', { appointmentId: id });
    await heading('Danke für das Gespräch!');
    expect(await page.getByRole('link', { name: 'Wieder buchen' }).getAttribute('href')).toContain('/book/mitte?service=svc_demo-video-care');
    seen.complaints = seen.complaints.filter((text) => !text.includes('Failed to load resource')); // while the server was away
  });

  it.each(['udp', 'tcp'] as const)('goes through the relay by %s, and goes on when the relay was away', async (protocol) => {
    const relayed = await person(protocol);
    others.push(relayed);
    page = await relayed.newPage();
    seen = watch(relayed);
    const anna = await call(protocol);
    expect(await pathOf(page)).toEqual(['relay', protocol]);
    expect(await server.restart()).toBe(0); // which ends all that it relays
    await expectMedia(page);
    await expectMedia(anna);
    seen.complaints = seen.complaints.filter((text) => !text.includes('Failed to load resource')); // while the server was away
  });

  it('takes back who left, loaded the page again, or crashed, without a second admission or a question', async () => {
    const anna = await call();
    await anna.evaluate(() => window.staffSide.session.leave());
    await page.getByText('Anna ist gerade nicht da.').last().waitFor();
    await anna.evaluate(() => window.staffSide.session.enter().then(() => undefined));
    await expectMedia(page);
    await press('Auflegen');
    await press('Zurück ins Gespräch');
    await heading('Gespräch mit Anna');
    await expectMedia(page);
    await page.reload();
    await heading('Gespräch mit Anna');
    await expectMedia(page);
    await expectMedia(anna);
    expect(await page.title()).toBe('Gespräch mit Anna · Salon Mitte');

    await press('Mikrofon ausschalten');
    await crash();
    await heading('Gespräch mit Anna');
    await expectMedia(page);
    await page.getByRole('button', { name: 'Mikrofon einschalten' }).waitFor();
    await expect.poll(() => anna.evaluate(() => window.staffSide.session.conversation.remoteMedia.get()?.microphone)).toBe(false);
  });

  it('goes on with another device after a question, and comes back', async () => {
    await call();
    const phone = await person();
    others.push(phone);
    const second = await phone.newPage();
    await second.goto(joinUrl);
    await press('Zurück ins Gespräch', second);
    await heading('Du bist schon auf einem anderen Gerät hier', second);
    await press('Hier weitermachen', second);
    await heading('Gespräch mit Anna', second);
    await expectMedia(second);
    await heading('Das Gespräch läuft auf einem anderen Gerät');
    await press('Hierher zurückholen');
    await heading('Gespräch mit Anna');
    await expectMedia(page);
    await heading('Das Gespräch läuft auf einem anderen Gerät', second);
    expect(await second.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  it('lets who may use neither camera nor microphone listen and write', async () => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    });
    await openRoom();
    await press('Warteraum betreten');
    await page.getByText('Du kannst zuhören und schreiben, oder anrufen.').waitFor();
    await page.getByText('So erlaubst du es:').waitFor();
    const anna = await staff(id);
    await admit();
    await heading('Gespräch mit Anna');
    await expectMedia(page);
    await press('Nachrichten');
    await write('Ich höre dich.');
    await expect.poll(() => textsOf(anna)).toEqual(['Ich höre dich.']);
    await page.getByRole('link', { name: 'Klappt es nicht? Ruf an:' }).waitFor();
  });

  it('says during the wait that the appointment is delayed, moved or cancelled', async () => {
    await openRoom();
    await press('Ich komme 5 Minuten später');
    await page.getByText('Der Salon weiß, dass du gegen').waitFor();
    await press('Warteraum betreten');
    await heading('Du bist im Warteraum');
    expect(await violations(page)).toEqual([]);
    await act('mutation ($input: RoomDelayInput!) { roomDelay(input: $input) { userErrors { message } } }', { appointmentId: id, minutes: 30 });
    await page.locator('.well', { hasText: 'Dein Gespräch beginnt später, gegen' }).waitFor();
    await act('mutation ($input: AppointmentMoveInput!) { appointmentMove(input: $input) { userErrors { message } } }', { id, start: berlin(wednesday(), '10:00'), override: true });
    await heading('Dein Video-Termin');
    await page.locator('.well', { hasText: 'Dein Termin wurde verschoben: ' }).waitFor();
    await page.getByText('10:00–10:20 Uhr').waitFor();
    await cancel();
    await heading('Dieser Termin wurde abgesagt');
  });

  it('keeps who waits for the room of another provider informed', async () => {
    await act('mutation ($input: StaffVideoLinkSetInput!) { staffVideoLinkSet(input: $input) { userErrors { message } } }', { staffId: 'stf_demo-anna', link: 'https://zoom.us/j/84512345678' });
    await act('mutation ($input: BranchUpdateInput!) { branchUpdate(input: $input) { userErrors { message } } }', { id: 'brn_demo-mitte', admitByHand: true });
    await openRoom();
    await heading('Einen Moment noch');
    await expect.poll(async () => JSON.stringify(await run(server.origin, 'query ($id: ID!) { appointment(id: $id) { customerWaitsSince } }', { id }, { cookie: sessionOf('anna') }))).toContain('"customerWaitsSince":"');
    await admit();
    await heading('Der Raum ist offen');
    await page.getByText('Der Salon lässt dich jetzt hinein.').waitFor({ state: 'attached' });
    const entered = page.waitForRequest('https://zoom.us/**');
    await context.route('https://zoom.us/**', (route) => route.fulfill({ body: 'Zoom' }));
    await press('Raum betreten');
    await entered;
    seen.hosts.delete('zoom.us');
  });
});
