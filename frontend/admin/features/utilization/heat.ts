import { weekdays } from '../../parts/intervals';

/** Working and booked minutes of one hour of the week. */
export interface UsedHour {
  weekday: (typeof weekdays)[number];
  hour: number;
  workingMinutes: number;
  bookedMinutes: number;
}

/** A cell of the heat map; undefined if nobody works or is booked. */
export type Cell = UsedHour | undefined;

/** Returns a row per hour, from the first to the last in use, with a cell per weekday. */
export function rowsOf(used: readonly UsedHour[]): { hour: number; cells: Cell[] }[] {
  const hours = used.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const count = hours.length === 0 ? 0 : Math.max(...hours) - first + 1;
  return Array.from({ length: count }, (_, index) => {
    const hour = first + index;
    return { hour, cells: weekdays.map((weekday) => used.find((one) => one.weekday === weekday && one.hour === hour)) };
  });
}

/** Returns the booked share of the working time; undefined without working time. */
export const shareOf = (used: readonly Pick<UsedHour, 'workingMinutes' | 'bookedMinutes'>[]): number | undefined => {
  const working = used.reduce((sum, { workingMinutes }) => sum + workingMinutes, 0);
  const booked = used.reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0);
  return working === 0 ? undefined : booked / working;
};

/** Returns the shade of a cell, from 0 to 4. */
export const warmth = (share: number): number => Math.min(4, Math.ceil(share * 4));
