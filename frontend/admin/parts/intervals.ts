/** A period of one day by the wall clock; `24:00` is the end of the day. */
export interface Interval {
  from: string;
  to: string;
}

/** The weekdays of the API. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export type Weekday = (typeof weekdays)[number];

/** A period on a weekday, every week. */
export interface WeeklyInterval extends Interval {
  weekday: Weekday;
}

/** Reports whether every interval has both ends and ends after it begins. */
export const areComplete = (intervals: readonly Interval[]): boolean =>
  intervals.every(({ from, to }) => from !== '' && to !== '' && from < to);

/** Returns the interval to add: 09:00 to 18:00, or an hour after the last one. */
export function nextInterval(intervals: readonly Interval[]): Interval {
  const last = intervals.at(-1);
  if (!last?.to) {
    return { from: '09:00', to: '18:00' };
  }
  const hour = Math.min(Number(last.to.slice(0, 2)) + 1, 22);
  return { from: `${String(hour).padStart(2, '0')}:00`, to: hour === 22 ? '24:00' : `${String(hour + 1).padStart(2, '0')}:00` };
}

/** Returns the week with the intervals of one day replaced. */
export const withDay = (week: readonly WeeklyInterval[], weekday: Weekday, intervals: readonly Interval[]): WeeklyInterval[] =>
  weekdays.flatMap((day) =>
    day === weekday ? intervals.map(({ from, to }) => ({ weekday: day, from, to })) : week.filter((one) => one.weekday === day),
  );

/** Returns the week with Monday's intervals on Tuesday to Friday. */
export const withWorkdaysAsMonday = (week: readonly WeeklyInterval[]): WeeklyInterval[] =>
  weekdays
    .slice(1, 5)
    .reduce<WeeklyInterval[]>((so, day) => withDay(so, day, so.filter(({ weekday }) => weekday === 'MONDAY')), [...week]);
