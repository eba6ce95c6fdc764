import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storeInTab } from '../environment/storage';
import { again, endBrowser, roomFor, startBrowser, storedAs } from './testing/session_room';

beforeEach(startBrowser);
afterEach(endBrowser);

it('is the same device for the next page of the tab, if it is closed while it comes in', async () => {
  const { session, entered, kept, place } = roomFor('STAFF');
  const entering = session.enter();
  while (entered.length === 0) {
    await Promise.resolve(); // until the server is asked, but not until it has answered
  }
  session.close();
  await entering;
  expect([kept(), place()]).toEqual([entered[0]?.deviceKey, 'OUTSIDE']);
});

it('does not take itself for another device, if it is heard of before the answer', async () => {
  const { session, hear, entered, answerLater, kept, place } = roomFor('CUSTOMER');
  await session.enter();
  const answer = answerLater(again);
  const entering = session.enter();
  await vi.advanceTimersByTimeAsync(0);
  hear('WAITING', again);
  answer();
  await entering;
  hear('WAITING', again);
  expect([place(), kept(), entered.length]).toEqual(['INSIDE', entered[0]?.deviceKey, 2]);
});

it('does not take itself for another device, if the answer was lost', async () => {
  const { session, hear, entered, lose, answerLater, kept, place } = roomFor('CUSTOMER');
  await session.enter();
  lose();
  await expect(session.enter()).rejects.toThrow('lost');
  hear('WAITING', again);
  expect([place(), kept()]).toEqual(['INSIDE', entered[0]?.deviceKey]);
  const answer = answerLater(again);
  await vi.advanceTimersByTimeAsync(2_000);
  answer();
  await vi.advanceTimersByTimeAsync(0);
  hear('WAITING', again);
  expect([place(), kept(), entered.length]).toEqual(['INSIDE', entered[0]?.deviceKey, 3]);
});

it('is the same device after the end was taken back, although it was refused meanwhile', async () => {
  const { session, hear, refuse, kept } = roomFor('CUSTOMER');
  await session.enter();
  const before = kept();
  hear('ENDED');
  refuse('ROOM_CLOSED');
  await session.enter();
  expect([before === null, kept()]).toEqual([false, before]);
});

it('is the same device if it comes in again because the answer was lost', async () => {
  const { session, entered, lose, kept } = roomFor('CUSTOMER');
  lose();
  await expect(session.enter()).rejects.toThrow('lost');
  await session.enter();
  expect([entered.length, entered[1], kept()]).toEqual([2, entered[0], entered[0]?.deviceKey]);
});

it('does not come in any more once it is closed', async () => {
  storeInTab(storedAs, 'key');
  const { session, entered } = roomFor('STAFF');
  const entering = session.enter();
  session.close();
  expect([await entering, entered]).toEqual([undefined, []]);
  void session.start(); // as React does twice while one develops
  await session.enter();
  expect(entered).toEqual([{ takeOver: false, deviceKey: 'key' }]);
});
