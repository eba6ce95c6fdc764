import { expect, it } from 'vitest';
import { today } from './today';
import { addDays, instantAt, wallClockAt } from './wall_clock';

const berlin = 'Europe/Berlin';

it.each([
  ['in winter', '2026-11-23', '09:30', '2026-11-23T08:30:00Z'],
  ['in summer', '2026-07-01', '09:30', '2026-07-01T07:30:00Z'],
  ['at the end of the day', '2026-11-23', '24:00', '2026-11-23T23:00:00Z'],
  ['in the hour that is skipped in spring', '2027-03-28', '02:30', '2027-03-28T01:30:00Z'],
  ['in the hour that comes twice in autumn: the first', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
])('a time %s is an instant', (_, date, time, instant) => {
  expect(instantAt(date, time, berlin)).toBe(instant);
});

it('an instant shows as the wall clock does', () => {
  expect(wallClockAt('2026-11-23T23:15:00Z', berlin)).toEqual({ date: '2026-11-24', time: '00:15' });
});

it('today is the date in the zone', () => {
  expect(today(berlin, Date.parse('2026-11-23T23:15:00Z'))).toBe('2026-11-24');
  expect(today('America/New_York', Date.parse('2026-11-23T23:15:00Z'))).toBe('2026-11-23');
});

it('a date some days later does not heed the clocks', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});
