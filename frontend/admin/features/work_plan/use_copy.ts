import type { Outcome } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { inputOf, type Plan } from './plans';
import { usePlans } from './use_plans';
import { staffWorkPlanReplace } from './work_plan_changes';
import { workPlanWords } from './words';

interface Other {
  id: string;
  /** The previous plans, for undo. */
  plans: readonly Plan[];
}

/** Returns a function that copies a plan to other profiles, with one undo for all. */
export function useCopy() {
  const t = useWords(workPlanWords);
  const { id: branchId } = useBranch();
  const { restore } = usePlans();
  const change = useChange();

  return async (plan: Plan, others: readonly Other[]) => {
    for (const [index, { id }] of others.entries()) {
      const changed = others.slice(0, index + 1);
      async function undo() {
        let last: Outcome<unknown> = { done: true, payload: undefined, stranded: 0 };
        for (const other of changed) {
          last = await restore(other.id, other.plans);
        }
        return last;
      }
      const outcome = await change(staffWorkPlanReplace, { input: inputOf(id, branchId, plan) }, { done: t.copied(index + 1), undo });
      if (!outcome.done) {
        return;
      }
    }
  };
}
