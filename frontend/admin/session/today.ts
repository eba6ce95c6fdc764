import { now } from '../../environment/clock';

/** The formatters in use, by time zone: each takes a while to make. The Swedish date format is ISO 8601. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns the local date in a zone, such as 2026-11-23. */
export function today(timeZone: string, at = now()): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  formats.set(timeZone, format);
  return format.format(at);
}
