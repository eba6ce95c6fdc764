import type { Money } from '../../language/format';
import { currenciesOf, sumIn, taken, videoShare } from './figures';
import type { Figures, Report } from './report_query';
import type { reportWords } from './words';

type Words = (typeof reportWords)['de'];

/** Returns an amount as spreadsheets read it: with decimal places, without a currency. */
const amountIn = (minorUnits: number, digits: number, separator: string) => (minorUnits / 10 ** digits).toFixed(digits).replace('.', separator);

/** Returns the columns of sums, one for each currency of the total. */
const columnsOf = (total: readonly Money[], name: string, sumsOf: (figures: Figures) => readonly Money[], t: Words, separator: string) =>
  currenciesOf([...total]).map((currency) => {
    const digits = total.find((sum) => sum.currency === currency)?.digits ?? 2;
    return { head: t.currency(name, currency), cell: (figures: Figures) => amountIn(sumIn([...sumsOf(figures)], currency), digits, separator) };
  });

/** Returns the cells of a report; the columns of sums are one for each currency. */
export function cellsOf({ rows, total }: Pick<Report, 'rows' | 'total'>, first: string, t: Words, separator: string): string[][] {
  const columns = [
    { head: t.taken, cell: (figures: Figures) => String(taken(figures)) },
    ...(['completed', 'booked', 'noShows', 'cancelled'] as const).map((name) => ({ head: t[name], cell: (figures: Figures) => String(figures[name]) })),
    { head: `${t.videoShare} (%)`, cell: (figures: Figures) => String(videoShare(figures) ?? '') },
    ...columnsOf(total.revenue, t.revenue, (figures) => figures.revenue, t, separator),
    ...columnsOf(total.expectedRevenue, t.expectedRevenue, (figures) => figures.expectedRevenue, t, separator),
  ];
  const line = (name: string, figures: Figures) => [name, ...columns.map(({ cell }) => cell(figures))];
  return [[first, ...columns.map(({ head }) => head)], ...rows.map(({ name, figures }) => line(name, figures)), line(t.total, total)];
}
