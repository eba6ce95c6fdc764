import { type After, versionsOf } from './restore_plans';

/** The versions of the plans and exceptions of profiles. */
export type Versions = readonly (After[number] & { shiftOverrides: readonly { date: string; version: number }[] })[];

/** What a page has shown of profiles: all plans, and the exceptions from a date on. */
export interface Shown {
  from: string;
  staff: Versions;
}

/** Returns the versions that a clear from a date on expects of profiles. */
export const expectedOf = (staff: Versions, from: string) => ({
  expectedVersions: versionsOf(staff),
  expectedShiftOverrides: staff.flatMap(({ id, shiftOverrides }) =>
    shiftOverrides.filter(({ date }) => date >= from).map(({ date, version }) => ({ staffId: id, date, version })),
  ),
});

/** Returns the profiles as the page has shown them; what it has not shown is as it was read. */
export const asShown = (read: Versions, { from, staff }: Shown): Versions =>
  read.map((one) => {
    const shown = staff.find(({ id }) => id === one.id);
    return shown
      ? { ...shown, shiftOverrides: [...one.shiftOverrides.filter(({ date }) => date < from), ...shown.shiftOverrides.filter(({ date }) => date >= from)] }
      : one;
  });
