import { expect, it } from 'vitest';
import { selectedBetween } from './use_selecting';

const hour = 3600;

it.each([
  ['downwards', 9.1, 10.1, 9, 10.25],
  ['upwards', 10.1, 9.1, 9, 10.25],
  ['within a quarter', 9.1, 9.15, 9, 9.25],
  ['past the ends of the board', 7, 21, 8, 20],
])('a drag %s selects whole quarters', (_, a, b, from, to) => {
  expect(selectedBetween({ from: 8 * hour, to: 20 * hour }, a * hour, b * hour)).toEqual({ from: from * hour, to: to * hour });
});
