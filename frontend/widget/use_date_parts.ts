import { useMemo } from 'preact/hooks';
import { useWidget } from './widget_context';

/** Returns formatters for parts of dates. */
export function useDateParts() {
  const { ofDate } = useWidget().format;
  return useMemo(
    () => ({
      month: ofDate({ month: 'long', year: 'numeric' }),
      monthName: ofDate({ month: 'long' }),
      weekday: ofDate({ weekday: 'short' }),
      weekdayName: ofDate({ weekday: 'long' }),
      dayOfMonth: ofDate({ day: 'numeric' }),
    }),
    [ofDate],
  );
}
