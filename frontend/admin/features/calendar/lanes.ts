/** Something that takes a while, in seconds of any one clock. */
interface Lasting {
  id: string;
  from: number;
  to: number;
}

/** Where something stands beside what it overlaps. */
export interface Lane {
  /** From 0. */
  lane: number;
  /** How many lanes there are. */
  of: number;
}

/** Puts what overlaps side by side, so that nothing hides anything. */
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
