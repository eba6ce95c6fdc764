import type { OwnAppointment, RosterDay } from './own_day_query';

/** Returns the first appointment that has not ended, and the others after it. */
export function nextAndLater(list: readonly OwnAppointment[], now: number): { next: OwnAppointment | undefined; later: readonly OwnAppointment[] } {
  const [next, ...later] = list.filter(({ end }) => Date.parse(end) > now);
  return { next, later };
}

/** Groups by the local date that dateOf returns, in order. */
export function byDate<T>(list: readonly T[], dateOf: (item: T) => string): [date: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const date = dateOf(item);
    groups.set(date, [...(groups.get(date) ?? []), item]);
  }
  return [...groups];
}

/** A day on which a person works, with the times in order. */
export interface Shifts {
  date: string;
  times: { start: string; end: string }[];
}

/** Returns the days on which any of the profiles works. Times of several profiles that touch or overlap are one. */
export function shiftsOf(roster: readonly RosterDay[], profileIds: readonly string[]): Shifts[] {
  return roster
    .map(({ date, staff }) => ({ date, times: joined(staff.filter(({ profile }) => profileIds.includes(profile.id)).flatMap(({ working }) => working)) }))
    .filter(({ times }) => times.length > 0);
}

function joined(spans: readonly { start: string; end: string }[]): { start: string; end: string }[] {
  const list: { start: string; end: string }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start))) {
    const last = list.at(-1);
    if (last && Date.parse(start) <= Date.parse(last.end)) {
      last.end = Date.parse(end) > Date.parse(last.end) ? end : last.end;
    } else {
      list.push({ start, end });
    }
  }
  return list;
}
