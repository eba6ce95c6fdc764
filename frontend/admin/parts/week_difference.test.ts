import { expect, test } from 'vitest';
import type { WeeklyInterval } from './intervals';
import { weekDifference } from './week_difference';

const texts = { weekday: (index: number) => ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'][index] ?? '', none: 'zu' };
const on = (weekday: WeeklyInterval['weekday'], from: string, to: string): WeeklyInterval => ({ weekday, from, to });

test('only the days that differ are named, with their new times', () => {
  const before = [on('MONDAY', '09:00', '18:00'), on('TUESDAY', '09:00', '18:00'), on('FRIDAY', '09:00', '12:00')];
  const now = [on('MONDAY', '09:00', '18:00'), on('FRIDAY', '09:00', '12:00'), on('FRIDAY', '13:00', '18:00'), on('SUNDAY', '10:00', '12:00')];
  expect(weekDifference(before, now, texts)).toEqual(['Di zu', 'Fr 09:00–12:00, 13:00–18:00', 'So 10:00–12:00']);
});

test('the same weeks do not differ', () => {
  expect(weekDifference([on('MONDAY', '09:00', '18:00')], [on('MONDAY', '09:00', '18:00')], texts)).toEqual([]);
});
