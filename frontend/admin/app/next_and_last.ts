import type { Appointment } from './palette_query';

/** Returns the next and the last appointment of a customer; undefined where there is none. Holds and cancelled ones are none. */
export function nextAndLast(appointments: readonly Appointment[], now: number): { next: Appointment | undefined; last: Appointment | undefined } {
  const standing = appointments.filter(({ status }) => status !== 'CANCELLED' && status !== 'HELD').toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
  return {
    next: standing.find(({ start }) => Date.parse(start) >= now),
    last: standing.findLast(({ start }) => Date.parse(start) < now),
  };
}
