import { wallClockAt } from './wall_clock';

/** Returns the local date in a zone, such as 2026-11-23. */
export const today = (timeZone: string, now = new Date()): string => wallClockAt(now.toISOString(), timeZone).date;
