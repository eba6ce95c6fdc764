import { expect, it } from 'vitest';
import { dateByKey, weeksOf } from './month_grid';

it('has the weeks of a month from Monday', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks.map((week) => week.map((date) => date.slice(8)).join(' '))).toEqual([
    '26 27 28 29 30 31 01',
    '02 03 04 05 06 07 08',
    '09 10 11 12 13 14 15',
    '16 17 18 19 20 21 22',
    '23 24 25 26 27 28 29',
    '30 01 02 03 04 05 06',
  ]);
  expect(weeksOf('2027-02')).toHaveLength(4); // which begins on a Monday
  expect(new Set(weeksOf('2026-10').flat()).size).toBe(35); // when clocks go back
});

it.each([
  ['ArrowLeft', '2026-12-01', '2026-11-30'],
  ['ArrowRight', '2026-12-31', '2027-01-01'],
  ['ArrowUp', '2026-12-02', '2026-11-25'],
  ['ArrowDown', '2026-12-02', '2026-12-09'],
  ['Home', '2026-12-02', '2026-11-30'],
  ['Home', '2026-11-30', '2026-11-30'],
  ['End', '2026-12-02', '2026-12-06'],
  ['End', '2026-12-06', '2026-12-06'],
  ['PageUp', '2026-12-31', '2026-11-30'],
  ['PageDown', '2027-01-31', '2027-02-28'],
  ['Shift PageDown', '2028-02-29', '2029-02-28'],
  ['Shift PageUp', '2026-12-02', '2025-12-02'],
  ['Tab', '2026-12-02', undefined],
])('%s leads from %s to %s', (keys, date, result) => {
  expect(dateByKey(date, { key: keys.replace('Shift ', ''), shiftKey: keys.startsWith('Shift') })).toBe(result);
});
