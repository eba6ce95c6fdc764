import { expect, it } from 'vitest';
import { plural } from './plural';

it.each([
  ['de', 0, 'many 0'],
  ['de', 1, 'one 1'],
  ['en', 2, 'many 2'],
  ['fr', 0, 'one 0'],
  ['fr', 1, 'one 1'],
  ['fr', 2, 'many 2'],
  ['fr', 1_000_000, 'many 1000000'],
])('in %s, %i is %s', (language, count, text) => {
  expect(plural(language, count, { one: 'one #', other: 'many #' })).toBe(text);
});
