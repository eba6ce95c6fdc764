import { now } from '../../environment/clock';
import { wallClockAt } from './wall_clock';

/** Returns the local date in a zone, such as 2026-11-23. */
export const today = (timeZone: string, at = new Date(now())): string => wallClockAt(at.toISOString(), timeZone).date;
