import { rfc3339 } from '../../session/wall_clock';

/** The grid for starts, counted from midnight, in seconds. */
export const snap = 15 * 60;

const hour = 60 * 60;

/** Returns seconds since the epoch. */
export const secondsOf = (instant: string): number => Date.parse(instant) / 1000;

/** Converts seconds since the epoch to an instant of the API. */
export const instantOf = (seconds: number): string => rfc3339(new Date(seconds * 1000));

/** A period, in seconds since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** What the scale needs to know of a column. */
interface Filled extends Span {
  origin: number;
  working: readonly Span[];
  appointments: readonly Span[];
}

/** The part of a day on the board, in seconds after the origin of each column. */
export interface Scale {
  from: number;
  to: number;
}

/** Returns a scale from 08:00 to 20:00, extended to all working times and appointments. */
export function scaleOf(columns: readonly Filled[]): Scale {
  let first = 8 * hour;
  let last = 20 * hour;
  for (const { origin, from, to, working, appointments } of columns) {
    for (const span of [...working, ...appointments]) {
      first = Math.min(first, Math.max(from, span.from) - origin);
      last = Math.max(last, Math.min(to, span.to) - origin);
    }
  }
  return { from: Math.floor(first / hour) * hour, to: Math.ceil(last / hour) * hour };
}

/** Rounds a start, in seconds after the origin, to the grid, such that an appointment of that length ends on the board. */
export function snapped({ from, to }: Scale, at: number, length: number): number {
  const latest = Math.floor((to - length) / snap) * snap;
  return Math.max(from, Math.min(latest, Math.round(at / snap) * snap));
}

/** Returns the full hours on the board, in seconds after the origin. */
export const hoursOf = ({ from, to }: Scale): number[] => Array.from({ length: Math.round((to - from) / hour) }, (_, index) => from + index * hour);

/** Returns the whole minutes between two instants. */
export const minutesBetween = (start: string, end: string): number => Math.round((secondsOf(end) - secondsOf(start)) / 60);
