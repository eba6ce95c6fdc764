import { expect, it } from 'vitest';
import { holdsPerChain } from '../limits';
import type { Hold } from './api';
import { timesOf } from './use_hold';

const anna = { id: 'stf_a', displayName: 'Anna' };
const before: Hold = { secret: 's', start: 'ten', changeableUntil: 'ten', staff: anna, since: 1000, until: 1600 };

it.each([
  ['is new', { secret: 's', start: 'ten', staff: anna }, undefined, { since: 1200, until: 1800 }],
  ['is renewed', { secret: 's', start: 'ten', staff: anna }, before, { since: 1000, until: 1600 }],
  ['is another start', { secret: 's', start: 'eleven', staff: anna }, before, { since: 1000, until: 1800 }],
  ['is new, because the one before had ended', { secret: 't', start: 'ten', staff: anna }, before, { since: 1200, until: 1800 }],
  ['is the last of a chain', { secret: 's', start: 'eleven', staff: anna }, { ...before, since: -500 }, { since: -500, until: 600 * holdsPerChain - 500 }],
])('knows how long a hold lasts that %s', (_, hold, previous, times) => {
  expect(timesOf(hold, previous, 1200, 600)).toEqual(times);
});
