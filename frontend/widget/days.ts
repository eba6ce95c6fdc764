import type { Offer, Person } from './api';

/** A start, and who could be booked then. */
export interface Start {
  at: string;
  people: Person[];
}

/** A day with its starts, in order. */
export interface Day {
  date: string;
  starts: Start[];
}

/** All starts of the offers, or those of one person, by day and time; without the present one, which is to be left. */
export function daysOf(offers: readonly Offer[], staffId?: string, present?: { start: string; staffId: string }): Day[] {
  const byDate = new Map<string, Map<string, Person[]>>();
  for (const { staff, days } of offers.filter((offer) => !staffId || offer.staff.id === staffId)) {
    const others = ({ date, starts }: Offer['days'][number]) => ({
      date,
      starts: present?.staffId === staff.id ? starts.filter((at) => at !== present.start) : starts,
    });
    for (const { date, starts } of days.map(others).filter((day) => day.starts.length > 0)) {
      const known = byDate.get(date) ?? new Map<string, Person[]>();
      byDate.set(date, known);
      starts.forEach((at) => known.set(at, [...(known.get(at) ?? []), staff]));
    }
  }
  return [...byDate]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, starts]) => ({ date, starts: [...starts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([at, people]) => ({ at, people })) }));
}

/** The part of the day of an hour by the salon's clock. */
export const partOf = (hour: number): 'morning' | 'afternoon' | 'evening' => (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening');
