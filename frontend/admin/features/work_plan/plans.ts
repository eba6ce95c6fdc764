import type { WeeklyInterval } from '../../parts/intervals';
import type { WorkPlan } from './work_plan_query';

/** The editable part of a work plan. */
export type Plan = Omit<WorkPlan, '__typename' | 'version'>;

/** Returns the version of the plans of a profile in a branch; 0 if there are none. */
export const versionOf = (plans: readonly { version: number }[]): number => plans[0]?.version ?? 0;

const isValidOn = ({ validFrom, validUntil }: Plan, date: string) => (!validFrom || validFrom <= date) && (!validUntil || date <= validUntil);

/** Returns the index of the plan valid on the date, else of the next one; -1 if there is none. */
export function firstShown(plans: readonly Plan[], date: string): number {
  const now = plans.findIndex((plan) => isValidOn(plan, date));
  return now >= 0 ? now : plans.findIndex(({ validFrom }) => validFrom && validFrom > date);
}

/** Returns a plan without shifts. */
export const emptyPlan = (date: string): Plan => ({ validFrom: null, validUntil: null, rotationWeeks: 1, rotationStart: date, shifts: [] });

/** Returns the shifts of one week of the rotation. */
export const weekOf = ({ shifts }: Plan, week: number): WeeklyInterval[] =>
  shifts.filter((shift) => shift.week === week).map(({ weekday, from, to }) => ({ weekday, from, to }));

/** Returns the plan with one week of the rotation replaced. */
export const withWeek = (plan: Plan, week: number, times: readonly WeeklyInterval[]): Plan => ({
  ...plan,
  shifts: [
    ...plan.shifts.filter((shift) => shift.week !== week),
    ...times.map(({ weekday, from, to }) => ({ week, weekday, from, to })),
  ],
});

/** Returns the plan with another rotation length: new weeks copy the first, surplus weeks are dropped. */
export function withRotation(plan: Plan, weeks: number): Plan {
  const kept = plan.shifts.filter(({ week }) => week <= weeks);
  const first = plan.shifts.filter(({ week }) => week === 1);
  const added = Array.from({ length: Math.max(0, weeks - plan.rotationWeeks) }, (_, index) => plan.rotationWeeks + index + 1);
  return { ...plan, rotationWeeks: weeks, shifts: [...kept, ...added.flatMap((week) => first.map(({ weekday, from, to }) => ({ week, weekday, from, to })))] };
}

/** Converts a plan to an input. */
export const inputOf = (staffId: string, plan: Plan) => ({
  staffId,
  validFrom: plan.validFrom,
  validUntil: plan.validUntil,
  rotationWeeks: plan.rotationWeeks,
  rotationStart: plan.rotationStart,
  shifts: plan.shifts.map(({ week, weekday, from, to }) => ({ week, weekday, from, to })),
});
