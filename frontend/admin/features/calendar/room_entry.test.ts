import { expect, test } from 'vitest';
import { secondsOf } from './board_scale';
import { actionsAt, isWaiting, longerDelay, type RoomEntry } from './room_entry';

const at = (time: string) => `2026-11-24T${time}:00Z`;
const planned: RoomEntry = {
  start: at('10:00'), end: at('10:30'), roomOpensAt: at('09:45'), roomAdmittedAt: null, roomDelayedUntil: null, roomEndedAt: null,
  roomIsOwn: false, customerWaitsSince: null, customerLateUntil: null, branch: { admitByHand: false },
};
const own = { ...planned, roomIsOwn: true };
const byHand = { ...planned, branch: { admitByHand: true } };
const waiting = { ...planned, roomOpensAt: at('10:10') };
const givenAway = { ...planned, roomOpensAt: null };
const admitted = { ...planned, roomOpensAt: at('09:30'), roomAdmittedAt: at('09:30') };
const delayed = { ...planned, roomOpensAt: at('10:05'), roomDelayedUntil: at('10:05') };

test.each([
  ['more than an hour before', planned, '08:59', ''],
  ['before the room opens', planned, '09:30', 'admit delay'],
  ['once it is open', planned, '09:45', 'delay'],
  ['while another call goes on', waiting, '10:05', 'admit delay'],
  ['while another customer has the room', givenAway, '10:05', 'admit delay'],
  ['let in', admitted, '09:50', 'delay undo'],
  ['let in, by a clock that is ahead', admitted, '09:29', 'delay undo'],
  ['delayed', delayed, '10:01', 'admit delay undo'],
  ['in a long delay', { ...delayed, roomOpensAt: at('12:00'), roomDelayedUntil: at('12:00') }, '11:45', 'admit delay undo'],
  ['let in after it', { ...planned, roomOpensAt: at('12:00'), roomAdmittedAt: at('12:00') }, '12:10', 'undo'],
  ['after the end', planned, '10:40', ''],
  ['after the end, with the room given away', givenAway, '10:40', 'admit'],
  ['an hour after the end', givenAway, '11:30', ''],
  ['in the own room once it is open', own, '09:45', 'admit delay'],
  ['let in to the own room', { ...own, roomOpensAt: at('09:46'), roomAdmittedAt: at('09:46') }, '09:50', 'delay undo'],
  ['ended in the own room', { ...own, roomOpensAt: null, roomAdmittedAt: at('09:46'), roomEndedAt: at('09:55') }, '09:57', 'admit delay undo'],
  ['by hand with another provider', byHand, '09:45', 'admit delay'],
  ['let in by hand', { ...byHand, roomOpensAt: at('09:46'), roomAdmittedAt: at('09:46') }, '09:50', 'delay undo'],
] as const)('%s', (_, entry, time, want) => {
  const { canAdmit, canDelay, canUndo } = actionsAt(secondsOf(at(time)), entry);
  expect([canAdmit && 'admit', canDelay && 'delay', canUndo && 'undo'].filter(Boolean).join(' ')).toBe(want);
});

test.each([
  ['before the start', planned, '09:50', 5],
  ['a second time', delayed, '09:50', 10],
  ['after the start', planned, '10:03', 5],
  ['a second time after the start', delayed, '10:03', 7],
  ['after the delay', delayed, '10:06', 5],
  ['at the limit', { ...planned, roomDelayedUntil: at('12:00') }, '09:50', 120],
] as const)('five minutes later: %s', (_, entry, time, want) => {
  expect(longerDelay(secondsOf(at(time)), entry)).toBe(want);
});

test('a delay is longer by the wished minutes', () => {
  expect(longerDelay(secondsOf(at('09:50')), delayed, 15)).toBe(20);
});

test('a customer waits until they are let in', () => {
  expect(isWaiting(planned)).toBe(false);
  expect(isWaiting({ ...planned, customerWaitsSince: at('09:50') })).toBe(true);
  expect(isWaiting({ ...planned, customerWaitsSince: at('09:50'), roomAdmittedAt: at('09:52') })).toBe(false);
});
