import { useApi } from '../../api/api';
import { useChange } from '../../api/use_change';
import { useBranch } from '../../session/branch';
import { inputOf, type Plan } from './plans';
import { restorePlans } from './restore_plans';
import { staffWorkPlanReplace } from './work_plan_changes';

/** Returns a function that replaces a plan of a profile, with undo; null expects no version. */
export function usePlans() {
  const { id: branchId } = useBranch();
  const { client } = useApi();
  const change = useChange();

  return (staffId: string, plan: Plan, before: readonly Plan[], expectedVersion: number | null) =>
    change(
      staffWorkPlanReplace,
      { branchId, input: { branchId, expectedVersion, ...inputOf(staffId, plan) } },
      {
        undo: ({ staff }) => restorePlans(client, branchId, [{ id: staffId, workPlans: before }], staff ? [staff] : []),
        fields: ['validFrom', 'validUntil', 'expectedVersion'],
      },
    );
}
