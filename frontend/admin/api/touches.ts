/** What a change of the branch is about. */
export interface Change {
  /** A `ScheduleChangeKind`. */
  kind: string;
  /** IDs of the profiles affected; empty means any. */
  staffIds: readonly string[];
}

/** Reports whether what a query has answered may be different after a change. */
export type Touches = (change: Change) => boolean;

/** Everything may be different: right for every query, and the default. */
export const anything: Touches = () => true;

/** For queries that read only how the salon is set up: bookings and holds, by far the most frequent changes, leave that as it is. */
export const setUp: Touches = ({ kind }) => kind !== 'APPOINTMENT';

/** For queries that read only plans, exceptions and absences of one profile. An absence is that of a person, who may have several. */
export const timesOf =
  (staffId: string): Touches =>
  (change) =>
    setUp(change) && (change.kind === 'ABSENCE' || change.staffIds.length === 0 || change.staffIds.includes(staffId));
