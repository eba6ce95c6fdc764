import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Entry, Follower, Media, MediaFacts } from '../../call';
import { DeviceOfTab, Observable, Session } from '../../call';
import type { Language } from '../language';
import { roomWords } from '../words/room';
import type { Room, Salon } from './room';
import { RoomPageView } from './room_page';
import type { RoomApi } from './transport';

const salon: Salon = { name: 'Salon Mitte', slug: 'mitte', timeZone: 'Europe/Berlin', timeZoneAliases: [], phone: '+49 30 5550100', email: '' };
const closed: Room = {
  appointmentId: 'apt_a', state: 'CLOSED', own: true, participants: [], missing: false, mayEnter: false, service: { id: 'svc_a', name: 'Farbberatung' },
  staff: { id: 'stf_anna', displayName: 'Anna', title: 'Coloristin', photo: null }, start: '2999-11-24T10:00:00Z', end: '2999-11-24T10:30:00Z', changed: false,
  opensAt: '2999-11-24T09:45:00Z', closesAt: '2999-11-24T11:30:00Z', opensLater: null, delayedUntil: null, customerLateUntil: null, customerWaitsSince: null, admittedAt: null, endedAt: null,
};
const nothing: MediaFacts = {
  camera: 'OFF', microphone: 'OFF', picture: null, sound: null, screen: null, cameras: [], microphones: [], speakers: [], cameraId: undefined, microphoneId: undefined, speakerId: undefined, isAsking: false,
  wantsCamera: true, isInsecure: false, substitute: null,
};

const main = document.createElement('main');

afterEach(() => {
  render(null, main);
  main.removeAttribute('data-view');
});

/** Returns the name of a button, without what screen readers skip. */
const nameOf = (button: Element) => [...button.childNodes].map((part) => (part instanceof Element && part.getAttribute('aria-hidden') ? '' : part.textContent)).join('');

/** Shows a room, and returns ways to act on it. */
async function show(room: Partial<Room>, language: Language = 'de', answer?: Entry<Room>, ofDevices: Partial<MediaFacts> = {}) {
  const first = { ...closed, ...room };
  let follower: Follower<Room> | undefined;
  const [entered, late] = [[] as object[], [] as number[]];
  const api: RoomApi = {
    read: () => Promise.resolve(null),
    setLate(minutes) {
      late.push(minutes);
      return Promise.resolve(undefined);
    },
    enter(input) {
      entered.push(input);
      return Promise.resolve(answer ?? { room: { ...first, state: 'WAITING', participants: [{ id: 'par_a', role: 'CUSTOMER' }] }, participant: { id: 'par_a', role: 'CUSTOMER' }, relays: [] });
    },
    leave: () => undefined,
    signal: () => Promise.resolve('SENT'),
    follow(next) {
      follower = next;
      next.setLive(true);
      return { stop: () => undefined, hurry: () => undefined };
    },
  };
  const facts = new Observable({ ...nothing, ...ofDevices });
  const devices: string[] = [];
  const media = {
    facts,
    track: () => null,
    openWished() {
      devices.push('opened');
      return Promise.resolve();
    },
    release: () => void devices.push('closed'),
  } as unknown as Media;
  const session = new Session<Room>({ transport: api, side: 'CUSTOMER', media, device: new DeviceOfTab('visavis room of the test') });
  void session.start();
  render(
    <RoomPageView
      shared={{ origin: 'https://salon.example', language, t: await roomWords(language), salon, api, session, media }}
      first={first}
      onView={(view) => main.setAttribute('data-view', view)}
    />,
    main,
  );
  return {
    entered, late, facts, devices, session,
    hear: (change: Partial<Room>) => follower?.hear({ id: '1', room: { ...first, ...change }, signals: [] }),
    lose: () => follower?.setLive(false),
    live: () => follower?.setLive(true),
    press: (name: string) => [...main.querySelectorAll('button')].find((button) => nameOf(button) === name)?.click(),
    heading: () => main.querySelector('h1')?.textContent,
    buttons: () => [...main.querySelectorAll('button')].map(nameOf),
    /** What is said to screen readers. */
    said: () => main.querySelector('output.hidden span:last-child')?.textContent,
  };
}

const open: Partial<Room> = { state: 'OPEN', start: '2020-11-24T10:00:00Z', end: '2020-11-24T10:30:00Z' };

test.each<[string, Partial<Room>, string, string[]]>([
  ['before it opens', {}, 'Dein Video-Termin', ['24. November', '10:45', '11:00–11:30 Uhr', 'Farbberatung', 'Anna', 'In den Kalender']],
  ['after a move', { changed: true }, 'Dein Video-Termin', ['Dieser Termin wurde verschoben.']],
  ['delayed', { opensLater: 'DELAY' }, 'Dein Video-Termin', ['Dein Gespräch beginnt später. Der Raum öffnet um 10:45 Uhr.']],
  ['while another call goes on', { opensLater: 'TAKEN' }, 'Dein Video-Termin', ['Im Raum läuft noch ein anderes Gespräch.']],
  ['open', open, 'Der Raum ist offen', ['Warteraum betreten', 'Jetzt testen', 'Ich komme 5 Minuten später']],
  ['open, and the customer late', { ...open, customerLateUntil: '2020-11-24T10:05:00Z' }, 'Der Raum ist offen', ['gegen 11:05 Uhr kommst', 'Ich komme doch pünktlich']],
  ['admitted before', { ...open, state: 'IN_CALL' }, 'Der Raum ist offen', ['Das Gespräch läuft noch.', 'Zurück ins Gespräch']],
  ['of another provider', { ...open, own: false, mayEnter: true }, 'Der Raum ist offen', ['Raum betreten']],
  ['of another provider, by hand', { ...open, own: false }, 'Einen Moment noch', ['Anna weiß, dass du da bist.']],
  ['of another provider, without a link', { ...open, own: false, missing: true }, 'Einen Moment noch', ['Der Salon hat den Raum noch nicht vorbereitet.']],
  ['over after a call', { state: 'ENDED', admittedAt: '2020-11-24T10:00:00Z' }, 'Danke für das Gespräch!', ['Wieder buchen']],
  ['over', { state: 'ENDED' }, 'Dieser Termin ist vorbei', ['Wieder buchen']],
  ['cancelled', { state: 'CANCELLED' }, 'Dieser Termin wurde abgesagt', ['Neuen Termin buchen']],
])('a room %s', async (_, room, title, texts) => {
  const { heading } = await show(room);
  expect(heading()).toBe(title);
  for (const text of texts) {
    expect(main.textContent).toContain(text);
  }
});

test('the appointment can be added to any calendar', async () => {
  await show({});
  const [file, ...others] = [...main.querySelectorAll<HTMLAnchorElement>('details a')];
  expect([file?.getAttribute('href'), file?.textContent]).toEqual([`${location.pathname}/appointment.ics`, 'Kalenderdatei (.ics)']);
  expect(others.map(({ textContent }) => textContent)).toEqual(['Google', 'Outlook.com', 'Microsoft 365']);
});

test.each<[Language, string, string]>([
  ['en', 'Enter the waiting room', 'You are in the waiting room'],
  ['fr', 'Entrer dans la salle d’attente', 'Vous êtes dans la salle d’attente'],
  ['tr', 'Bekleme odasına gir', 'Bekleme odasındasınız'],
])('the way into the waiting room in %s', async (language, enter, waiting) => {
  const { press, heading, entered } = await show(open, language);
  press(enter);
  await vi.waitFor(() => expect(heading()).toBe(waiting));
  expect(entered).toEqual([{ takeOver: false, deviceKey: expect.any(String) }]);
});

test('another device is replaced only after a question', async () => {
  const { press, heading, entered } = await show(open, 'de', { refused: { code: 'ROOM_ENTERED_ELSEWHERE', message: '' } });
  press('Warteraum betreten');
  await vi.waitFor(() => expect(heading()).toBe('Du bist schon auf einem anderen Gerät hier'));
  press('Hier weitermachen');
  await vi.waitFor(() => expect(entered.at(-1)).toEqual({ takeOver: true, deviceKey: expect.any(String) }));
  press('Nein');
  await vi.waitFor(() => expect(heading()).toBe('Der Raum ist offen'));
});

test('a refusal is said, and leaves the button', async () => {
  const { press, buttons } = await show(open, 'de', { refused: { code: 'ROOM_CLOSED', message: 'Der Raum ist geschlossen.' } });
  press('Warteraum betreten');
  await vi.waitFor(() => expect(main.querySelector('[role=alert]')?.textContent).toBe('Der Raum ist geschlossen.'));
  expect(buttons()).toContain('Warteraum betreten');
});

test.each(['ROOM_CLOSED', 'ROOM_ENTERED_ELSEWHERE'])('camera and microphone are closed after %s', async (code) => {
  const { press, devices } = await show(open, 'de', { refused: { code, message: '' } });
  press('Warteraum betreten');
  await vi.waitFor(() => expect([devices[0], devices.at(-1)]).toEqual(['opened', 'closed']));
});

test('a test of the devices ends with the view that holds it, but not by coming in', async () => {
  const { press, hear, devices, buttons, heading } = await show({});
  press('Jetzt testen');
  await vi.waitFor(() => expect(buttons()).toContain('Test beenden'));
  hear(open);
  await vi.waitFor(() => expect(buttons()).toContain('Jetzt testen'));
  expect(devices).toEqual(['opened', 'closed']);
  press('Jetzt testen');
  await vi.waitFor(() => expect(buttons()).toContain('Test beenden'));
  press('Warteraum betreten');
  await vi.waitFor(() => expect(heading()).toBe('Du bist im Warteraum'));
  expect(devices.slice(2)).toEqual(['opened', 'opened']);
});

test('being late is sent and taken back', async () => {
  const { press, hear, late } = await show(open);
  press('Ich komme 5 Minuten später');
  await vi.waitFor(() => expect(late).toEqual([5]));
  hear({ customerLateUntil: '2020-11-24T10:05:00Z' });
  await vi.waitFor(() => expect(main.textContent).toContain('Ich komme doch pünktlich'));
  press('Ich komme doch pünktlich');
  await vi.waitFor(() => expect(late).toEqual([5, 0]));
});

test('a delay is said as long as it lasts', async () => {
  const { hear, said } = await show(open);
  hear({ delayedUntil: '2999-11-24T10:10:00Z' });
  await vi.waitFor(() => expect(said()).toBe('Dein Gespräch beginnt später, gegen 11:10 Uhr.'));
  hear({ delayedUntil: '2020-11-24T10:10:00Z' });
  await vi.waitFor(() => expect(main.querySelector('.well')).toBeNull());
});

test('a connection to the salon that is lost, and back, is said', async () => {
  const { hear, lose, live, said } = await show(open);
  hear({});
  lose();
  await vi.waitFor(() => expect(said()).toBe('Keine Verbindung zum Salon. Sie wird wiederhergestellt.'));
  live();
  await vi.waitFor(() => expect(said()).toBe('Die Verbindung zum Salon ist wieder da.'));
});

test('a move is said', async () => {
  const { hear, said } = await show({});
  hear({ start: '2999-11-25T10:00:00Z' });
  await vi.waitFor(() => expect(said()).toMatch(/^Dein Termin wurde verschoben: .*25\. November.*11:00 Uhr\.$/));
});

test('a room of another provider tells that the customer is there, and says when they may enter', async () => {
  const { hear, said, heading, entered } = await show({ ...open, own: false });
  await vi.waitFor(() => expect(entered).toHaveLength(1));
  hear({ state: 'IN_CALL', mayEnter: true, admittedAt: '2020-11-24T10:00:00Z', participants: [{ id: 'par_a', role: 'CUSTOMER' }] });
  await vi.waitFor(() => expect(heading()).toBe('Der Raum ist offen'));
  expect(said()).toBe('Der Salon lässt dich jetzt hinein.');
});

test('a page without TLS says why there is no camera, and has the phone number', async () => {
  const { said } = await show({}, 'de', undefined, { isInsecure: true });
  await vi.waitFor(() => expect(said()).toMatch(/https:/));
  expect(main.querySelector('.notice')?.textContent).toMatch(/https:.*\+49 30 5550100$/);
  expect(main.querySelector('.notice a')?.getAttribute('href')).toBe('tel:+49 30 5550100');
});

test('a call without TLS has the phone number once', async () => {
  await call({ isInsecure: true });
  expect([main.querySelectorAll('a[href^="tel:"]').length, main.querySelectorAll('[role=alert]').length]).toEqual([1, 0]);
});

test('a device that is used in place of another is said', async () => {
  const { press, facts, said } = await show(open);
  press('Warteraum betreten');
  await vi.waitFor(() => expect(main.dataset['view']).toBe('WAITING'));
  facts.change({ substitute: { kind: 'microphone', label: 'Eingebaut', missingId: 'headset' } });
  await vi.waitFor(() => expect(said()).toBe('Das gewählte Mikrofon ist nicht da. Wir verwenden jetzt „Eingebaut“.'));
  expect(main.textContent).toContain('Wir verwenden jetzt „Eingebaut“.');
});

/** Leads into the call. */
async function call(ofDevices: Partial<MediaFacts> = {}) {
  const shown = await show(open, 'de', undefined, ofDevices);
  shown.press('Warteraum betreten');
  await vi.waitFor(() => expect(main.dataset['view']).toBe('WAITING'));
  shown.hear({ state: 'IN_CALL', admittedAt: '2020-11-24T10:00:00Z', participants: [{ id: 'par_a', role: 'CUSTOMER' }] });
  await vi.waitFor(() => expect(shown.heading()).toBe('Gespräch mit Anna'));
  return shown;
}

test('a message says that it is being sent, that it has not arrived, and can be sent again', async () => {
  const { press, buttons, said, session } = await call();
  press('Nachrichten');
  await vi.waitFor(() => expect(main.querySelector('.conversation')).not.toBeNull());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  session.conversation.write('Hallo');
  await vi.advanceTimersByTimeAsync(100);
  expect(main.querySelector('.own-line')?.textContent).toBe('DuHalloWird gesendet');
  await vi.advanceTimersByTimeAsync(20_100);
  expect(main.querySelector('.own-line')?.textContent).toBe('DuHalloNicht angekommen.Noch einmal senden');
  expect(said()).toBe('Nicht angekommen.');
  expect(buttons()).toContain('Nachrichten');
  main.querySelector('.conversation button')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await vi.advanceTimersByTimeAsync(100);
  expect([main.querySelector('.conversation'), main.querySelector('.controls .count')?.textContent]).toEqual([null, '!']);
  press('Nachrichten, nicht angekommen');
  await vi.advanceTimersByTimeAsync(100);
  press('Noch einmal senden');
  await vi.advanceTimersByTimeAsync(100);
  expect(buttons()).not.toContain('Noch einmal senden');
  vi.useRealTimers();
});

test('what has not arrived is said while messages are closed, too', async () => {
  const { said, session, buttons } = await call();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  session.conversation.write('Hallo');
  await vi.advanceTimersByTimeAsync(20_100);
  expect([said(), buttons()]).toEqual(['Nicht angekommen.', expect.arrayContaining(['Nachrichten, nicht angekommen'])]);
  vi.useRealTimers();
});

test('the buttons of the call have names that hold what is seen of them', async () => {
  await call();
  for (const button of main.querySelectorAll('.controls button')) {
    const [short, text] = [button.querySelector('.short')?.textContent ?? '', button.querySelector('span:not(.short)')?.textContent ?? ''];
    expect(text.toLowerCase()).toContain(short.toLowerCase());
  }
});

test('what is denied is said, with help and a way to try again', async () => {
  const { press, facts } = await show(open);
  press('Warteraum betreten');
  await vi.waitFor(() => expect(main.dataset['view']).toBe('WAITING'));
  facts.change({ camera: 'DENIED', microphone: 'DENIED' });
  await vi.waitFor(() => expect(main.querySelector('[role=alert]')?.textContent).toContain('Das Gespräch geht auch nur mit Ton.'));
  expect(main.querySelector('[role=alert]')?.textContent).toMatch(/zuhören und schreiben, oder anrufen\..*So erlaubst du es:.*Erneut versuchen/);
});
