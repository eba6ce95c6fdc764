import { currenciesOf, sumIn, taken, videoShare } from './figures';
import type { Figures, Report } from './report_query';

/** What a chart can show. */
export const measures = ['termine', 'video', 'umsatz'] as const;

export type Measure = (typeof measures)[number];

/** What a part of a bar stands for. */
export type Part = 'completed' | 'booked' | 'noShows' | 'video' | 'inSalon' | 'revenue' | 'expectedRevenue';

/** A bar; the values are those of the chart's parts, in order. */
export interface Bar {
  key: string;
  name: string;
  values: number[];
}

/** Bars of one unit. */
export interface Chart {
  /** The currency of the values; undefined: they count appointments. */
  currency?: string;
  parts: readonly Part[];
  bars: Bar[];
}

/** The largest number of bars; the table has all rows. */
export const maxBars = 20;

/** Returns the charts of a measure: one for each currency that there is, or a single one. */
export function chartsOf({ rows, total }: Pick<Report, 'rows' | 'total'>, measure: Measure): Chart[] {
  const chart = (parts: readonly Part[], valuesOf: (figures: Figures) => number[], currency?: string): Chart => ({
    ...(currency && { currency }),
    parts,
    bars: rows.slice(0, maxBars).map(({ key, name, figures }) => ({ key, name, values: valuesOf(figures) })),
  });
  switch (measure) {
    case 'video':
      return [chart(['video', 'inSalon'], (figures) => [figures.video, taken(figures) - figures.video])];
    case 'umsatz':
      return currenciesOf(total.revenue, total.expectedRevenue).map((currency) =>
        chart(['revenue', 'expectedRevenue'], ({ revenue, expectedRevenue }) => [sumIn(revenue, currency), sumIn(expectedRevenue, currency)], currency),
      );
    default:
      return [chart(['completed', 'booked', 'noShows'], ({ completed, booked, noShows }) => [completed, booked, noShows])];
  }
}

/** Returns the sum of numbers. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Returns the widths of the parts of each bar in percent; the longest bar fills the width. */
export function widthsOf({ bars }: Chart): number[][] {
  const longest = Math.max(1, ...bars.map(({ values }) => sumOf(values)));
  return bars.map(({ values }) => values.map((value) => (value / longest) * 100));
}

/** Returns the share of the first part in percent, by which bars of video are labelled; undefined without any. */
export const firstShare = ([first = 0, ...others]: readonly number[]): number | undefined =>
  videoShare({ video: first, completed: first + sumOf(others), booked: 0, noShows: 0 });
