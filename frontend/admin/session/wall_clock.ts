import { parseDateTime, parseAbsolute, parseDate, toZoned } from '@internationalized/date';

/**
 * Returns the instant at which a zone's wall clock shows a time, such as 09:30 on 2026-11-23, in RFC 3339. A time
 * skipped in spring shifts forward with the clock; of a time that occurs twice in autumn, the first counts.
 */
export function instantAt(date: string, time: string, timeZone: string): string {
  if (time === '24:00') {
    return instantAt(addDays(date, 1), '00:00', timeZone);
  }
  return rfc3339(toZoned(parseDateTime(`${date}T${time}`), timeZone, 'compatible').toDate());
}

/** Returns date and time of a zone's wall clock at an instant, such as 2026-11-23 and 09:30. */
export function wallClockAt(instant: string, timeZone: string): { date: string; time: string } {
  const local = parseAbsolute(instant, timeZone).toString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** Returns a local date some days later, or earlier if negative. */
export const addDays = (date: string, days: number): string => parseDate(date).add({ days }).toString();

/** Formats an instant for the API: in UTC, with whole seconds. */
export const rfc3339 = (instant: Date): string => instant.toISOString().replace('.000Z', 'Z');
