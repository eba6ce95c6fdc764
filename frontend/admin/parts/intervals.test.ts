import { describe, expect, it } from 'vitest';
import { areComplete, nextInterval, withDay, withWorkdaysAsMonday } from './intervals';

describe('intervals', () => {
  it('begin with a usual day, and go on an hour after the last', () => {
    expect(nextInterval([])).toEqual({ from: '09:00', to: '18:00' });
    expect(nextInterval([{ from: '09:00', to: '12:30' }])).toEqual({ from: '13:00', to: '14:00' });
    expect(nextInterval([{ from: '09:00', to: '24:00' }])).toEqual({ from: '22:00', to: '24:00' });
  });

  it.each([
    [[], true],
    [[{ from: '09:00', to: '12:00' }], true],
    [[{ from: '20:00', to: '24:00' }], true],
    [[{ from: '09:00', to: '' }], false],
    [[{ from: '12:00', to: '09:00' }], false],
  ])('%j are complete: %s', (intervals, complete) => {
    expect(areComplete(intervals)).toBe(complete);
  });

  it('of one day take the place of those it had', () => {
    const week = [
      { weekday: 'MONDAY', from: '09:00', to: '12:00' },
      { weekday: 'SUNDAY', from: '10:00', to: '11:00' },
    ] as const;
    expect(withDay(week, 'TUESDAY', [{ from: '13:00', to: '14:00' }]).map(({ weekday }) => weekday)).toEqual(['MONDAY', 'TUESDAY', 'SUNDAY']);
    expect(withDay(week, 'MONDAY', [])).toEqual([week[1]]);
  });

  it('of Monday count for the other workdays, not for the weekend', () => {
    const week = withWorkdaysAsMonday([
      { weekday: 'MONDAY', from: '09:00', to: '12:00' },
      { weekday: 'FRIDAY', from: '10:00', to: '11:00' },
      { weekday: 'SATURDAY', from: '10:00', to: '14:00' },
    ]);
    expect(week.map(({ weekday, from }) => `${weekday} ${from}`)).toEqual([
      'MONDAY 09:00', 'TUESDAY 09:00', 'WEDNESDAY 09:00', 'THURSDAY 09:00', 'FRIDAY 09:00', 'SATURDAY 10:00',
    ]);
  });
});
