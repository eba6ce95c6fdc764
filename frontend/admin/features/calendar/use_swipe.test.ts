import { expect, it } from 'vitest';
import { stepOf } from './use_swipe';

it.each([
  ['to the left', -80, 10, 1],
  ['to the right', 80, -10, -1],
  ['too short', 40, 0, undefined],
  ['rather down', 80, 60, undefined],
])('a finger that goes %s', (_, x, y, want) => {
  expect(stepOf(x, y)).toBe(want);
});
