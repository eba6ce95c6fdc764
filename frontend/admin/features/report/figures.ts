import type { Figures, Report } from './report_query';

type Counts = Pick<Figures, 'booked' | 'completed' | 'noShows' | 'video'>;

/** Returns the number of appointments that are not cancelled. */
export const taken = ({ booked, completed, noShows }: Omit<Counts, 'video'>): number => booked + completed + noShows;

/** Returns the share of video among the appointments that are not cancelled, in percent; undefined without any. */
export function videoShare(figures: Counts): number | undefined {
  const all = taken(figures);
  return all === 0 ? undefined : Math.round((figures.video / all) * 100);
}

/** Reports whether there is no appointment, not even a cancelled one. */
export const isEmpty = ({ total }: Pick<Report, 'total'>): boolean => taken(total) + total.cancelled === 0;

/** Returns the sum in a currency; 0 if there is none. */
export const sumIn = (sums: Figures['revenue'], currency: string): number => sums.find((one) => one.currency === currency)?.minorUnits ?? 0;

/** Returns what lists of sums have, sorted by currency. */
export const currenciesOf = (...lists: Figures['revenue'][]): string[] => [...new Set(lists.flat().map(({ currency }) => currency))].toSorted();
