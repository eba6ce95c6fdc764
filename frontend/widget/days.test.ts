import { expect, it } from 'vitest';
import { dateAfter, daysBetween, monthAfter, nextOf, partOf } from './days';

const person = (id: string, nextStart: string | null) => ({ staff: { id, displayName: id, color: '#000000', photo: null }, nextStart });
const staff = [person('anna', '2026-11-24T09:00:00Z'), person('ben', '2026-11-23T12:00:00Z'), person('clara', null), person('dora', '2026-11-23T12:00:00Z')];
const next = (...of: [staffId?: string, current?: { start: string; staffId: string }]) => {
  const found = nextOf(staff, ...of);
  return found && `${found.start.slice(8, 16)} ${found.staff.map(({ id }) => id).join('+')}`;
};

it('finds the next start with anyone, and all who are free then', () => {
  expect(next()).toBe('23T12:00 ben+dora');
  expect(nextOf([person('clara', null)])).toBeUndefined();
});

it('finds the next start with a profile', () => {
  expect(next('anna')).toBe('24T09:00 anna');
  expect(next('clara')).toBeUndefined();
  expect(next('emil')).toBeUndefined();
});

it('leaves out the current start with the same profile', () => {
  const current = { start: '2026-11-23T12:00:00Z', staffId: 'ben' };
  expect(next(undefined, current)).toBe('23T12:00 dora');
  expect(next('ben', current)).toBeUndefined();
  expect(next('dora', current)).toBe('23T12:00 dora');
});

it.each([
  [8, 'morning'],
  [12, 'afternoon'],
  [17, 'evening'],
])('%i o’clock is %s', (hour, part) => {
  expect(partOf(hour)).toBe(part);
});

it.each([
  ['2026-11-29', 3, '2026-12-02'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-10-24', 2, '2026-10-26'], // when clocks go back
])('%s and %i days are %s', (date, days, result) => {
  expect(dateAfter(date, days)).toBe(result);
  expect(daysBetween(date, result)).toBe(days);
});

it.each([
  ['2026-11', 2, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', 0, '2026-11'],
])('%s and %i months are %s', (month, months, result) => {
  expect(monthAfter(month, months)).toBe(result);
});
