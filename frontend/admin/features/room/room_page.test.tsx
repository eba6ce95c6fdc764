import { Notifications } from '@mantine/notifications';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Follower, RoomTransport } from '../../../call';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { RoomOf } from './room_page';
import type { Room } from './room_query';

/** What the customer would send. */
const nothing = { addTrack: () => undefined, getTracks: () => [] };

/** A connection that never comes about: these tests show what the page says, and browsers are asked in `frontend/e2e`. */
class Connection extends EventTarget {
  static channel = new EventTarget();
  createDataChannel() {
    Connection.channel = new EventTarget();
    return Connection.channel;
  }

  addTransceiver = () => ({ sender: { replaceTrack: async () => undefined } });
  getStats = async () => new Map();
  close = () => undefined;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T08:57:00Z') });
  vi.stubGlobal('RTCPeerConnection', Connection);
  vi.stubGlobal('MediaStream', function MediaStream() {
    return nothing;
  });
});
afterEach(() => void vi.useRealTimers());

const staff = { __typename: 'RoomParticipant' as const, id: 'par_anna', role: 'STAFF' as const };

const room: Room = {
  appointmentId: 'apt_carla', state: 'OPEN', own: true, service: { id: 'svc_color', name: 'Farbberatung' }, start: '2026-11-23T09:00:00Z', end: '2026-11-23T09:20:00Z',
  opensAt: '2026-11-23T08:45:00Z', closesAt: '2026-11-23T10:20:00Z', delayedUntil: null, customerLateUntil: null, customerWaitsSince: null, endedAt: null, participants: [],
  nextCustomerWaits: false,
};

const branch = {
  __typename: 'Branch', id: 'brn_mitte', name: 'Mitte', slug: 'mitte', timeZone: 'Europe/Berlin', timeZoneAliases: [], locale: 'DE', currency: 'EUR', sendsMail: true,
  lastChangeId: '0', videoOnlyModes: [], callsAreRelayed: false,
};

const appointment = {
  __typename: 'Appointment', id: 'apt_carla', start: room.start, status: 'CONFIRMED', note: 'Rot?', customer: null,
  contact: { __typename: 'Contact', name: 'Carla', email: null, phone: '0170 1', confirmedAt: null },
};

interface Given {
  of?: Partial<Room>;
  /** Whether another device of the salon is in the room. */
  isElsewhere?: boolean;
  language?: Language;
  /** Whether the server gives addresses for photos. */
  uploads?: boolean;
}

/** Shows the page of a room, and returns how others change it. */
async function open({ of = {}, isElsewhere = false, language = 'de', uploads = false }: Given = {}) {
  let now = { ...room, ...of };
  let follower: Follower<Room> | undefined;
  const entered: boolean[] = [];
  const transport: RoomTransport<Room> = {
    async enter({ takeOver }) {
      entered.push(takeOver);
      if (isElsewhere && !takeOver) {
        return { refused: { code: 'ROOM_ENTERED_ELSEWHERE', message: 'Der Raum ist schon offen.' } };
      }
      now = { ...now, participants: [staff] };
      return { room: now, participant: staff, relays: [] };
    },
    leave: () => undefined,
    signal: async () => 'SENT',
    follow(next) {
      follower = next;
      queueMicrotask(tell);
      return { stop: () => undefined, hurry: () => undefined };
    },
  };
  function tell() {
    act(() => {
      follower?.setLive(true);
      follower?.hear({ id: '1', room: now, signals: [] });
    });
  }
  const sent = answerMutations(
    uploads ? { uploadUrl: 'https://booking.example/photo-uploads/TOKEN', userErrors: [] } : { appointment: { __typename: 'Appointment', id: 'apt_carla', note: 'Kupfer', end: room.end, service: null, status: 'NO_SHOW', roomOpensAt: null, roomAdmittedAt: null, roomDelayedUntil: null, roomEndedAt: null }, obstacles: [], userErrors: [] },
    {
      StaffRoom: {
        consultationRoom: { __typename: 'ConsultationRoom', ...now, service: { __typename: 'Service', ...now.service }, branch },
        appointment,
      },
      AppointmentPhotos: { appointment: { __typename: 'Appointment', id: 'apt_carla', photos: [], branch: { __typename: 'Branch', id: 'brn_mitte', photosKeptDays: 30 } } },
    },
  );
  const user = await showInBranch(<><Notifications /><RoomOf appointmentId="apt_carla" transportTo={() => transport} /></>, language);
  await screen.findByRole('heading', { level: 1 });
  return {
    user, sent, entered,
    become(change: Partial<Room>) {
      now = { ...now, ...change };
      tell();
    },
  };
}

const press = async (user: Awaited<ReturnType<typeof open>>['user'], name: string) => user.click(await screen.findByRole('button', { name }));

test('before the call one sees whether the customer is there, and lets them in', async () => {
  const { user, sent, become, entered } = await open({ of: { nextCustomerWaits: true } });
  expect(await screen.findByRole('heading', { name: 'Carla ist noch nicht da.' })).toBeTruthy();
  await waitFor(() => expect(entered).toEqual([false]));
  expect(screen.getByText(/^Ohne Relay/)).toBeTruthy();
  become({ customerLateUntil: '2026-11-23T09:05:00Z' });
  expect(await screen.findByRole('heading', { name: 'Carla kommt gegen 10:05 Uhr.' })).toBeTruthy();
  become({ state: 'WAITING', customerLateUntil: null, customerWaitsSince: '2026-11-23T08:55:00Z' });
  expect(await screen.findByRole('heading', { name: 'Carla wartet seit 2 Min.' })).toBeTruthy();
  expect(document.title).toBe('Carla wartet seit 2 Min. · Visavis');
  expect(screen.getByText('Der nächste Kunde wartet schon.', { selector: 'p' })).toBeTruthy();
  await press(user, 'Einlassen');
  expect(sent).toMatchObject([{ operationName: 'RoomAdmit', variables: { input: { appointmentId: 'apt_carla' } } }]);
  become({ state: 'IN_CALL' });
  expect(await screen.findByRole('group', { name: 'Gespräch steuern' })).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Gespräch' }));
  await press(user, 'Nachrichten');
  expect(document.activeElement).toBe(screen.getByLabelText('Deine Nachricht'));
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Nachrichten' }));
});

test('a page without https says why there is no camera', async () => {
  vi.stubGlobal('isSecureContext', false);
  await open();
  expect(await screen.findByText(/^Kamera und Mikrofon gehen nur, wenn die Adresse mit https/)).toBeTruthy();
  vi.unstubAllGlobals();
});

test('the call is put off by five minutes, or by more', async () => {
  const { user, sent, become } = await open();
  await press(user, '5 Minuten später');
  become({ delayedUntil: '2026-11-23T09:05:00Z' });
  expect(await screen.findByText('Der Kunde weiß, dass es erst gegen 10:05 Uhr losgeht.', { selector: 'p' })).toBeTruthy();
  await press(user, 'Mehr Verspätung');
  await user.click(await screen.findByRole('menuitem', { name: '15 Minuten später' }));
  await press(user, 'Mehr Verspätung');
  await user.click(await screen.findByRole('menuitem', { name: 'Zurück zum Plan' }));
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([5, 20, 0].map((minutes) => ({ appointmentId: 'apt_carla', minutes }))));
});

test('who does not come is recorded as a no-show once the appointment has begun', async () => {
  const early = await open();
  await screen.findByRole('button', { name: 'Einlassen' });
  expect(screen.queryByRole('button', { name: 'Verpasst' })).toBeNull();
  early.become({ start: '2026-11-23T08:50:00Z' });
  await press(early.user, 'Verpasst');
  await waitFor(() => expect(early.sent).toMatchObject([{ operationName: 'AppointmentOutcomeSet', variables: { input: { id: 'apt_carla', outcome: 'NO_SHOW' } } }]));
});

test('the call ends for both, which can be undone', async () => {
  const { user, sent, become } = await open({ of: { state: 'IN_CALL' } });
  expect(await screen.findByText('Carla ist gerade nicht da. Bleib hier: Das Gespräch geht von selbst weiter.', { selector: 'p' })).toBeTruthy();
  expect(screen.getByText('Noch 23 Min.')).toBeTruthy();
  await press(user, 'Gespräch beenden');
  become({ state: 'ENDED', endedAt: '2026-11-23T08:57:00Z' });
  expect(await screen.findByRole('heading', { name: 'Gespräch beendet' })).toBeTruthy();
  await press(user, 'Rückgängig');
  await waitFor(() => expect(sent.map(({ operationName }) => operationName)).toEqual(['RoomEnd', 'RoomAdmit']));
  become({ state: 'IN_CALL', endedAt: null });
  expect(await screen.findByRole('group', { name: 'Gespräch steuern' })).toBeTruthy();
});

/** A picture that the browser can draw, and a request that is not answered. */
function canDraw() {
  vi.stubGlobal('createImageBitmap', async () => ({ width: 1, height: 1, close: () => undefined }));
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((take) => take(new Blob(['photo'], { type: 'image/jpeg' })));
  Object.assign(HTMLImageElement.prototype, { decode: async () => undefined });
  vi.stubGlobal('XMLHttpRequest', class extends EventTarget {
    upload = new EventTarget();
    open = () => undefined;
    setRequestHeader = () => undefined;
    send = () => undefined;
    abort = () => this.dispatchEvent(new Event('loadend'));
  });
}

test('photos can be kept after the call too, and leaving asks while one is on its way', async () => {
  canDraw();
  const { user, become } = await open({ of: { state: 'IN_CALL' }, uploads: true });
  await press(user, 'Nachrichten');
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, new File(['photo'], 'haar.jpg', { type: 'image/jpeg' }));
  await screen.findByRole('img', { name: 'Dein Foto' });
  become({ state: 'ENDED', endedAt: '2026-11-23T08:57:00Z' });
  const photos = within(await screen.findByRole('region', { name: 'Fotos aus dem Gespräch' }));
  await user.click(photos.getByRole('button', { name: 'Behalten' }));
  expect(await photos.findByRole('progressbar')).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Zum Termin im Kalender' }));
  const question = within(await screen.findByRole('dialog', { name: 'Seite verlassen' }));
  expect(question.getByText(/^Ein Foto ist noch unterwegs\./)).toBeTruthy();
  await user.click(question.getByRole('button', { name: 'Abbrechen' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(photos.getByRole('button', { name: 'Abbrechen' }));
  await photos.findByRole('button', { name: 'Behalten' });
  const link = screen.getByRole('link', { name: 'Zum Termin im Kalender' });
  await user.click(link);
  await waitFor(() => expect(link.getAttribute('data-status')).toBe('active'));
});

test('who confirms the question leaves the call', async () => {
  const { user } = await open({ of: { state: 'IN_CALL' } });
  await screen.findByRole('group', { name: 'Gespräch steuern' });
  const link = screen.getByRole('link', { name: 'Zum Termin im Kalender' });
  await user.click(link);
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Gespräch verlassen' }));
  await waitFor(() => expect(link.getAttribute('data-status')).toBe('active'));
});

test('what has not arrived is said while messages are closed, too', async () => {
  const { user } = await open({ of: { state: 'IN_CALL' } });
  await press(user, 'Nachrichten');
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.now() });
  fireEvent.change(screen.getByLabelText('Deine Nachricht'), { target: { value: 'Hallo' } });
  fireEvent.submit(screen.getByLabelText('Deine Nachricht'));
  fireEvent.click(screen.getByRole('button', { name: 'Nachrichten schließen' }));
  await act(() => vi.advanceTimersByTimeAsync(19_000));
  expect(screen.getByRole('button', { name: 'Nachrichten' })).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(1_100));
  expect(screen.getByText('Nicht angekommen.')).toBeTruthy(); // for screen readers
  fireEvent.click(screen.getByRole('button', { name: 'Nachrichten, nicht angekommen' }));
  expect(screen.getByRole('button', { name: 'Noch einmal senden' })).toBeTruthy();
});

/** Hears something from the other side. */
const hear = (data: string | ArrayBuffer) => act(() => void Connection.channel.dispatchEvent(new MessageEvent('message', { data })));

test('a photo of the customer is said once it is there', async () => {
  vi.spyOn(HTMLMediaElement.prototype, 'srcObject', 'set').mockReturnValue(undefined);
  const { become } = await open({ of: { state: 'IN_CALL' } });
  await screen.findByRole('group', { name: 'Gespräch steuern' });
  become({ participants: [staff, { ...staff, id: 'par_carla', role: 'CUSTOMER' }] });
  act(() => void Connection.channel.dispatchEvent(new Event('open')));
  hear(JSON.stringify({ type: 'photo', id: 'a', format: 'image/png', size: 2 }));
  hear(new ArrayBuffer(1));
  expect(screen.queryByText('Foto von Carla')).toBeNull();
  hear(new ArrayBuffer(1));
  expect(screen.getByText('Foto von Carla')).toBeTruthy();
});

test('who steps out comes back without a question', async () => {
  const { user, entered } = await open({ of: { state: 'IN_CALL' } });
  await press(user, 'Kurz verlassen');
  expect(await screen.findByRole('heading', { name: 'Das Gespräch läuft ohne dich' })).toBeTruthy();
  await press(user, 'Zurück ins Gespräch');
  expect(await screen.findByRole('group', { name: 'Gespräch steuern' })).toBeTruthy();
  expect(entered).toEqual([false, false]);
});

test('a device takes the place of another after a question only, and is told when it loses it', async () => {
  const { user, entered, become } = await open({ of: { state: 'IN_CALL' }, isElsewhere: true });
  expect(await screen.findByRole('heading', { name: 'In diesem Raum ist schon jemand vom Salon' })).toBeTruthy();
  await press(user, 'Hier weitermachen');
  expect(await screen.findByRole('group', { name: 'Gespräch steuern' })).toBeTruthy();
  become({ participants: [{ ...staff, id: 'par_bea' }] });
  expect(await screen.findByRole('heading', { name: 'Das Gespräch läuft auf einem anderen Gerät' })).toBeTruthy();
  await press(user, 'Hierher zurückholen');
  expect(await screen.findByRole('group', { name: 'Gespräch steuern' })).toBeTruthy();
  expect(entered).toEqual([false, true, true]);
});

test('a move and a cancellation during the call are said', async () => {
  const { become } = await open({ of: { state: 'IN_CALL' } });
  await screen.findByRole('group', { name: 'Gespräch steuern' });
  become({ state: 'CLOSED', start: '2026-11-24T09:00:00Z', end: '2026-11-24T09:20:00Z', opensAt: '2026-11-24T08:45:00Z' });
  expect(await screen.findByText('Dieser Termin wurde verschoben: Di., 24.11.2026, 10:00 Uhr.', { selector: 'p' })).toBeTruthy();
  expect(await screen.findByText('Der Warteraum öffnet um 09:45 Uhr.')).toBeTruthy();
  become({ state: 'CANCELLED' });
  expect(await screen.findByRole('heading', { name: 'Dieser Termin wurde abgesagt' })).toBeTruthy();
});

test('the note of the appointment saves itself beside the call', async () => {
  const { user, sent } = await open();
  const beside = within(screen.getByRole('region', { name: 'Kunde und Notizen' }));
  expect(beside.getByRole('link', { name: '0170 1' })).toBeTruthy();
  await user.clear(beside.getByLabelText('Notiz zum Termin'));
  await user.type(beside.getByLabelText('Notiz zum Termin'), 'Kupfer');
  await user.tab();
  await waitFor(() => expect(sent).toMatchObject([{ operationName: 'AppointmentUpdate', variables: { input: { id: 'apt_carla', note: 'Kupfer', notifyCustomer: false } } }]));
});

test('without camera and microphone the page says what still works, in English too', async () => {
  await open({ of: { state: 'IN_CALL' }, language: 'en' });
  expect(await screen.findByText('We find no camera. The call also works with sound only.')).toBeTruthy();
  expect(screen.getByText('We find no microphone. You can listen and write, or call by phone.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'End call' })).toBeTruthy();
});

test('a call with another provider has no page here', async () => {
  answerMutations({}, { StaffRoom: { consultationRoom: { __typename: 'ConsultationRoom', ...room, own: false, service: { __typename: 'Service', ...room.service }, branch }, appointment } });
  await showInBranch(<RoomOf appointmentId="apt_carla" transportTo={() => expect.unreachable()} />);
  expect(await screen.findByText('Dieses Gespräch läuft bei einem anderen Anbieter')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Zum Termin im Kalender' }).getAttribute('href')).toContain('termin=apt_carla');
});

test('an unknown room is said to be none', async () => {
  answerMutations({}, { StaffRoom: { consultationRoom: null, appointment: null } });
  await showInBranch(<RoomOf appointmentId="apt_none" transportTo={() => expect.unreachable()} />);
  expect(await screen.findByText('Diesen Raum gibt es nicht.')).toBeTruthy();
});
