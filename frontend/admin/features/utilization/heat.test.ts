import { expect, it } from 'vitest';
import { rowsOf, shareOf, type UsedHour, warmth } from './heat';

const used = (weekday: UsedHour['weekday'], hour: number, bookedMinutes: number, workingMinutes: number): UsedHour => ({
  weekday,
  hour,
  workingMinutes,
  bookedMinutes,
});

it('a row for every hour from the first to the last, also for those without work', () => {
  const rows = rowsOf([used('MONDAY', 9, 0, 60), used('SUNDAY', 11, 30, 60)]);
  expect(rows.map(({ hour }) => hour)).toEqual([9, 10, 11]);
  expect(rows[0]?.cells.map((cell) => cell !== undefined)).toEqual([true, false, false, false, false, false, false]);
  expect(rows[2]?.cells.at(6)?.bookedMinutes).toBe(30);
  expect(rowsOf([])).toEqual([]);
});

it('the share is of the working time', () => {
  expect(shareOf([used('MONDAY', 9, 30, 60), used('MONDAY', 10, 0, 60)])).toBe(0.25);
  expect(shareOf([used('MONDAY', 9, 30, 0)])).toBeUndefined();
});

it.each([
  [0, 0],
  [0.01, 1],
  [0.25, 1],
  [0.5, 2],
  [1, 4],
  [1.5, 4],
])('a share of %d is as warm as %i', (share, want) => {
  expect(warmth(share)).toBe(want);
});
