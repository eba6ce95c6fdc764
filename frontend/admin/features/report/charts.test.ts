import { expect, it } from 'vitest';
import { chartsOf, firstShare, maxBars, widthsOf } from './charts';

const euros = (minorUnits: number) => ({ minorUnits, currency: 'EUR', digits: 2 });
const none = { booked: 0, completed: 0, noShows: 0, cancelled: 0, video: 0, revenue: [], expectedRevenue: [] };
const anna = { key: 'stf_anna', name: 'Anna', figures: { ...none, completed: 1, booked: 2, noShows: 1, cancelled: 9, video: 3, revenue: [euros(5200)], expectedRevenue: [euros(2600)] } };
const ben = { key: 'stf_ben', name: 'Ben', figures: { ...none, completed: 1, revenue: [{ minorUnits: 900, currency: 'CHF', digits: 2 }] } };
const report = { rows: [anna, ben], total: { ...none, revenue: [...ben.figures.revenue, ...anna.figures.revenue], expectedRevenue: anna.figures.expectedRevenue } };

it.each([
  ['termine', [[undefined, [[1, 2, 1], [1, 0, 0]]]]],
  ['video', [[undefined, [[3, 1], [0, 1]]]]],
  ['umsatz', [['CHF', [[0, 0], [900, 0]]], ['EUR', [[5200, 2600], [0, 0]]]]],
] as const)('the charts of %s', (measure, want) => {
  expect(chartsOf(report, measure).map(({ currency, bars }) => [currency, bars.map(({ values }) => values)])).toEqual(want);
});

it('nobody who is free of charge has a chart of revenue', () => {
  expect(chartsOf({ rows: [{ ...ben, figures: none }], total: none }, 'umsatz')).toEqual([]);
});

it('the longest bar fills the width', () => {
  expect(chartsOf(report, 'termine').map(widthsOf)).toEqual([[[25, 50, 25], [25, 0, 0]]]);
  expect(widthsOf({ parts: ['completed'], bars: [{ key: 'a', name: 'A', values: [0] }] })).toEqual([[0]]);
});

it('a chart ends before it takes the page', () => {
  const rows = Array.from({ length: maxBars + 1 }, (_, index) => ({ ...ben, key: String(index) }));
  expect(chartsOf({ rows, total: report.total }, 'termine')[0]?.bars.length).toBe(maxBars);
});

it('video is labelled by its share', () => {
  expect([firstShare([1, 2]), firstShare([0, 0])]).toEqual([33, undefined]);
});
