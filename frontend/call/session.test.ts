import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storeInTab } from '../environment/storage';
import { Connection, customer, endBrowser, roomFor, staff, startBrowser, storedAs } from './testing/session_room';
import type { RoomState, Side } from './transport';

beforeEach(startBrowser);
afterEach(endBrowser);

it('comes in as the device that the tab was before, and continues after what it has heard', async () => {
  storeInTab(storedAs, 'key');
  const { session, hear, entered, place, followed } = roomFor('CUSTOMER');
  await session.enter();
  expect([place(), entered, followed()]).toEqual(['INSIDE', [{ takeOver: false, deviceKey: 'key' }], ['par_customer', null]]);
  hear('WAITING', customer);
  expect(followed()).toEqual(['par_customer', '1']);
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
  expect(entered.at(-1)).toEqual({ takeOver: true, deviceKey: expect.any(String) });
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
  const { session, hear, place, kept, followed } = roomFor('CUSTOMER');
  await session.enter();
  hear('IN_CALL', staff, { ...customer, id: 'par_phone' });
  expect([place(), kept(), followed()]).toEqual(['REPLACED', null, [null, null]]);
  expect(Connection.made).toEqual([]);
});

it('comes in again when the server has not heard of it for long', async () => {
  const { session, hear, place, entered } = roomFor('CUSTOMER');
  await session.enter();
  hear('OPEN');
  await vi.runOnlyPendingTimersAsync();
  expect([place(), entered.at(-1)]).toEqual(['INSIDE', entered[0]]);
});

it('goes out if it cannot come in again', async () => {
  const { session, hear, refuse, place, kept } = roomFor('CUSTOMER');
  await session.enter();
  hear('IN_CALL', staff, customer);
  refuse('ROOM_ENTERED_ELSEWHERE');
  hear('IN_CALL', staff);
  await vi.advanceTimersByTimeAsync(3_000);
  expect([place(), kept(), Connection.made[0]?.isClosed]).toEqual(['ELSEWHERE', null, true]);
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
  const { session, left, place, kept } = roomFor('CUSTOMER');
  await session.enter();
  expect([left, place(), kept() === null]).toEqual([[], 'INSIDE', false]);
  session.leave();
  expect([left, place(), kept()]).toEqual([['par_customer'], 'OUTSIDE', null]);
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
  expect([entered.at(-1), Connection.made.length]).toEqual([entered[0], 1]);
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
