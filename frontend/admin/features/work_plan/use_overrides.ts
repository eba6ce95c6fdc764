import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import type { Interval } from '../../parts/intervals';
import { useBranch } from '../../session/branch';
import { staffShiftOverrideRemove, staffShiftOverrideSet } from './work_plan_changes';
import type { ShiftOverride } from './work_plan_query';
import { workPlanWords } from './words';

/** Returns functions that set and remove exceptions to a work plan, with undo. */
export function useOverrides(staffId: string, known: readonly ShiftOverride[]) {
  const t = useWords(workPlanWords);
  const { id: branchId } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const at = (date: string) => ({ staffId, branchId, date });
  const inputOf = (date: string, intervals: readonly Interval[]) => ({
    input: { ...at(date), intervals: intervals.map(({ from, to }) => ({ from, to })) },
  });
  const restore = (date: string) => {
    const before = known.find((one) => one.date === date);
    return before
      ? send(client, staffShiftOverrideSet, inputOf(date, before.intervals))
      : send(client, staffShiftOverrideRemove, { input: at(date) });
  };

  return {
    set: (date: string, intervals: readonly Interval[]) =>
      change(staffShiftOverrideSet, inputOf(date, intervals), { undo: () => restore(date), fields: ['date', 'intervals'] }),
    remove: (date: string) => change(staffShiftOverrideRemove, { input: at(date) }, { done: t.removed, undo: () => restore(date) }),
  };
}
