import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { inputOf, type Plan } from './plans';
import { useRestorePlans, versionsOf } from './restore_plans';
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
  const change = useChange();
  const restorePlans = useRestorePlans();

  return (plan: Plan, others: readonly Other[]) => {
    // Undo restores the plans only: the exceptions are not copied.
    const before = others.map(({ id, workPlans }) => ({ id, workPlans }));
    return change(
      staffWorkPlansReplace,
      { branchId, input: { branchId, plans: others.map(({ id }) => inputOf(id, plan)), expectedVersions: versionsOf(others) } },
      {
        done: t.copied(others.length),
        undo: ({ staff }) => restorePlans(before, staff),
        fields: others.map((_, index) => `expectedVersions.${index}.version`),
      },
    );
  };
}
