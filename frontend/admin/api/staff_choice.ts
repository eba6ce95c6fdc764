import { graphql } from './graphql';
import { useSearchedList } from './searched_list';

const staffChoiceQuery = graphql(`
  query StaffChoice($branchId: ID, $search: String) {
    staff(branchId: $branchId, search: $search) {
      nodes {
        id
        displayName
        bookableOnline
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Reads the profiles to choose from: those active in a branch, or all. */
export const useStaffChoice = (branchId: string | null) => useSearchedList(staffChoiceQuery, { branchId }, ({ staff }) => staff);
