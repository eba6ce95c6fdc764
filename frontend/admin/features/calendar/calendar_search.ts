import { useNavigate, useSearch } from '@tanstack/react-router';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';

/** Search parameters of the calendar. */
export interface CalendarSearch {
  /** The day; default: today. */
  datum?: string;
  /** The appointment whose panel is open. */
  termin?: string | undefined;
  /** The profile shown on narrow screens, which have room for one column. */
  person?: string;
  /** The customer for whom an appointment is to be booked. */
  kunde?: string | undefined;
}

/** Reports whether a search parameter is a date. */
export const isDate = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Parses the search parameters, dropping invalid ones. */
export const readCalendarSearch = ({ datum, termin, person, kunde }: Record<string, unknown>): CalendarSearch => ({
  ...(isDate(datum) && { datum }),
  ...(typeof termin === 'string' && { termin }),
  ...(typeof person === 'string' && { person }),
  ...(typeof kunde === 'string' && { kunde }),
});

/** Returns the state of the calendar, which the URL holds, and a function that changes it. */
export function useCalendarSearch() {
  const { timeZone } = useBranch();
  const { datum, termin, person, kunde } = useSearch({ from: '/kalender' });
  const navigate = useNavigate({ from: '/kalender' });
  return {
    day: datum ?? today(timeZone),
    open: termin,
    person,
    customerId: kunde,
    show: (change: CalendarSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: 'person' in change }),
  };
}
