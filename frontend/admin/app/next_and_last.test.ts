import { expect, it } from 'vitest';
import { nextAndLast } from './next_and_last';
import type { Appointment } from './palette_query';

const appointment = (start: string, status = 'CONFIRMED') => ({ id: start, start, status }) as Appointment;
const now = Date.parse('2026-11-24T10:00:00Z');

it('the next and the last are those beside now that stand', () => {
  const { next, last } = nextAndLast(
    [
      appointment('2026-12-01T09:00:00Z'),
      appointment('2026-11-25T09:00:00Z', 'CANCELLED'),
      appointment('2026-11-24T10:00:00Z'),
      appointment('2026-11-23T09:00:00Z', 'HELD'),
      appointment('2026-11-20T09:00:00Z', 'COMPLETED'),
      appointment('2026-11-10T09:00:00Z'),
    ],
    now,
  );
  expect([next?.id, last?.id]).toEqual(['2026-11-24T10:00:00Z', '2026-11-20T09:00:00Z']);
});

it('there may be neither', () => {
  expect(nextAndLast([], now)).toEqual({ next: undefined, last: undefined });
});
