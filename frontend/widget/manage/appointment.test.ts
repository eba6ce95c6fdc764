import { expect, it } from 'vitest';
import { delayOf, mayJoin, stageOf } from './appointment';

const confirmed = {
  status: 'CONFIRMED',
  start: '2026-11-26T09:00:00Z',
  end: '2026-11-26T09:30:00Z',
  changeableUntil: '2026-11-25T09:00:00Z',
  roomDelayedUntil: null,
} as const;

const delayed = { ...confirmed, roomDelayedUntil: '2026-11-26T09:40:00Z' };

it.each([
  ['2026-11-25T09:00:00Z', 'CONFIRMED', 'changeable'],
  ['2026-11-25T09:00:01Z', 'CONFIRMED', 'fixed'],
  ['2026-11-26T08:59:59Z', 'CONFIRMED', 'fixed'],
  ['2026-11-26T09:00:00Z', 'CONFIRMED', 'running'],
  ['2026-11-26T09:30:00Z', 'CONFIRMED', 'over'],
  ['2026-11-26T09:10:00Z', 'COMPLETED', 'over'],
  ['2026-11-26T09:10:00Z', 'NO_SHOW', 'over'],
  ['2026-11-24T09:00:00Z', 'CANCELLED', 'cancelled'],
  ['2026-11-27T09:00:00Z', 'CANCELLED', 'cancelled'],
] as const)('at %s a %s appointment is %s', (now, status, stage) => {
  expect(stageOf({ ...confirmed, status }, Date.parse(now))).toBe(stage);
});

it.each([
  ['2026-11-25T09:00:00Z', 'CONFIRMED', true],
  ['2026-11-26T09:40:00Z', 'CONFIRMED', true],
  ['2026-11-26T10:30:00Z', 'CONFIRMED', false],
  ['2026-11-26T09:10:00Z', 'COMPLETED', false],
  ['2026-11-26T09:10:00Z', 'CANCELLED', false],
] as const)('at %s the call of a %s appointment may be entered: %s', (now, status, may) => {
  expect(mayJoin({ ...confirmed, status }, Date.parse(now))).toBe(may);
});

it.each([
  ['2026-11-26T08:30:00Z', 'fixed', true, 40],
  ['2026-11-26T09:39:59Z', 'fixed', true, 40],
  ['2026-11-26T09:40:00Z', 'running', true, undefined],
  ['2026-11-26T10:09:59Z', 'running', true, undefined],
  ['2026-11-26T10:10:00Z', 'over', true, undefined],
  ['2026-11-26T11:10:00Z', 'over', false, undefined],
] as const)('at %s a delayed appointment is %s, may be entered: %s, and begins later by %s minutes', (at, stage, may, minutes) => {
  const now = Date.parse(at);
  expect([stageOf(delayed, now), mayJoin(delayed, now), delayOf(delayed, now)?.minutes]).toEqual([stage, may, minutes]);
});

it('is not delayed once it is cancelled', () => {
  expect(delayOf({ ...delayed, status: 'CANCELLED' }, Date.parse('2026-11-26T09:00:00Z'))).toBeUndefined();
});
