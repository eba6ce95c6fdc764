import { useApi } from '../../api/api';
import { useChange } from '../../api/use_change';
import { useBranch } from '../../session/branch';
import { inputOf, type Plan } from './plans';
import { restorePlans } from './restore_plans';
import { staffWorkPlanReplace } from './work_plan_changes';

/** Returns a function that replaces a plan of a profile, with undo. */
export function usePlans() {
  const { id: branchId } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const restore = (staffId: string, before: readonly Plan[]) => restorePlans(client, branchId, staffId, before);

  return {
    restore,
    replace: (staffId: string, plan: Plan, before: readonly Plan[]) =>
      change(
        staffWorkPlanReplace,
        { input: inputOf(staffId, branchId, plan) },
        { undo: () => restore(staffId, before), fields: ['validFrom', 'validUntil'] },
      ),
  };
}
