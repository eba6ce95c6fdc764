import type { Offer, StaffProfile } from './api';

/** A start, and the profiles available then. */
export interface Start {
  at: string;
  staff: StaffProfile[];
}

/** A day with its starts, sorted. */
export interface Day {
  date: string;
  starts: Start[];
}

/** Returns the starts of all offers, or of one profile, by day and time, without the current start of an appointment to be moved. */
export function daysOf(offers: readonly Offer[], staffId?: string, current?: { start: string; staffId: string }): Day[] {
  const byDate = new Map<string, Map<string, StaffProfile[]>>();
  for (const { staff, days } of offers.filter((offer) => !staffId || offer.staff.id === staffId)) {
    const withoutCurrent = ({ date, starts }: Offer['days'][number]) => ({
      date,
      starts: current?.staffId === staff.id ? starts.filter((at) => at !== current.start) : starts,
    });
    for (const { date, starts } of days.map(withoutCurrent).filter((day) => day.starts.length > 0)) {
      const known = byDate.get(date) ?? new Map<string, StaffProfile[]>();
      byDate.set(date, known);
      starts.forEach((at) => known.set(at, [...(known.get(at) ?? []), staff]));
    }
  }
  return [...byDate]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, starts]) => ({ date, starts: [...starts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([at, staff]) => ({ at, staff })) }));
}

/** Returns the part of the day of an hour in the salon's time zone. */
export const partOf = (hour: number): 'morning' | 'afternoon' | 'evening' => (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening');
