/** A start at which staff can book. */
interface FreeStart {
  start: string;
}

/** How many times are offered of one half of a day. */
const perHalfDay = 2;

/** Returns starts of several days and halves of days rather than the next quarters of an hour; `local` returns the wall clock of a start. */
export function spread<Start extends FreeStart>(starts: readonly Start[], most: number, local: (start: string) => { date: string; time: string }): Start[] {
  const counts = new Map<string, number>();
  return starts
    .filter(({ start }) => {
      const { date, time } = local(start);
      const half = `${date} ${time < '12:00' ? 'am' : 'pm'}`;
      const count = (counts.get(half) ?? 0) + 1;
      counts.set(half, count);
      return count <= perHalfDay;
    })
    .slice(0, most);
}
