import { expect, test } from 'vitest';
import type { WeeklyInterval } from './intervals';
import { mergeWeeks } from './merge_weeks';

const on = (weekday: WeeklyInterval['weekday'], from: string, to: string): WeeklyInterval => ({ weekday, from, to });
const monday = on('MONDAY', '09:00', '18:00');
const longMonday = on('MONDAY', '09:00', '20:00');
const shortMonday = on('MONDAY', '09:00', '12:00');
const sunday = on('SUNDAY', '10:00', '12:00');
const evening = on('MONDAY', '19:00', '21:00');

test.each<[string, WeeklyInterval[], WeeklyInterval[], WeeklyInterval[], WeeklyInterval[] | undefined]>([
  ['different days', [monday], [longMonday], [monday, sunday], [longMonday, sunday]],
  ['a day that they have closed', [monday, sunday], [longMonday, sunday], [monday], [longMonday]],
  ['a day that I have closed', [monday], [], [monday, sunday], [sunday]],
  ['the same day alike', [monday], [longMonday], [longMonday], [longMonday]],
  ['the same day, not alike', [monday], [longMonday], [shortMonday], undefined],
  ['the same day, which they have closed', [monday], [longMonday], [sunday], undefined],
  ['a second interval of a day that I have changed', [monday], [longMonday], [monday, evening], undefined],
  ['nothing of mine', [monday], [monday], [sunday], [sunday]],
  ['nothing of theirs', [monday], [monday, sunday], [monday], [monday, sunday]],
])('merging %s', (_, before, mine, theirs, merged) => {
  expect(mergeWeeks(before, mine, theirs)).toEqual(merged);
});
