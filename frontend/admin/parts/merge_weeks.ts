import { type WeeklyInterval, weekdays } from './intervals';

const on = (week: readonly WeeklyInterval[], day: string) => week.filter(({ weekday }) => weekday === day);
const isSame = (a: readonly WeeklyInterval[], b: readonly WeeklyInterval[]) =>
  a.length === b.length && a.every(({ from, to }, index) => from === b[index]?.from && to === b[index]?.to);

/** Returns the week with both what I and what others have changed since `before`; undefined if both have changed the same day, and not alike. */
export function mergeWeeks(
  before: readonly WeeklyInterval[],
  mine: readonly WeeklyInterval[],
  theirs: readonly WeeklyInterval[],
): WeeklyInterval[] | undefined {
  const days = weekdays.map((day) => {
    const [was, own, other] = [on(before, day), on(mine, day), on(theirs, day)];
    if (isSame(own, was) || isSame(own, other)) {
      return other;
    }
    return isSame(other, was) ? own : undefined;
  });
  return days.includes(undefined) ? undefined : days.flatMap((day) => day ?? []);
}
