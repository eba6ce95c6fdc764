import type { WeeklyInterval } from '../../parts/intervals';
import type { WorkPlan } from './work_plan_query';

/** A work plan without what the server keeps to itself. */
export type Plan = Omit<WorkPlan, '__typename'>;

const isValidOn = ({ validFrom, validUntil }: Plan, date: string) => (!validFrom || validFrom <= date) && (!validUntil || date <= validUntil);

/** The place of the plan to show first: the one that counts on the date, or else the next, or else none. */
export function firstShown(plans: readonly Plan[], date: string): number {
  const now = plans.findIndex((plan) => isValidOn(plan, date));
  return now >= 0 ? now : plans.findIndex(({ validFrom }) => validFrom && validFrom > date);
}

/** A plan without shifts, for whoever has none yet. */
export const emptyPlan = (date: string): Plan => ({ validFrom: null, validUntil: null, rotationWeeks: 1, rotationStart: date, shifts: [] });

/** The times of one week of the rotation. */
export const weekOf = ({ shifts }: Plan, week: number): WeeklyInterval[] =>
  shifts.filter((shift) => shift.week === week).map(({ weekday, from, to }) => ({ weekday, from, to }));

/** The plan with one week of the rotation put in the place of what it was. */
export const withWeek = (plan: Plan, week: number, times: readonly WeeklyInterval[]): Plan => ({
  ...plan,
  shifts: [
    ...plan.shifts.filter((shift) => shift.week !== week),
    ...times.map(({ weekday, from, to }) => ({ week, weekday, from, to })),
  ],
});

/** The plan with another rotation: a new week begins as the first one is, and a week that is no more is gone. */
export function withRotation(plan: Plan, weeks: number): Plan {
  const kept = plan.shifts.filter(({ week }) => week <= weeks);
  const first = plan.shifts.filter(({ week }) => week === 1);
  const added = Array.from({ length: Math.max(0, weeks - plan.rotationWeeks) }, (_, index) => plan.rotationWeeks + index + 1);
  return { ...plan, rotationWeeks: weeks, shifts: [...kept, ...added.flatMap((week) => first.map(({ weekday, from, to }) => ({ week, weekday, from, to })))] };
}

/** The plan as the API reads it. */
export const inputOf = (staffId: string, branchId: string, plan: Plan) => ({
  staffId,
  branchId,
  validFrom: plan.validFrom,
  validUntil: plan.validUntil,
  rotationWeeks: plan.rotationWeeks,
  rotationStart: plan.rotationStart,
  shifts: plan.shifts.map(({ week, weekday, from, to }) => ({ week, weekday, from, to })),
});
