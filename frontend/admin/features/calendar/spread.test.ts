import { expect, test } from 'vitest';
import { spread } from './spread';

const local = (start: string) => ({ date: start.slice(0, 10), time: start.slice(11, 16) });
const starts = (...list: string[]) => list.map((start) => ({ start }));

test('offers both halves of the day and the next days, in order', () => {
  const free = starts('2026-11-24T09:00', '2026-11-24T09:15', '2026-11-24T09:30', '2026-11-24T12:00', '2026-11-24T14:00', '2026-11-24T14:15', '2026-11-25T09:00');
  expect(spread(free, 6, local).map(({ start }) => start)).toEqual([
    '2026-11-24T09:00', '2026-11-24T09:15', '2026-11-24T12:00', '2026-11-24T14:00', '2026-11-25T09:00',
  ]);
});

test('offers no more than there is room for', () => {
  expect(spread(starts('2026-11-24T09:00', '2026-11-25T09:00', '2026-11-26T09:00'), 2, local)).toHaveLength(2);
});
