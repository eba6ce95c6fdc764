import { expect, test } from 'vitest';
import { minutesSince, minutesUntil, viewOf } from './view';

test.each([
  ['CLOSED', 'INSIDE', 'BEFORE'],
  ['OPEN', 'OUTSIDE', 'BEFORE'],
  ['WAITING', 'INSIDE', 'BEFORE'],
  ['WAITING', 'ELSEWHERE', 'ELSEWHERE'],
  ['IN_CALL', 'INSIDE', 'CALL'],
  ['IN_CALL', 'OUTSIDE', 'OUTSIDE'],
  ['IN_CALL', 'REPLACED', 'REPLACED'],
  ['ENDED', 'REPLACED', 'ENDED'],
  ['CANCELLED', 'OUTSIDE', 'CANCELLED'],
] as const)('%s, %s: %s', (state, place, view) => {
  expect(viewOf(state, place)).toBe(view);
});

test('minutes are counted whole since, and begun until', () => {
  const now = Date.parse('2026-11-23T09:02:30Z') / 1000;
  expect([minutesSince('2026-11-23T09:00:00Z', now), minutesSince('2026-11-23T09:03:00Z', now)]).toEqual([2, 0]);
  expect([minutesUntil('2026-11-23T09:05:00Z', now), minutesUntil('2026-11-23T09:02:00Z', now)]).toEqual([3, 0]);
});
