import { useFormat } from '../../language/format';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';

/** The period of an absence: whole days, or the time between two instants. */
export interface AbsencePeriod {
  firstDay: string | null;
  lastDay: string | null;
  start: string | null;
  end: string | null;
}

/** Returns a function that describes the period of an absence in the branch's time zone. */
export function usePeriodText() {
  const format = useFormat();
  const { timeZone } = useBranch();
  return ({ firstDay, lastDay, start, end }: AbsencePeriod): string => {
    if (firstDay && lastDay) {
      return firstDay === lastDay ? format.date(firstDay) : `${format.date(firstDay)} – ${format.date(lastDay)}`;
    }
    if (!start || !end) {
      return '';
    }
    const isOneDay = wallClockAt(start, timeZone).date === wallClockAt(end, timeZone).date;
    return `${format.moment(start, timeZone)} – ${isOneDay ? format.time(end, timeZone) : format.moment(end, timeZone)}`;
  };
}
