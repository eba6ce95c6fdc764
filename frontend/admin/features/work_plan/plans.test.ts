import { describe, expect, it } from 'vitest';
import { emptyPlan, firstShown, type Plan, weekOf, withRotation, withWeek } from './plans';

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
