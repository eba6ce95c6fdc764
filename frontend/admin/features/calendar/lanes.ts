/** A period, in seconds. */
interface Lasting {
  id: string;
  from: number;
  to: number;
}

/** The position of a period among those that it overlaps. */
export interface Lane {
  /** The index of the lane, from 0. */
  lane: number;
  /** The number of lanes. */
  of: number;
}

/** Assigns overlapping periods to lanes side by side. */
export function lanes(list: readonly Lasting[]): Map<string, Lane> {
  const places = new Map<string, Lane>();
  let group: Lane[] = [];
  let ends: number[] = [];
  for (const { id, from, to } of list.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (ends.every((end) => end <= from)) {
      group = [];
      ends = [];
    }
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    const place = { lane, of: 1 };
    group.push(place);
    group.forEach((each) => {
      each.of = ends.length;
    });
    places.set(id, place);
  }
  return places;
}
