import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Freshness } from './freshness';
import { setUp } from './touches';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const booking = { kind: 'APPOINTMENT', staffIds: [] };

/** Freshness with a query of bookings and one of the set-up, and how often each was read. */
function watched() {
  const freshness = new Freshness();
  const reads = { bookings: 0, setUp: 0 };
  freshness.add(() => void (reads.bookings += 1));
  freshness.add(() => void (reads.setUp += 1), setUp);
  return { freshness, reads };
}

test('a burst of changes is one refetch', () => {
  const { freshness, reads } = watched();
  freshness.refresh(booking);
  freshness.refresh(booking);
  vi.advanceTimersByTime(50);
  expect(reads.bookings).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(reads.bookings).toBe(1);
});

test('a storm of changes postpones the refetch by half a second at most', () => {
  const { freshness, reads } = watched();
  for (let at = 0; at < 2_000; at += 20) {
    freshness.refresh(booking);
    vi.advanceTimersByTime(20);
  }
  expect(reads.bookings).toBe(4);
});

test.each([
  ['only bookings', [booking], { bookings: 1, setUp: 0 }],
  ['bookings and a service', [booking, { kind: 'SERVICE', staffIds: [] }, booking], { bookings: 1, setUp: 1 }],
  ['bookings and something unknown', [booking, undefined, booking], { bookings: 1, setUp: 1 }],
])('after %s, what they touch is read again', (_, changes, expected) => {
  const { freshness, reads } = watched();
  changes.forEach((change) => freshness.refresh(change));
  vi.runAllTimers();
  expect(reads).toEqual(expected);
});

test('after the end nothing is read', () => {
  const { freshness, reads } = watched();
  freshness.refresh();
  freshness.end();
  freshness.refresh();
  vi.runAllTimers();
  expect(reads).toEqual({ bookings: 0, setUp: 0 });
});
