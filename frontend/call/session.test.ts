import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Media } from './media';
import { Observable } from './observable';
import { Session } from './session';
import type { Entry, Follower, Participant, RoomFacts, RoomState, RoomTransport, Side } from './transport';

/** A browser's connection that never connects. */
class Connection extends EventTarget {
  static made: Connection[] = [];
  connectionState = 'new';
  signalingState = 'stable';
  remoteDescription = null;
  localDescription: { toJSON(): object } | null = null;
  isClosed = false;

  constructor() {
    super();
    Connection.made.push(this);
  }

  restartIce = () => undefined;
  createDataChannel = () => new EventTarget();
  addTransceiver = () => ({ sender: { track: null, replaceTrack: () => Promise.resolve() } });
  close = () => {
    this.isClosed = true;
  };
  setLocalDescription = () => {
    this.localDescription = { toJSON: () => ({ type: 'offer', sdp: `${Connection.made.indexOf(this)}` }) };
    return Promise.resolve();
  };
}

const media = { facts: new Observable({ camera: 'OFF', microphone: 'OFF', screen: null }), track: () => null } as unknown as Media;
const customer: Participant = { id: 'par_customer', role: 'CUSTOMER' };
const staff: Participant = { id: 'par_staff', role: 'STAFF' };

/** A room in memory, as one side reaches it. */
function roomFor(side: Side, formerId: string | null = null) {
  const own = side === 'STAFF' ? staff : customer;
  let room: RoomFacts = { state: 'WAITING', own: true, participants: [own] };
  let follower: Follower<RoomFacts> | undefined;
  let answer: Entry<RoomFacts> | undefined;
  let position = 0;
  const follows = { hurried: 0 };
  const [entered, left, sent, remembered] = [[] as object[], [] as string[], [] as object[], [] as (string | null)[]];
  const transport: RoomTransport<RoomFacts> = {
    enter(input) {
      entered.push(input);
      return Promise.resolve(answer ?? { room, participant: own, relays: [] });
    },
    leave: (id) => void left.push(id),
    signal(input) {
      sent.push(input);
      return Promise.resolve('SENT');
    },
    follow(next) {
      follower = next;
      return { stop: () => undefined, hurry: () => void (follows.hurried += 1) };
    },
  };
  const tab = {
    participantId: formerId,
    recall: () => Promise.resolve(tab.participantId),
    remember(id: string | null) {
      tab.participantId = id;
      remembered.push(id);
    },
    close: () => void remembered.push('closed'),
  };
  const session = new Session({ transport, side, media, tab });
  void session.start();
  const hear = (state: RoomState, ...participants: Participant[]) => {
    room = { ...room, state, participants };
    position += 1;
    follower?.hear({ id: String(position), room, signals: [] });
  };
  const receive = (from: string, ...messages: object[]) => {
    position += 1;
    const senderId = side === 'STAFF' ? customer.id : staff.id;
    follower?.hear({ id: String(position), room, signals: [{ senderId, payload: JSON.stringify({ from, messages }) }] });
  };
  return {
    session, hear, receive, entered, left, sent, remembered,
    place: () => session.facts.get().place,
    followed: () => [follower?.participantId, follower?.after()],
    renew: () => {
      answer = { room, participant: own, relays: [{ urls: 'turn:salon.example' }] };
    },
    follows: () => follows,
    refuse: (code: string) => {
      answer = { refused: { code, message: code } };
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  Connection.made = [];
  vi.stubGlobal('RTCPeerConnection', Connection);
  vi.stubGlobal('MediaStream', EventTarget);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('navigator', {});
});

afterEach(() => {
  vi.useRealTimers();
});

it('comes in, is remembered, and continues after what it has heard', async () => {
  const { session, hear, entered, remembered, place, followed } = roomFor('CUSTOMER', 'par_former');
  await session.enter();
  expect([place(), entered, remembered, followed()]).toEqual(['INSIDE', [{ takeOver: false, formerParticipantId: 'par_former' }], ['par_customer'], ['par_customer', null]]);
  hear('WAITING', customer);
  expect(followed()).toEqual(['par_customer', '1']);
});

it('remembers for the next page of the tab who it was, if it is closed while it comes in', async () => {
  const { session, entered, remembered, place } = roomFor('STAFF');
  const entering = session.enter();
  while (entered.length === 0) {
    await Promise.resolve(); // until the server is asked, but not until it has answered
  }
  session.close();
  await entering;
  expect([remembered, place()]).toEqual([['closed', 'par_staff', 'closed'], 'OUTSIDE']);
});

it('does not come in any more once it is closed, and gives its place in the tab up', async () => {
  const { session, entered, remembered } = roomFor('STAFF', 'par_former');
  const entering = session.enter();
  session.close();
  expect([await entering, entered, remembered]).toEqual([undefined, [], ['closed']]);
  void session.start(); // as React does twice while one develops
  await session.enter();
  expect(entered).toEqual([{ takeOver: false, formerParticipantId: 'par_former' }]);
});

it('prepares the connection, but sends nothing before the customer is let in', async () => {
  const { session, hear, sent } = roomFor('STAFF');
  await session.enter();
  hear('WAITING', staff, customer);
  await vi.runOnlyPendingTimersAsync();
  expect([Connection.made.length, sent]).toEqual([1, []]);
  hear('IN_CALL', staff, customer);
  await vi.advanceTimersByTimeAsync(100);
  expect(sent).toMatchObject([{ senderId: 'par_staff', recipientId: 'par_customer', payload: expect.stringContaining('"messages":[{"description":{"type":"offer","sdp":"0"},"offer":1}]') }]);
  session.close();
});

it('leaves the first offer to staff', async () => {
  const { session, hear, sent } = roomFor('CUSTOMER');
  await session.enter();
  hear('IN_CALL', staff, customer);
  await vi.advanceTimersByTimeAsync(100);
  expect([session.facts.get().remote, sent]).toEqual(['CONNECTING', []]);
  session.close();
});

it('connects anew to another device of the other side', async () => {
  const { session, hear, sent } = roomFor('STAFF');
  await session.enter();
  hear('IN_CALL', staff, customer);
  hear('IN_CALL', staff, { ...customer, id: 'par_phone' });
  await vi.advanceTimersByTimeAsync(100);
  expect(Connection.made.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  expect(sent).toMatchObject([{ recipientId: 'par_phone', payload: expect.stringContaining('"messages":[{"description":{"type":"offer","sdp":"1"},"offer":1}]') }]);
  session.close();
});

it('makes another connection when the other device has, and only then', async () => {
  const { session, hear, receive } = roomFor('CUSTOMER');
  await session.enter();
  hear('IN_CALL', staff, customer);
  const offer = { description: { type: 'offer', sdp: '' } };
  for (const [from, message, made] of [['a', offer, 1], ['a', offer, 1], ['b', offer, 2], ['b', offer, 2], ['a', { candidate: null }, 3], ['b', offer, 3], ['b', offer, 3]] as const) {
    receive(from, message);
    expect(Connection.made).toHaveLength(made);
  }
  session.close();
});

it('asks before it takes the place of another device', async () => {
  const { session, refuse, place, entered } = roomFor('CUSTOMER');
  refuse('ROOM_ENTERED_ELSEWHERE');
  expect(await session.enter()).toMatchObject({ code: 'ROOM_ENTERED_ELSEWHERE' });
  expect(place()).toBe('ELSEWHERE');
  await session.enter(true);
  expect(entered.at(-1)).toEqual({ takeOver: true, formerParticipantId: null });
  session.stayOut();
  expect(place()).toBe('OUTSIDE');
});

it('stays outside of a room that is closed', async () => {
  const { session, refuse, place } = roomFor('CUSTOMER');
  refuse('ROOM_CLOSED');
  expect(await session.enter()).toEqual({ code: 'ROOM_CLOSED', message: 'ROOM_CLOSED' });
  expect(place()).toBe('OUTSIDE');
});

it('gives way to the device that has taken its place', async () => {
  const { session, hear, place, remembered, followed } = roomFor('CUSTOMER');
  await session.enter();
  hear('IN_CALL', staff, { ...customer, id: 'par_phone' });
  expect([place(), remembered.at(-1), followed()]).toEqual(['REPLACED', null, [null, null]]);
  expect(Connection.made).toEqual([]);
});

it('comes in again when the server has not heard of it for long', async () => {
  const { session, hear, place, entered } = roomFor('CUSTOMER');
  await session.enter();
  hear('OPEN');
  await vi.runOnlyPendingTimersAsync();
  expect([place(), entered.at(-1)]).toEqual(['INSIDE', { takeOver: false, formerParticipantId: 'par_customer' }]);
});

it('goes out if it cannot come in again', async () => {
  const { session, hear, refuse, place, remembered } = roomFor('CUSTOMER');
  await session.enter();
  hear('IN_CALL', staff, customer);
  refuse('ROOM_ENTERED_ELSEWHERE');
  hear('IN_CALL', staff);
  await vi.advanceTimersByTimeAsync(3_000);
  expect([place(), remembered.at(-1), Connection.made[0]?.isClosed]).toEqual(['ELSEWHERE', null, true]);
});

it.each<[Side, RoomState, string]>([
  ['CUSTOMER', 'CLOSED', 'OUTSIDE'],
  ['STAFF', 'CLOSED', 'INSIDE'],
  ['CUSTOMER', 'ENDED', 'OUTSIDE'],
  ['STAFF', 'ENDED', 'OUTSIDE'],
  ['CUSTOMER', 'CANCELLED', 'OUTSIDE'],
])('%s, when the room is %s: %s, and no call', async (side, state, expected) => {
  const { session, hear, place } = roomFor(side);
  await session.enter();
  hear('IN_CALL', staff, customer);
  hear(state);
  expect([place(), session.facts.get().remote, Connection.made[0]?.isClosed]).toEqual([expected, 'ABSENT', true]);
  session.close();
});

it('gives up the connection to who has left, and connects when they are back', async () => {
  const { session, hear } = roomFor('STAFF');
  await session.enter();
  hear('IN_CALL', staff, customer);
  hear('IN_CALL', staff);
  expect([session.facts.get().remote, Connection.made.map(({ isClosed }) => isClosed)]).toEqual(['ABSENT', [true]]);
  hear('IN_CALL', staff, customer);
  expect([session.facts.get().remote, Connection.made.map(({ isClosed }) => isClosed)]).toEqual(['CONNECTING', [true, false]]);
  session.close();
});

it('stays connected to who is there, although the server has not heard of them for long', async () => {
  const { session, hear } = roomFor('STAFF');
  await session.enter();
  hear('IN_CALL', staff, customer);
  const [connection] = Connection.made;
  connection!.connectionState = 'connected';
  connection!.dispatchEvent(new Event('connectionstatechange'));
  hear('IN_CALL', staff);
  expect([session.facts.get().remote, connection!.isClosed]).toEqual(['CONNECTED', false]);
  connection!.connectionState = 'disconnected';
  connection!.dispatchEvent(new Event('connectionstatechange'));
  expect([session.facts.get().remote, connection!.isClosed]).toEqual(['ABSENT', true]);
  session.close();
});

it('ends the call, but not the stay, when the admission is taken back', async () => {
  const { session, hear, place } = roomFor('CUSTOMER');
  await session.enter();
  hear('IN_CALL', staff, customer);
  hear('WAITING', staff, customer);
  expect([place(), session.facts.get().remote]).toEqual(['INSIDE', 'ABSENT']);
  session.close();
});

it('forgets who it was when it leaves', async () => {
  const { session, left, place, remembered } = roomFor('CUSTOMER');
  await session.enter();
  expect([left, place(), remembered]).toEqual([[], 'INSIDE', ['par_customer']]);
  session.leave();
  expect([left, place(), remembered]).toEqual([['par_customer'], 'OUTSIDE', ['par_customer', null]]);
});

it('comes in again for new credentials before a call needs relays whose own are old', async () => {
  const { session, hear, renew, entered } = roomFor('CUSTOMER');
  renew();
  await session.enter();
  hear('WAITING', customer);
  vi.setSystemTime(Date.now() + 91 * 60_000);
  renew();
  hear('IN_CALL', staff, customer);
  expect(Connection.made).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(entered).toHaveLength(2);
  hear('IN_CALL', staff, customer);
  expect([entered.at(-1), Connection.made.length]).toEqual([{ takeOver: false, formerParticipantId: 'par_customer' }, 1]);
  session.close();
});

it('renews credentials in a call only once it is interrupted', async () => {
  const { session, hear, renew, entered } = roomFor('STAFF');
  renew();
  await session.enter();
  hear('IN_CALL', staff, customer);
  const [connection] = Connection.made;
  const become = (state: string) => {
    connection!.connectionState = state;
    connection!.dispatchEvent(new Event('connectionstatechange'));
  };
  become('connected');
  vi.setSystemTime(Date.now() + 91 * 60_000);
  hear('IN_CALL', staff, customer);
  expect(entered).toHaveLength(1);
  become('disconnected');
  await vi.advanceTimersByTimeAsync(0);
  expect(entered).toHaveLength(2);
  session.close();
});

it('connects anew when the network is another, not when its speed is', () => {
  const network = Object.assign(new EventTarget(), { type: 'wifi' });
  vi.stubGlobal('navigator', { connection: network });
  const { session, follows } = roomFor('CUSTOMER');
  network.dispatchEvent(new Event('change'));
  expect(follows().hurried).toBe(0);
  network.type = 'cellular';
  network.dispatchEvent(new Event('change'));
  network.dispatchEvent(new Event('change'));
  expect(follows().hurried).toBe(1);
  session.close();
});

it('does nothing more once it is closed, also if the server answers later', async () => {
  const { session, hear, place, entered, followed } = roomFor('CUSTOMER');
  await session.enter();
  const entering = session.enter();
  await vi.advanceTimersByTimeAsync(0); // it has asked
  session.close();
  await entering;
  hear('OPEN');
  await vi.advanceTimersByTimeAsync(10_000);
  expect([entered.length, place(), followed()[0]]).toEqual([2, 'INSIDE', 'par_customer']);
});
