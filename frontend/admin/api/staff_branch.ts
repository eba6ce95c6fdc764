import { useApi } from './api';
import { send } from './change';
import { graphql } from './graphql';
import { useChange } from './use_change';

const staffBranchSet = graphql(`
  mutation StaffBranchSet($input: StaffBranchSetInput!) {
    staffBranchSet(input: $input) {
      staff {
        id
        branches {
          id
          name
        }
      }
      strandedAppointments {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Returns a function that activates or deactivates a profile in a branch: one cell of the branch library. */
export function useSetBranch() {
  const { client } = useApi();
  const change = useChange();

  return async (staffId: string, branchId: string, active: boolean) => {
    const put = (wanted: boolean) => ({ input: { staffId, branchId, active: wanted } });
    await change(staffBranchSet, put(active), { undo: () => send(client, staffBranchSet, put(!active)) });
  };
}
