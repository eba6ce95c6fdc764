import { rfc3339 } from '../../session/wall_clock';
import type { Appointment, Day } from './calendar_query';

/** The grid for starts, counted from midnight, in seconds. */
export const snap = 15 * 60;

const hour = 60 * 60;

/** Returns seconds since the epoch. */
export const secondsOf = (instant: string): number => Date.parse(instant) / 1000;

/** Converts seconds since the epoch to an instant of the API. */
export const instantOf = (seconds: number): string => rfc3339(new Date(seconds * 1000));

/** The part of the day on the board, in seconds since the epoch. */
export interface Scale {
  midnight: number;
  from: number;
  to: number;
}

/** Returns a scale from 08:00 to 20:00, extended to all working times and appointments. */
export function scaleOf(day: Day, appointments: readonly Appointment[]): Scale {
  const midnight = secondsOf(day.start);
  const end = secondsOf(day.end);
  const spans = [...day.staff.flatMap(({ working }) => working), ...appointments];
  const first = Math.min(midnight + 8 * hour, ...spans.map(({ start }) => secondsOf(start)));
  const last = Math.max(midnight + 20 * hour, ...spans.map((span) => secondsOf(span.end)));
  return {
    midnight,
    from: Math.max(midnight, midnight + Math.floor((first - midnight) / hour) * hour),
    to: Math.min(end, midnight + Math.ceil((last - midnight) / hour) * hour),
  };
}

/** Rounds a start to the grid, such that an appointment of that length ends on the board. */
export function snapped({ midnight, from, to }: Scale, at: number, length: number): number {
  const latest = midnight + Math.floor((to - length - midnight) / snap) * snap;
  return Math.max(from, Math.min(latest, midnight + Math.round((at - midnight) / snap) * snap));
}

/** Returns the full hours on the board, in seconds since the epoch. */
export const hoursOf = ({ from, to }: Scale): number[] => Array.from({ length: Math.round((to - from) / hour) }, (_, index) => from + index * hour);

/** Returns the whole minutes between two instants. */
export const minutesBetween = (start: string, end: string): number => Math.round((secondsOf(end) - secondsOf(start)) / 60);
