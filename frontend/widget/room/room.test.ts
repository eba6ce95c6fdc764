import { expect, it } from 'vitest';
import type { Place, RoomState } from '../../call';
import { browserOf } from './browser_help';
import { eventsIn } from './event_stream';
import { countdown, mayBeLate, minutesSince, minutesUntil, viewOf } from './room';

it.each<[RoomState, boolean, Place, string]>([
  ['CLOSED', true, 'OUTSIDE', 'CLOSED'],
  ['OPEN', true, 'OUTSIDE', 'OPEN'],
  ['OPEN', true, 'ENTERING', 'OPEN'],
  ['WAITING', true, 'INSIDE', 'WAITING'],
  ['WAITING', true, 'OUTSIDE', 'OPEN'],
  ['WAITING', true, 'ELSEWHERE', 'ELSEWHERE'],
  ['IN_CALL', true, 'OUTSIDE', 'OPEN'],
  ['IN_CALL', true, 'INSIDE', 'CALL'],
  ['IN_CALL', true, 'REPLACED', 'REPLACED'],
  ['ENDED', true, 'INSIDE', 'AFTER'],
  ['CANCELLED', true, 'INSIDE', 'CANCELLED'],
  ['CLOSED', false, 'OUTSIDE', 'CLOSED'],
  ['WAITING', false, 'INSIDE', 'OTHER'],
  ['IN_CALL', false, 'ELSEWHERE', 'OTHER'],
  ['ENDED', false, 'OUTSIDE', 'AFTER'],
])('%s, own %s, %s: %s', (state, own, place, view) => {
  expect(viewOf({ state, own }, place)).toBe(view);
});

const at = '2026-11-24T10:00:00Z';
const time = (seconds: number) => Date.parse(at) + seconds * 1000;

it.each([
  [-90_000, null],
  [-86_399, '23:59:59'],
  [-3_849, '1:04:09'],
  [-849, '14:09'],
  [-9.2, '0:10'],
  [0, '0:00'],
  [30, '0:00'],
])('%d seconds from it, the clock shows %s', (seconds, shown) => {
  expect(countdown(at, time(seconds))).toBe(shown);
});

it('counts whole minutes since, and begun ones until', () => {
  expect([-61, 0, 59, 60, 150].map((seconds) => minutesSince(at, time(seconds)))).toEqual([0, 0, 0, 1, 2]);
  expect([-61, -60, -1, 0, 1].map((seconds) => minutesUntil(at, time(seconds)))).toEqual([2, 1, 1, 0, 0]);
});

it('lets customers be late on the day, once', () => {
  expect(mayBeLate({ start: at, customerLateUntil: null }, time(-3_601))).toBe(false);
  expect(mayBeLate({ start: at, customerLateUntil: null }, time(-3_600))).toBe(true);
  expect(mayBeLate({ start: at, customerLateUntil: at }, time(-60))).toBe(false);
});

it('reads events, and keeps the beginning of the next', () => {
  expect(eventsIn(':\n\nevent: next\ndata: {"a":1}\n\nevent: complete\ndata:\n\nevent: ne')).toEqual({
    events: [{ name: 'next', data: '{"a":1}' }, { name: 'complete', data: '' }],
    rest: 'event: ne',
  });
  expect(eventsIn('event: next\r\ndata: a\r\ndata: b\r\n\r\n').events).toEqual([{ name: 'next', data: 'a\nb' }]);
  expect(eventsIn('')).toEqual({ events: [], rest: '' });
});

it.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/130.0 Mobile/15E148 Safari/604.1', 'ios'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'safari'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'firefox'],
  ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36', 'chrome'],
  ['Something', 'unknown'],
])('%s is %s', (userAgent, name) => {
  expect(browserOf(userAgent)).toBe(name);
});
