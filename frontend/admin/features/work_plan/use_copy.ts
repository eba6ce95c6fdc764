import { useApi } from '../../api/api';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { inputOf, type Plan } from './plans';
import { restorePlans, versionsOf } from './restore_plans';
import { staffWorkPlansReplace } from './work_plan_changes';
import { workPlanWords } from './words';

interface Other {
  id: string;
  /** The previous plans, for undo. */
  workPlans: readonly (Plan & { version: number })[];
}

/** Returns a function that copies a plan to other profiles in one step, with one undo for all. */
export function useCopy() {
  const t = useWords(workPlanWords);
  const { id: branchId } = useBranch();
  const { client } = useApi();
  const change = useChange();

  return (plan: Plan, others: readonly Other[]) =>
    change(
      staffWorkPlansReplace,
      { branchId, input: { branchId, plans: others.map(({ id }) => inputOf(id, plan)), expectedVersions: versionsOf(others) } },
      { done: t.copied(others.length), undo: ({ staff }) => restorePlans(client, branchId, others, staff) },
    );
}
