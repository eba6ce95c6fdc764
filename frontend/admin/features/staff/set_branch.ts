import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { staffBranchSet } from './staff_changes';

/** Gives the way to set a cell of the branch library: whether a profile works in a branch. */
export function useSetBranch() {
  const { client } = useApi();
  const change = useChange();

  return async (staffId: string, branchId: string, active: boolean) => {
    const put = (wanted: boolean) => ({ input: { staffId, branchId, active: wanted } });
    await change(staffBranchSet, put(active), { undo: () => send(client, staffBranchSet, put(!active)) });
  };
}
