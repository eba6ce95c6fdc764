import type { BookableStaff } from './api';

/** Returns the date some days after another. */
export const dateAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Returns by how many days a date is after another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Returns the month of a date, such as 2026-11. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** Returns the month some months after another. */
export function monthAfter(month: string, months: number): string {
  const date = new Date(month);
  date.setUTCMonth(date.getUTCMonth() + months);
  return monthOf(date.toISOString());
}

/** Returns the last date of a month. */
export const lastOf = (month: string): string => dateAfter(`${monthAfter(month, 1)}-01`, -1);

export type Part = 'morning' | 'afternoon' | 'evening';

/** Returns the part of the day of an hour. */
export const partOf = (hour: number): Part => (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening');

/** The current start of an appointment to be moved, which is not offered. */
export interface CurrentStart {
  start: string;
  staffId: string;
}

/** Returns the next start with a profile, or with anyone, and those who are free then; undefined if there is none. */
export function nextOf(staff: readonly BookableStaff[], staffId?: string, current?: CurrentStart): { start: string; staff: BookableStaff['staff'][] } | undefined {
  let next: ReturnType<typeof nextOf>;
  for (const { staff: profile, nextStart } of staff) {
    const isCurrent = current?.staffId === profile.id && current.start === nextStart;
    if (!nextStart || isCurrent || (staffId && profile.id !== staffId)) {
      continue;
    }
    if (!next || nextStart < next.start) {
      next = { start: nextStart, staff: [profile] };
    } else if (nextStart === next.start) {
      next.staff.push(profile);
    }
  }
  return next;
}
