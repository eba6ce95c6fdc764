import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { now, readClock } from './clock';

const at = Date.parse('2026-11-28T12:00:00Z');
const responseOf = (date?: string) => ({ headers: new Headers(date === undefined ? {} : { date }) });

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(at);
  readClock(responseOf('Sat, 28 Nov 2026 12:00:00 GMT'));
});
afterEach(() => void vi.useRealTimers());

it('is the time of the device if that is about right', () => {
  readClock(responseOf('Sat, 28 Nov 2026 12:00:59 GMT'));
  expect(now()).toBe(at);
});

it('is the time of the server if the device is wrong, and goes on', () => {
  readClock(responseOf('Sun, 29 Nov 2026 12:00:00 GMT'));
  expect(now()).toBe(Date.parse('2026-11-29T12:00:00Z'));
  vi.setSystemTime(at + 5000);
  expect(now()).toBe(Date.parse('2026-11-29T12:00:05Z'));
});

it('is the time of the device once that is set right', () => {
  readClock(responseOf('Sun, 29 Nov 2026 12:00:00 GMT'));
  vi.setSystemTime(Date.parse('2026-11-29T12:00:10Z'));
  readClock(responseOf('Sun, 29 Nov 2026 12:00:10 GMT'));
  expect(now()).toBe(Date.parse('2026-11-29T12:00:10Z'));
});

it.each([undefined, '', 'yesterday'])('after a response with the date %s it is the time of the device', (date) => {
  readClock(responseOf('Sun, 29 Nov 2026 12:00:00 GMT'));
  readClock(responseOf(date));
  expect(now()).toBe(at);
});
