import { parseDate, startOfWeek } from '@internationalized/date';

/** The Monday of the week in which a date lies. */
export const mondayOf = (date: string): string => startOfWeek(parseDate(date), 'de-DE').toString();
