import { describe, expect, it } from 'vitest';
import { broughtBack, clearedPlans, emptyPlan, firstShown, formerPlans, mergePlans, type Plan, weekOf, withRotation, withWeek } from './plans';

const plan = (validFrom: string | null, validUntil: string | null): Plan => ({ ...emptyPlan('2026-11-23'), validFrom, validUntil });
const monday = (from: string) => ({ weekday: 'MONDAY' as const, from, to: '18:00' });

describe('the plan to show first', () => {
  it.each([
    ['the one that counts now', [plan(null, '2026-10-31'), plan('2026-11-01', null)], 1],
    ['one that always counts', [plan(null, null)], 0],
    ['the next, when none counts', [plan(null, '2026-10-31'), plan('2026-12-01', null)], 1],
    ['none, when all have ended', [plan(null, '2026-10-31')], -1],
    ['none, when there is none', [], -1],
  ])('is %s', (_, plans, want) => {
    expect(firstShown(plans, '2026-11-24')).toBe(want);
  });
});

describe('a rotation', () => {
  const early = withWeek(emptyPlan('2026-11-23'), 1, [monday('08:00')]);

  it('begins each new week as the first one is', () => {
    expect(weekOf(withRotation(early, 3), 3)).toEqual([monday('08:00')]);
  });

  it('keeps the weeks apart', () => {
    const turns = withWeek(withRotation(early, 2), 2, [monday('12:00')]);
    expect([weekOf(turns, 1), weekOf(turns, 2)]).toEqual([[monday('08:00')], [monday('12:00')]]);
  });

  it('forgets the weeks that are no more', () => {
    const turns = withWeek(withRotation(early, 2), 2, [monday('12:00')]);
    expect(withRotation(turns, 1).shifts).toEqual(early.shifts);
  });
});

describe('two who have changed the same plan', () => {
  const sunday = { weekday: 'SUNDAY' as const, from: '10:00', to: '12:00' };
  const before = withWeek(emptyPlan('2026-11-23'), 1, [monday('08:00')]);
  const mine = withWeek(before, 1, [monday('07:00')]);
  const theirs = withWeek(before, 1, [monday('08:00'), sunday]);

  it('keep both, on different days', () => {
    expect(mergePlans(before, { ...mine, validUntil: '2027-01-01' }, [theirs])).toEqual({ ...withWeek(before, 1, [monday('07:00'), sunday]), validUntil: '2027-01-01' });
  });

  it('keep both of a rotation, in different weeks', () => {
    const turns = withRotation(before, 2);
    const merged = mergePlans(turns, withWeek(turns, 1, [monday('07:00')]), [withWeek(turns, 2, [sunday])]);
    expect(merged && [weekOf(merged, 1), weekOf(merged, 2)]).toEqual([[monday('07:00')], [sunday]]);
  });

  it.each([
    ['the same day', mine, [withWeek(before, 1, [monday('09:00')])]],
    ['a period', mine, [{ ...theirs, validFrom: '2026-12-01' }]],
    ['a rotation', mine, [withRotation(theirs, 2)]],
    ['a rotation of mine', withRotation(mine, 2), [theirs]],
    ['everything', mine, []],
  ])('choose, if it was %s', (_, own, others) => {
    expect(mergePlans(before, own, others)).toBeUndefined();
  });
});

describe('former plans', () => {
  const plans = [plan(null, '2026-09-30'), plan('2026-10-01', '2026-11-22'), plan('2026-11-23', '2026-12-31'), plan('2027-01-01', null)];

  it('are those that have ended, the latest first', () => {
    expect(formerPlans(plans, '2026-11-23')).toEqual([plans[1], plans[0]]);
  });

  it.each([
    ['until the next plan begins', plans, '2026-12-31'],
    ['with no end, when none follows', plans.slice(0, 2), null],
  ])('apply again %s', (_, all, validUntil) => {
    expect(broughtBack(plan(null, '2026-09-30'), all, '2026-11-23')).toEqual({ ...plan(null, null), validFrom: '2026-11-23', validUntil });
  });

  it.each([
    ['from its first day until it was to end', plan('2026-12-01', '2026-12-20'), '2026-12-01', '2026-12-20'],
    ['until the next plan begins, if that is earlier', plan('2026-12-01', null), '2026-12-01', '2026-12-31'],
    ['from today, if its first day is over', plan('2026-11-01', '2026-12-20'), '2026-11-23', '2026-12-20'],
  ])('apply %s, when they were cleared before', (_, cleared, validFrom, validUntil) => {
    expect(broughtBack(cleared, plans, '2026-11-23')).toEqual({ ...cleared, validFrom, validUntil });
  });

  it('are listed once, and neither while a plan begins on their first day nor once they would have ended', () => {
    const cleared = [plan('2026-12-01', null), plan('2026-12-01', '2026-12-20'), plan('2027-01-01', null), plan('2026-11-01', '2026-11-22')];
    expect(clearedPlans(cleared, plans, '2026-11-23')).toEqual([cleared[0]]);
  });
});
