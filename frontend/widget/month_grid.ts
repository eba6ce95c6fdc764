import { dateAfter, daysBetween, lastOf, monthAfter, monthOf } from './days';

/** How many days a date is after the Monday before it. */
const afterMonday = (date: string): number => (new Date(date).getUTCDay() + 6) % 7;

/** Returns the weeks of a month, such as 2026-11, with all their dates from Monday. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const monday = dateAfter(first, -afterMonday(first));
  const count = Math.ceil(daysBetween(monday, `${monthAfter(month, 1)}-01`) / 7);
  return Array.from({ length: count }, (_w, week) => Array.from({ length: 7 }, (_d, day) => dateAfter(monday, week * 7 + day)));
}

/** Returns the same day some months later, or the last of a shorter month. */
function inMonths(date: string, months: number): string {
  const month = monthAfter(monthOf(date), months);
  const last = lastOf(month);
  const same = `${month}-${date.slice(8)}`;
  return same < last ? same : last;
}

/** Returns the date to which a key leads in a calendar; undefined if it does not move. */
export function dateByKey(date: string, { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): string | undefined {
  const months = shiftKey ? 12 : 1;
  switch (key) {
    case 'ArrowLeft':
      return dateAfter(date, -1);
    case 'ArrowRight':
      return dateAfter(date, 1);
    case 'ArrowUp':
      return dateAfter(date, -7);
    case 'ArrowDown':
      return dateAfter(date, 7);
    case 'Home':
      return dateAfter(date, -afterMonday(date));
    case 'End':
      return dateAfter(date, 6 - afterMonday(date));
    case 'PageUp':
      return inMonths(date, -months);
    case 'PageDown':
      return inMonths(date, months);
    default:
      return undefined;
  }
}
