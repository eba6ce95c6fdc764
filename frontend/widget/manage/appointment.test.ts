import { expect, it } from 'vitest';
import { mayJoin, stageOf } from './appointment';

const confirmed = {
  status: 'CONFIRMED',
  start: '2026-11-26T09:00:00Z',
  end: '2026-11-26T09:30:00Z',
  changeableUntil: '2026-11-25T09:00:00Z',
} as const;

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
