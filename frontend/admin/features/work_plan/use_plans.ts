import { useChange } from '../../api/use_change';
import { useBranch } from '../../session/branch';
import { inputOf, type Plan } from './plans';
import { useRestorePlans } from './restore_plans';
import { staffWorkPlanReplace } from './work_plan_changes';

/** Returns a function that replaces a plan of a profile, with undo. */
export function usePlans() {
  const { id: branchId } = useBranch();
  const change = useChange();
  const restorePlans = useRestorePlans();

  return (staffId: string, plan: Plan, before: readonly Plan[], expectedVersion: number) =>
    change(
      staffWorkPlanReplace,
      { branchId, input: { branchId, expectedVersion, ...inputOf(staffId, plan) } },
      {
        undo: ({ staff }) => restorePlans([{ id: staffId, workPlans: before }], staff ? [staff] : []),
        fields: ['validFrom', 'validUntil', 'expectedVersion'],
      },
    );
}
