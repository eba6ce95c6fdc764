import { type WeeklyInterval, weekdays } from '../../parts/intervals';
import { mergeWeeks } from '../../parts/merge_weeks';
import { addDays } from '../../session/wall_clock';
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

/** Reports whether two plans apply in the same period. */
export const isSamePeriod = (a: Plan, b: Plan) => a.validFrom === b.validFrom && a.validUntil === b.validUntil;

const isSameRotation = (a: Plan, b: Plan) => a.rotationWeeks === b.rotationWeeks && (a.rotationWeeks === 1 || a.rotationStart === b.rotationStart);

/**
 * Returns the plan with both what I have changed of it, also its period, and what others have changed of its days since
 * `before`; undefined if both have changed the same day, or one of them more than days.
 */
export function mergePlans(before: Plan, mine: Plan, theirs: readonly Plan[]): Plan | undefined {
  const other = theirs.find((plan) => isSamePeriod(plan, before) && isSameRotation(plan, before));
  if (!other || !isSameRotation(mine, before)) {
    return undefined;
  }
  return Array.from({ length: mine.rotationWeeks }, (_, index) => index + 1).reduce<Plan | undefined>((merged, week) => {
    const times = mergeWeeks(weekOf(before, week), weekOf(mine, week), weekOf(other, week));
    return times && merged && withWeek(merged, week, times);
  }, mine);
}

/** Returns the times of the first week of a plan by days, such as "Montag 09:00–18:00; Dienstag 09:00–12:00". */
export const timesOf = (plan: Plan, nameOf: (weekday: number) => string): string =>
  weekdays
    .flatMap((day, index) => {
      const times = weekOf(plan, 1).filter(({ weekday }) => weekday === day).map(({ from, to }) => `${from}–${to}`);
      return times.length > 0 ? [`${nameOf(index)} ${times.join(', ')}`] : [];
    })
    .join('; ');

/** Returns the plans that have ended, the latest first. */
export const formerPlans = <P extends Plan>(plans: readonly P[], day: string): P[] =>
  plans.filter(({ validUntil }) => validUntil && validUntil < day).toSorted((a, b) => ((a.validUntil ?? '') < (b.validUntil ?? '') ? 1 : -1));

/** Returns the plans that were cleared before they began, the latest first, unless a plan begins on their first day or they would have ended. */
export const clearedPlans = <P extends Plan>(cleared: readonly P[], plans: readonly Plan[], day: string): P[] =>
  cleared.filter(
    (plan, index) =>
      (!plan.validUntil || plan.validUntil >= day) && [...cleared.slice(0, index), ...plans].every(({ validFrom }) => validFrom !== plan.validFrom),
  );

/**
 * Returns a plan as it applies again from a day on, or from its own first day if that is later, until it was to end or the next plan begins.
 */
export function broughtBack(plan: Plan, plans: readonly Plan[], day: string): Plan {
  const first = plan.validFrom && plan.validFrom > day ? plan.validFrom : day;
  const [next] = plans.flatMap(({ validFrom }) => (validFrom && validFrom > first ? [validFrom] : [])).toSorted();
  const last = [plan.validUntil && plan.validUntil >= first ? plan.validUntil : '', next ? addDays(next, -1) : ''].filter(Boolean).toSorted();
  return { ...plan, validFrom: first, validUntil: last[0] ?? null };
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
