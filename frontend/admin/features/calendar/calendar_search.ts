import { useNavigate, useSearch } from '@tanstack/react-router';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';

/** What the address of the calendar says. */
export interface CalendarSearch {
  /** The day that is shown; without it, today. */
  datum?: string;
  /** The appointment whose panel is open. */
  termin?: string | undefined;
  /** The person that is shown where there is room for one alone. */
  person?: string;
}

/** Whether an address names a date. */
export const isDate = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Reads the address; what it does not understand is left out. */
export const readCalendarSearch = ({ datum, termin, person }: Record<string, unknown>): CalendarSearch => ({
  ...(isDate(datum) && { datum }),
  ...(typeof termin === 'string' && { termin }),
  ...(typeof person === 'string' && { person }),
});

/** What the calendar shows, by its address, and the way to show something else. */
export function useCalendarSearch() {
  const { timeZone } = useBranch();
  const { datum, termin, person } = useSearch({ from: '/kalender' });
  const navigate = useNavigate({ from: '/kalender' });
  return {
    day: datum ?? today(timeZone),
    open: termin,
    person,
    show: (change: CalendarSearch) => void navigate({ search: (before) => ({ ...before, ...change }), replace: 'person' in change }),
  };
}
