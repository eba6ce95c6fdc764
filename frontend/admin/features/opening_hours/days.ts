import { maxDays } from '../../../limits';
import { addDays } from '../../app/wall_clock';

/** The dates from the first to the last, both included; none when there are none or too many. */
export function daysBetween(first: string, last: string): string[] {
  if (!first) {
    return [];
  }
  const end = last || first;
  const days: string[] = [];
  for (let day = first; day <= end; day = addDays(day, 1)) {
    if (days.length === maxDays) {
      return [];
    }
    days.push(day);
  }
  return days;
}
