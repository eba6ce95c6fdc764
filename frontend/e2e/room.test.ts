import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { run } from './api';
import { berlin, bookRoom, wednesday } from './appointments';
import { violations } from './axe';
import { connectBrowser } from './browser';
import { hasBrowser } from './browser_process';
import { expectMedia, without } from './call_media';
import { type Caller, type CallPeople, callPeople } from './call_people';
import { relayAddress } from './free_port';
import { type Mailbox, mailed, startMailbox } from './mailbox';
import { countBytes } from './received_bytes';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

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

const heading = (of: Page, name: string | RegExp) => of.getByRole('heading', { name, exact: true }).waitFor();
const press = (of: Page, name: string) => of.getByRole('button', { name, exact: true }).click();
/** Waits until a page shows a text, which it may also have said to screen readers. */
const says = (of: Page, text: string) => of.locator('p', { hasText: text }).first().waitFor();
const inCall = (of: Page) => of.getByRole('group', { name: 'Gespräch steuern' }).waitFor();

/** Writes to the other side. */
async function write(of: Page, text: string) {
  await of.getByLabel('Deine Nachricht').fill(text);
  await of.keyboard.press('Enter');
}
/** Waits until a page shows a line of the conversation, which is opened. */
const reads = (of: Page, text: string) => of.getByRole('listitem').getByText(text, { exact: true }).waitFor();

/** Reports whether a button is wholly in view without scrolling. */
const inView = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).evaluate((button) => {
    const { top, bottom } = button.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

const cancelMutation = 'mutation ($input: AppointmentCancelInput!) { appointmentCancel(input: $input) { userErrors { message } } }';

describe.skipIf(!hasBrowser)('the consultation room', () => {
  let mailbox: Mailbox;
  let server: Server;
  let browser: Browser;
  let people: CallPeople;
  /** Of the customer. */
  let page: Page;
  /** Of the appointment of a test, which is cancelled after it. */
  let id: string;
  let joinUrl: string;

  const act = async (mutation: string, input: object) => {
    const answer = await run(server.origin, mutation, { input }, { cookie: sessionOf('anna') });
    expect(JSON.stringify(answer)).not.toContain('"message"');
  };
  const cancel = () => act(cancelMutation, { id });

  beforeAll(async () => {
    mailbox = await startMailbox();
    const environment = { VISAVIS_SMTP_URL: mailbox.url, VISAVIS_TURN_ADDR: await relayAddress() };
    [browser, server] = await Promise.all([connectBrowser(), startServer(environment)]);
    people = callPeople(browser, server.origin);
    await act('mutation ($input: StaffVideoLinkSetInput!) { staffVideoLinkSet(input: $input) { userErrors { message } } }', { staffId: 'stf_demo-anna', provider: 'VISAVIS' });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    mailbox?.close();
  });

  afterEach(async () => {
    await run(server.origin, cancelMutation, { input: { id } }, { cookie: sessionOf('anna') }); // unless the test has
    await people.leave();
  });

  /** Returns the state of a room. */
  async function stateOf(appointmentId: string) {
    const { data } = await run(server.origin, 'query ($appointmentId: ID!) { consultationRoom(appointmentId: $appointmentId) { state } }', { appointmentId }, { cookie: sessionOf('anna') });
    return (data?.['consultationRoom'] as { state: string } | undefined)?.state;
  }

  /** Books a call that may begin, and opens its link. */
  async function openRoom(as?: Caller) {
    ({ id, joinUrl } = await bookRoom(server.origin, 5, 'DE'));
    page = await people.open(joinUrl, as);
  }

  /** Lets the customer in, and returns the page of the staff's side. */
  async function letIn(as?: Caller): Promise<Page> {
    await heading(page, 'Du bist im Warteraum');
    const anna = await people.open(`${server.origin}/admin/gespraech/${id}`, { ...as, person: 'anna' });
    await heading(anna, /^Carla Kunde wartet seit/);
    await press(anna, 'Einlassen');
    await Promise.all([heading(page, 'Gespräch mit Anna'), inCall(anna)]);
    return anna;
  }

  /** Leads both into a call in which both see and hear each other, and returns the page of the staff's side. */
  async function call(as?: Caller): Promise<Page> {
    await openRoom(as);
    await press(page, 'Warteraum betreten');
    const anna = await letIn(as);
    await Promise.all([expectMedia(page), expectMedia(anna)]);
    return anna;
  }

  /** Crashes the tab of the customer, and opens it again as browsers do: with what it has stored. Playwright cannot use the crashed one. */
  async function crash() {
    const stored = await page.evaluate(() => Object.entries(sessionStorage));
    const crashed = page.waitForEvent('crash');
    await Promise.allSettled([page.goto('chrome://crash'), crashed]);
    page = await page.context().newPage();
    await page.addInitScript((entries: [string, string][]) => entries.forEach(([key, value]) => sessionStorage.setItem(key, value)), stored);
    await page.goto(joinUrl);
  }

  it('leads from the link in the mail to the end of the call, also if the server is restarted meanwhile', async () => {
    ({ id, joinUrl } = await bookRoom(server.origin, 5, 'DE', 'carla@example.com'));
    expect(await mailed(mailbox, /http:\/\/\S+\/join\/\w+/)).toBe(joinUrl);
    page = await people.newPage();
    const bytes = await countBytes(page);
    await page.goto(joinUrl);
    await press(page, 'Warteraum betreten');
    const anna = await letIn();
    await Promise.all([expectMedia(page), expectMedia(anna)]);
    expect(bytes['Script']).toBeLessThanOrEqual(mostScript);
    expect(await violations(page)).toEqual([]);
    for (const [width, height] of [[320, 568], [375, 720], [720, 375]] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => inView(page, 'Auflegen')).toBe(true);
    }
    await page.setViewportSize({ width: 1280, height: 860 });

    await press(page, 'Nachrichten');
    await write(page, 'Hallo <b>Anna</b>');
    await press(anna, 'Nachrichten, 1 neu');
    await reads(anna, 'Hallo <b>Anna</b>');
    await write(anna, 'Hallo Carla');
    await reads(page, 'Hallo Carla');
    await page.locator('input[type=file]').setInputFiles({ name: 'haar.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') });
    const photo = anna.getByRole('img', { name: 'Foto von Carla Kunde' });
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.src.startsWith('blob:')])).toEqual([1, true]);

    await press(page, 'Kamera ausschalten');
    await says(anna, 'Carla Kunde sendet kein Bild.');
    await press(page, 'Kamera einschalten');
    await press(page, 'Bildschirm teilen');
    await says(anna, 'Carla Kunde teilt den Bildschirm.');
    await press(page, 'Nicht mehr teilen');

    expect(await server.restart()).toBe(0);
    await Promise.all([expectMedia(page), expectMedia(anna)]);
    await write(page, 'Noch da?');
    await reads(anna, 'Noch da?');
    await press(anna, 'Gespräch beenden');
    await Promise.all([heading(page, 'Danke für das Gespräch!'), heading(anna, 'Gespräch beendet')]);
    expect(await page.getByRole('link', { name: 'Wieder buchen' }).getAttribute('href')).toContain('/book/mitte?service=svc_demo-video-care');
    people.forgiveAbsence();
  });

  it('says on both sides that the network is cut, and goes on once it is back', async () => {
    const anna = await call({ protocol: 'udp' });
    expect(await pathOf(page)).toEqual(['relay', 'udp']);
    server.hold(true);
    await Promise.all([page, anna].map((side) => says(side, 'Die Verbindung ist unterbrochen. Sie wird wiederhergestellt.'))).finally(() => server.hold(false));
    await Promise.all([expectMedia(page), expectMedia(anna)]);
    people.forgiveAbsence();
  });

  it.each(['udp', 'tcp'] as const)('goes through the relay by %s, and goes on when the relay was away', async (protocol) => {
    const anna = await call({ protocol });
    expect(await pathOf(page)).toEqual(['relay', protocol]);
    expect(await server.restart()).toBe(0); // which ends all that it relays
    await Promise.all([expectMedia(page), expectMedia(anna)]);
    people.forgiveAbsence();
  });

  it('takes back who left, loaded the page again, or crashed, without a second admission or a question', async () => {
    await openRoom();
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('roomEnter') ? route.fetch() : route.continue())); // its answer is lost
    await press(page, 'Warteraum betreten');
    await expect.poll(() => stateOf(id)).toBe('WAITING');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    const anna = await letIn();
    await Promise.all([expectMedia(page), expectMedia(anna)]);
    await press(anna, 'Kurz verlassen');
    await says(page, 'Anna ist gerade nicht da.');
    await press(anna, 'Zurück ins Gespräch');
    await expectMedia(page);
    await press(page, 'Auflegen');
    await says(anna, 'Carla Kunde ist gerade nicht da.');
    await press(page, 'Zurück ins Gespräch');
    await heading(page, 'Gespräch mit Anna');
    await expectMedia(page);
    await page.reload();
    await heading(page, 'Gespräch mit Anna');
    await Promise.all([expectMedia(page), expectMedia(anna)]);
    expect(await page.title()).toBe('Gespräch mit Anna · Salon Mitte');

    await press(page, 'Mikrofon ausschalten');
    await crash();
    await heading(page, 'Gespräch mit Anna');
    await expectMedia(page);
    await page.getByRole('button', { name: 'Mikrofon einschalten' }).waitFor();
    await says(anna, 'Carla Kunde hat das Mikrofon aus.');
  });

  it('goes on with another device after a question, and comes back', async () => {
    await call();
    const second = await people.open(joinUrl);
    await press(second, 'Zurück ins Gespräch');
    await heading(second, 'Du bist schon auf einem anderen Gerät hier');
    await press(second, 'Hier weitermachen');
    await heading(second, 'Gespräch mit Anna');
    await expectMedia(second);
    await heading(page, 'Das Gespräch läuft auf einem anderen Gerät');
    await press(page, 'Hierher zurückholen');
    await heading(page, 'Gespräch mit Anna');
    await expectMedia(page);
    await heading(second, 'Das Gespräch läuft auf einem anderen Gerät');
    expect(await second.evaluate(() => document.activeElement?.tagName)).toBe('H1');

    await second.reload(); // the other device is asked as at first
    await press(second, 'Zurück ins Gespräch');
    await heading(second, 'Du bist schon auf einem anderen Gerät hier');

    const opening = page.context().waitForEvent('page'); // with a copy of what this tab has stored, as a duplicate has it
    await page.evaluate(() => void window.open(location.href));
    const duplicate = await opening;
    await press(duplicate, 'Zurück ins Gespräch');
    await heading(duplicate, 'Du bist schon auf einem anderen Gerät hier');
    await heading(page, 'Gespräch mit Anna');
    await expectMedia(page);
  });

  it.each([
    { side: 'customer', kinds: ['video', 'audio'], error: 'NotAllowedError', words: /das Mikrofon nicht verwenden. Du kannst zuhören und schreiben, oder anrufen\./ },
    { side: 'customer', kinds: ['video', 'audio'], error: 'NotFoundError', words: /keine Kamera.+kein Mikrofon. Du kannst zuhören und schreiben, oder anrufen\./s },
    { side: 'customer', kinds: ['video'], error: 'NotFoundError', words: /keine Kamera. Das Gespräch geht auch nur mit Ton\./ },
    { side: 'staff', kinds: ['video', 'audio'], error: 'NotFoundError', words: /keine Kamera.+kein Mikrofon. Du kannst zuhören und schreiben, oder anrufen\./s },
    { side: 'staff', kinds: ['video'], error: 'NotFoundError', words: /keine Kamera. Das Gespräch geht auch nur mit Ton\./ },
  ] as const)('goes on for the $side without $kinds ($error)', async ({ side, kinds, error, words }) => {
    const isCustomer = side === 'customer';
    const lacking: Caller = { script: without(kinds, error) };
    await openRoom(isCustomer ? lacking : {});
    await press(page, 'Warteraum betreten');
    const anna = await letIn(isCustomer ? {} : lacking);
    const [own, other, name] = isCustomer ? [page, anna, 'Carla Kunde'] : [anna, page, 'Anna'];
    await own.getByRole(isCustomer ? 'alert' : 'status').filter({ hasText: words }).waitFor();
    const helps = error === 'NotAllowedError' ? 1 : 0;
    expect(await own.getByText('So erlaubst du es:').count()).toBe(helps);
    await says(other, `${name} sendet kein Bild.`);
    await expectMedia(own);
    await (kinds.length === 1 ? expectMedia(other, ['audio']) : says(other, `${name} hat das Mikrofon aus.`));
    await press(own, 'Nachrichten');
    await write(own, 'Ich höre dich.');
    await press(other, 'Nachrichten, 1 neu');
    await reads(other, 'Ich höre dich.');
    await page.getByRole('link', { name: 'Klappt es nicht? Ruf an:' }).waitFor();
  });

  it('says during the wait that the appointment is delayed, moved or cancelled', async () => {
    await openRoom();
    await press(page, 'Ich komme 5 Minuten später');
    await page.getByText('Der Salon weiß, dass du gegen').waitFor();
    await press(page, 'Warteraum betreten');
    await heading(page, 'Du bist im Warteraum');
    expect(await violations(page)).toEqual([]);
    await act('mutation ($input: RoomDelayInput!) { roomDelay(input: $input) { userErrors { message } } }', { appointmentId: id, minutes: 30 });
    await page.locator('.well', { hasText: 'Dein Gespräch beginnt später, gegen' }).waitFor();
    await act('mutation ($input: AppointmentMoveInput!) { appointmentMove(input: $input) { userErrors { message } } }', { id, start: berlin(wednesday(), '10:00'), override: true });
    await heading(page, 'Dein Video-Termin');
    const entry = await page.getByText('Kalenderdatei (.ics)').getAttribute('href');
    expect(await (await fetch(server.origin + entry)).text()).toContain('BEGIN:VEVENT');
    await page.locator('.well', { hasText: 'Dein Termin wurde verschoben: ' }).waitFor();
    expect(await page.getByText('Dieser Termin wurde verschoben').count()).toBe(0); // it is said once
    await page.getByText('10:00–10:20 Uhr').waitFor();
    await cancel();
    await heading(page, 'Dieser Termin wurde abgesagt');
  });

  it('keeps who waits for the room of another provider informed', async () => {
    await act('mutation ($input: StaffVideoLinkSetInput!) { staffVideoLinkSet(input: $input) { userErrors { message } } }', { staffId: 'stf_demo-anna', link: 'https://zoom.us/j/84512345678' });
    await act('mutation ($input: BranchUpdateInput!) { branchUpdate(input: $input) { userErrors { message } } }', { id: 'brn_demo-mitte', admitByHand: true });
    await openRoom();
    await heading(page, 'Einen Moment noch');
    await expect.poll(async () => JSON.stringify(await run(server.origin, 'query ($id: ID!) { appointment(id: $id) { customerWaitsSince } }', { id }, { cookie: sessionOf('anna') }))).toContain('"customerWaitsSince":"');
    await act('mutation ($input: RoomAdmitInput!) { roomAdmit(input: $input) { userErrors { message } } }', { appointmentId: id });
    await heading(page, 'Der Raum ist offen');
    await page.getByText('Der Salon lässt dich jetzt hinein.').waitFor({ state: 'attached' });
    const entered = page.waitForRequest('https://zoom.us/**');
    await page.route('https://zoom.us/**', (route) => route.fulfill({ body: 'Zoom' }));
    await press(page, 'Raum betreten');
    await entered;
    people.forgiveHost('zoom.us');
  });
});
