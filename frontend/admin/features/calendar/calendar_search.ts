import { useNavigate, useSearch } from '@tanstack/react-router';
import { store, stored } from '../../../environment/storage';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';

/** What the board shows: a day or a week. */
export type View = 'tag' | 'woche';

/** Search parameters of the calendar. */
export interface CalendarSearch {
  /** The view; default: the one last used on this device. */
  ansicht?: View | undefined;
  /** The day, or a day of the week; default: today. */
  datum?: string;
  /** The appointment whose panel is open. */
  termin?: string | undefined;
  /** The profile shown on narrow screens, which have room for one column, and in the week of one person. */
  person?: string | undefined;
  /** The customer for whom an appointment is to be booked. */
  kunde?: string | undefined;
  /** IDs of the profiles that are shown, joined by commas; default: all. */
  wer?: string | undefined;
  /** IDs of the categories that stand out, joined by commas; default: all. */
  kategorie?: string | undefined;
}

const storageKey = 'visavis-calendar-view';

const isView = (text: unknown): text is View => text === 'tag' || text === 'woche';

/** Reports whether a search parameter is a date. */
export const isDate = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Parses the search parameters, dropping invalid ones. */
export const readCalendarSearch = ({ ansicht, datum, termin, person, kunde, wer, kategorie }: Record<string, unknown>): CalendarSearch => ({
  ...(isView(ansicht) && { ansicht }),
  ...(isDate(datum) && { datum }),
  ...(typeof termin === 'string' && { termin }),
  ...(typeof person === 'string' && { person }),
  ...(typeof kunde === 'string' && { kunde }),
  ...(typeof wer === 'string' && { wer }),
  ...(typeof kategorie === 'string' && { kategorie }),
});

const listOf = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? [];

/** Joins IDs for the URL; undefined for none. */
export const joined = (ids: readonly string[]): string | undefined => (ids.length > 0 ? ids.join(',') : undefined);

/** Returns the state of the calendar, which the URL holds, and a function that changes it. */
export function useCalendarSearch() {
  const { timeZone } = useBranch();
  const { ansicht, datum, termin, person, kunde, wer, kategorie } = useSearch({ from: '/kalender' });
  const navigate = useNavigate({ from: '/kalender' });
  const remembered = stored(storageKey);
  return {
    view: ansicht ?? (isView(remembered) ? remembered : 'tag'),
    day: datum ?? today(timeZone),
    /** Whether the user has chosen the day. */
    isDayChosen: datum !== undefined && datum !== today(timeZone),
    open: termin,
    person,
    customerId: kunde,
    chosenPeople: listOf(wer),
    chosenCategories: listOf(kategorie),
    show(change: CalendarSearch) {
      if (change.ansicht) {
        store(storageKey, change.ansicht);
      }
      const isAside = 'person' in change || 'wer' in change || 'kategorie' in change; // Back leads to another day, not to another choice
      void navigate({ search: (before) => ({ ...before, ...change }), replace: isAside });
    },
  };
}
