import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import type { Interval } from '../../parts/intervals';
import { useBranch } from '../../session/branch';
import { staffShiftOverrideRemove, staffShiftOverrideSet } from './work_plan_changes';
import { overrideQuery, type ShiftOverride } from './work_plan_query';
import { workPlanWords } from './words';

/** The exceptions from a date on, which the page shows. */
export interface ShownOverrides {
  from: string;
  list: readonly ShiftOverride[];
}

/** Returns functions that set and remove exceptions to a work plan, with undo. */
export function useOverrides(staffId: string) {
  const t = useWords(workPlanWords);
  const { id: branchId } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const at = (date: string, expectedVersion: number) => ({ staffId, branchId, date, expectedVersion });
  const setTo = (date: string, intervals: readonly Interval[], expectedVersion: number) => ({
    branchId,
    date,
    input: { ...at(date, expectedVersion), intervals: intervals.map(({ from, to }) => ({ from, to })) },
  });
  const restore = (date: string, before: ShiftOverride | undefined, version: number) =>
    before
      ? send(client, staffShiftOverrideSet, setTo(date, before.intervals, version))
      : send(client, staffShiftOverrideRemove, { branchId, date, input: at(date, version) });

  return {
    /** Returns the exceptions as the page has shown them, or that of an earlier date, which it reads now; undefined if it cannot. */
    async knownOn(date: string, { from, list }: ShownOverrides): Promise<readonly ShiftOverride[] | undefined> {
      if (date >= from) {
        return list;
      }
      const { data } = await client.query(overrideQuery, { staffId, branchId, date }, { requestPolicy: 'network-only' }).toPromise();
      return data?.node?.__typename === 'Staff' ? data.node.shiftOverrides : undefined;
    },
    /** Sets the exception of a date unless another is saved than the known one, which undo restores. */
    set(known: readonly ShiftOverride[], date: string, intervals: readonly Interval[]) {
      const before = known.find((one) => one.date === date);
      return change(staffShiftOverrideSet, setTo(date, intervals, before?.version ?? 0), {
        undo: ({ staff }) => restore(date, before, staff?.shiftOverrides[0]?.version ?? 0),
        fields: ['date', 'intervals', 'expectedVersion'],
      });
    },
    remove: (override: ShiftOverride) =>
      change(
        staffShiftOverrideRemove,
        { branchId, date: override.date, input: at(override.date, override.version) },
        { done: t.removed, undo: () => restore(override.date, override, 0) },
      ),
  };
}
