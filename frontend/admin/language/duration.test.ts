import { expect, it } from 'vitest';
import { durationOf, minutesOf } from './duration';

it.each([
  ['PT0M', 0],
  ['PT30M', 30],
  ['PT1H30M', 90],
  ['P1D', 1440],
  ['P2DT1H', 2940],
])('%s is %i minutes', (duration, minutes) => {
  expect(minutesOf(duration)).toBe(minutes);
  expect(minutesOf(durationOf(minutes))).toBe(minutes);
});
