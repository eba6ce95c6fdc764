import { type WeeklyInterval, weekdays } from './intervals';

const timesOn = (week: readonly WeeklyInterval[], day: string) => week.filter(({ weekday }) => weekday === day).map(({ from, to }) => `${from}–${to}`).join(', ');

/** Returns the days on which two weeks differ, each with the times of the second, such as "Montag 09:00–18:00". */
export const weekDifference = (
  before: readonly WeeklyInterval[],
  now: readonly WeeklyInterval[],
  { weekday, none }: { weekday(index: number): string; none: string },
): string[] =>
  weekdays.flatMap((day, index) => {
    const times = timesOn(now, day);
    return times === timesOn(before, day) ? [] : [`${weekday(index)} ${times || none}`];
  });
