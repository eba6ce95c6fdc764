/** A stretch of one day by the wall clock; `24:00` is the end of the day. */
export interface Interval {
  from: string;
  to: string;
}

/** The days of the week as the API names them. */
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export type Weekday = (typeof weekdays)[number];

/** A stretch of every day of one weekday. */
export interface WeeklyInterval extends Interval {
  weekday: Weekday;
}

/** Whether both ends of every interval are written, and none ends before it begins. */
export const areComplete = (intervals: readonly Interval[]): boolean =>
  intervals.every(({ from, to }) => from !== '' && to !== '' && from < to);

/** The interval to begin with when one is added: the usual day, or else an hour after the last. */
export function nextInterval(intervals: readonly Interval[]): Interval {
  const last = intervals.at(-1);
  if (!last?.to) {
    return { from: '09:00', to: '18:00' };
  }
  const hour = Math.min(Number(last.to.slice(0, 2)) + 1, 22);
  return { from: `${String(hour).padStart(2, '0')}:00`, to: hour === 22 ? '24:00' : `${String(hour + 1).padStart(2, '0')}:00` };
}

/** The week with one day's intervals put in the place of those it had. */
export const withDay = (week: readonly WeeklyInterval[], weekday: Weekday, intervals: readonly Interval[]): WeeklyInterval[] =>
  weekdays.flatMap((day) =>
    day === weekday ? intervals.map(({ from, to }) => ({ weekday: day, from, to })) : week.filter((one) => one.weekday === day),
  );

/** The week in which Tuesday to Friday are as Monday is. */
export const withWorkdaysAsMonday = (week: readonly WeeklyInterval[]): WeeklyInterval[] =>
  weekdays
    .slice(1, 5)
    .reduce<WeeklyInterval[]>((so, day) => withDay(so, day, so.filter(({ weekday }) => weekday === 'MONDAY')), [...week]);
