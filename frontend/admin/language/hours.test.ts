import { expect, test } from 'vitest';
import { hoursOf, minutesOfHours } from './hours';

test.each([
  [0, '0'],
  [60, '1'],
  [1440, '24'],
  [90, '1:30'],
  [100, '1:40'],
  [5, '0:05'],
])('%i minutes are %s hours, and are read again', (minutes, hours) => {
  expect(hoursOf(minutes)).toBe(hours);
  expect(minutesOfHours(hours)).toBe(minutes);
});

test.each([
  ['1,5', 90],
  ['1.5', 90],
  ['0,05', 3],
  ['2,15', 129],
  [' 24 ', 1440],
])('%s hours are %i minutes', (written, minutes) => expect(minutesOfHours(written)).toBe(minutes));

test.each(['', 'x', '-1', '1:60', '1:5', '1,', '1,666', '1,5,5', '1:30:00', '1e3', '٣'])('%s is no number of hours', (written) =>
  expect(minutesOfHours(written)).toBeUndefined(),
);
