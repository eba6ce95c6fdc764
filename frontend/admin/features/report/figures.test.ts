import { expect, it } from 'vitest';
import { currenciesOf, isEmpty, sumIn, taken, videoShare } from './figures';

const figures = (completed: number, booked = 0, noShows = 0, video = 0, cancelled = 0) =>
  ({ completed, booked, noShows, video, cancelled, revenue: [], expectedRevenue: [] });
const sum = (minorUnits: number, currency: string) => ({ minorUnits, currency, digits: 2 });

it('cancelled appointments do not count as taken', () => {
  expect(taken(figures(1, 2, 3, 0, 9))).toBe(6);
});

it.each([
  [figures(2, 1, 0, 1), 33],
  [figures(0), undefined],
  [figures(0, 0, 1, 1), 100],
])('the share of video is of the appointments that are not cancelled', (of, want) => {
  expect(videoShare(of)).toBe(want);
});

it('a report is empty without any appointment, cancelled ones too', () => {
  expect([isEmpty({ total: figures(0) }), isEmpty({ total: figures(0, 0, 0, 0, 1) })]).toEqual([true, false]);
});

it('sums are found by their currency', () => {
  expect([sumIn([sum(1, 'CHF'), sum(2, 'EUR')], 'EUR'), sumIn([sum(1, 'CHF')], 'EUR')]).toEqual([2, 0]);
  expect(currenciesOf([sum(1, 'EUR')], [sum(1, 'CHF'), sum(3, 'EUR')], [])).toEqual(['CHF', 'EUR']);
});
