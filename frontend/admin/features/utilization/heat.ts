import { weekdays } from '../../parts/intervals';

/** How much of one hour of the week is taken, as the API tells it. */
export interface UsedHour {
  weekday: (typeof weekdays)[number];
  hour: number;
  workingMinutes: number;
  bookedMinutes: number;
}

/** A cell of the heat map; undefined: nobody works then and nobody is booked. */
export type Cell = UsedHour | undefined;

/** A row for each hour from the first to the last that is used, a cell for each weekday. */
export function rowsOf(used: readonly UsedHour[]): { hour: number; cells: Cell[] }[] {
  const hours = used.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const count = hours.length === 0 ? 0 : Math.max(...hours) - first + 1;
  return Array.from({ length: count }, (_, index) => {
    const hour = first + index;
    return { hour, cells: weekdays.map((weekday) => used.find((one) => one.weekday === weekday && one.hour === hour)) };
  });
}

/** The share of the working time that is booked; undefined when there is no working time. */
export const shareOf = (used: readonly Pick<UsedHour, 'workingMinutes' | 'bookedMinutes'>[]): number | undefined => {
  const working = used.reduce((sum, { workingMinutes }) => sum + workingMinutes, 0);
  const booked = used.reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0);
  return working === 0 ? undefined : booked / working;
};

/** How warm a cell is, from 0 to 4. */
export const warmth = (share: number): number => Math.min(4, Math.ceil(share * 4));
