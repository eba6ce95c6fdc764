import { parseDateTime, parseAbsolute, parseDate, toZoned } from '@internationalized/date';

/**
 * The instant at which a zone's wall clock shows a time, such as 09:30 on 2026-11-23, in RFC 3339. A time that is
 * skipped in spring counts as much later as the clock is put forward; one that comes twice in autumn is the first.
 */
export function instantAt(date: string, time: string, timeZone: string): string {
  if (time === '24:00') {
    return instantAt(addDays(date, 1), '00:00', timeZone);
  }
  return rfc3339(toZoned(parseDateTime(`${date}T${time}`), timeZone, 'compatible').toDate());
}

/** What a zone's wall clock shows at an instant: the date, such as 2026-11-23, and the time, such as 09:30. */
export function wallClockAt(instant: string, timeZone: string): { date: string; time: string } {
  const local = parseAbsolute(instant, timeZone).toString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** A local date some days later, or earlier. */
export const addDays = (date: string, days: number): string => parseDate(date).add({ days }).toString();

/** An instant as the API writes it: in UTC, with whole seconds. */
export const rfc3339 = (instant: Date): string => instant.toISOString().replace('.000Z', 'Z');
