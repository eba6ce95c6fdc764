import { maxDays } from '../../../limits';
import { addDays } from '../../session/wall_clock';

/** Returns the dates from first to last, inclusive; none if the range is empty or too long. */
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
