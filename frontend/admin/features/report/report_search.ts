import { parseDate } from '@internationalized/date';
import { maxReportDays } from '../../../limits';
import { type Measure, measures } from './charts';

export const groupings = { monat: 'MONTH', person: 'PERSON', leistung: 'SERVICE', filiale: 'BRANCH' } as const;

export const periods = ['monat', 'vormonat', 'jahr', 'eigener'] as const;

/** Search parameters of the reports: period, first and last day of an own one, grouping, whether all branches count, and what the chart shows. */
export interface ReportSearch {
  zeitraum?: (typeof periods)[number] | undefined;
  ab?: string | undefined;
  bis?: string | undefined;
  nach?: keyof typeof groupings | undefined;
  alle?: true | undefined;
  zeigt?: Measure | undefined;
}

const isDay = (value: unknown): value is string => {
  try {
    return typeof value === 'string' && parseDate(value).toString() === value;
  } catch {
    return false;
  }
};

/** Parses the search parameters, dropping invalid ones. */
export const readReportSearch = ({ zeitraum, ab, bis, nach, alle, zeigt }: Record<string, unknown>): ReportSearch => ({
  ...(periods.includes(zeitraum as never) && { zeitraum: zeitraum as (typeof periods)[number] }),
  ...(isDay(ab) && { ab }),
  ...(isDay(bis) && { bis }),
  ...(typeof nach === 'string' && Object.hasOwn(groupings, nach) && { nach: nach as keyof typeof groupings }),
  ...(alle === true && { alle }),
  ...(measures.includes(zeigt as never) && { zeigt: zeigt as Measure }),
});

/** The first and last day of a report. */
export interface Period {
  from: string;
  to: string;
}

/** Returns the days of the period; today is a local date. An own period is this month until its days are chosen. */
export function periodOf({ zeitraum = 'monat', ab, bis }: ReportSearch, today: string): Period {
  const first = parseDate(today).set({ day: 1 });
  const month = { from: first.toString(), to: first.add({ months: 1 }).subtract({ days: 1 }).toString() };
  switch (zeitraum) {
    case 'vormonat':
      return { from: first.subtract({ months: 1 }).toString(), to: first.subtract({ days: 1 }).toString() };
    case 'jahr':
      return { from: first.subtract({ months: 11 }).toString(), to: month.to };
    case 'eigener':
      return { from: ab ?? month.from, to: bis ?? month.to };
    default:
      return month;
  }
}

/** Returns what is wrong with a period. */
export function faultOf({ from, to }: Period): 'reversed' | 'tooLong' | undefined {
  const days = parseDate(to).compare(parseDate(from)) + 1;
  return days < 1 ? 'reversed' : days > maxReportDays ? 'tooLong' : undefined;
}
