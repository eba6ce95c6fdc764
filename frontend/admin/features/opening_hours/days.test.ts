import { expect, it } from 'vitest';
import { daysBetween } from './days';

it.each([
  ['one day', '2026-12-24', '', ['2026-12-24']],
  ['several', '2026-12-30', '2027-01-01', ['2026-12-30', '2026-12-31', '2027-01-01']],
  ['over a change of the clocks', '2026-10-24', '2026-10-26', ['2026-10-24', '2026-10-25', '2026-10-26']],
  ['none when they are the wrong way round', '2026-12-24', '2026-12-23', []],
  ['none when they are too many', '2026-01-01', '2026-12-31', []],
  ['none without a first', '', '2026-12-31', []],
])('%s', (_, first, last, want) => {
  expect(daysBetween(first, last)).toEqual(want);
});
