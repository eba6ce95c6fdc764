import { expect, it } from 'vitest';
import { windowOf } from './column_window';

const sizes = { left: 0, width: 1000, axis: 50, least: 150, count: 60 };

it.each([
  ['the first columns and two more', {}, { first: 0, last: 8 }],
  ['what is in sight in the middle, and two on either side', { left: 3000 }, { first: 18, last: 28 }],
  ['the last columns', { left: 60 * 150 - 950 }, { first: 51, last: 59 }],
  ['all of a few, which are wider', { count: 4 }, { first: 0, last: 3 }],
  ['nothing of nothing', { count: 0 }, { first: 0, last: -1 }],
])('the window holds %s', (_, changed, want) => {
  expect(windowOf({ ...sizes, ...changed })).toEqual(want);
});
