import { parseDate, startOfWeek } from '@internationalized/date';

/** Returns the Monday of a date's week. */
export const mondayOf = (date: string): string => startOfWeek(parseDate(date), 'de-DE').toString();
