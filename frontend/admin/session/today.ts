import { now } from '../../environment/clock';

/** Returns the local date in a zone, such as 2026-11-23. */
export function today(timeZone: string, at = now()): string {
  // The Swedish date format is ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
}
