import type { Preset } from '../preset';
import { bookAddress } from '../book_address';
import { dateAfter } from '../days';

/** In days: six weeks later is the same day of the week. */
const sixWeeks = 42;

/** Returns the date six weeks after an appointment; undefined if it has passed or cannot be booked yet. */
export function sixWeeksAfter(date: string, today: string, horizonDays: number): string | undefined {
  const wished = dateAfter(date, sixWeeks);
  return wished >= today && wished <= dateAfter(today, horizonDays) ? wished : undefined;
}

/** Returns the URL of the booking page with a wished day. */
export function againAddress(preset: Pick<Preset, 'origin' | 'branch' | 'service' | 'staff' | 'language'>, from: string): string {
  const url = new URL(bookAddress(preset));
  url.searchParams.set('from', from);
  return url.toString();
}
