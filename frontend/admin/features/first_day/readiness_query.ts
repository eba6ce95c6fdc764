import { graphql, type ResultOf } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { useBranch } from '../../session/branch';

export const readinessQuery = graphql(`
  query BranchReadiness($branchId: ID!) {
    branchReadiness(branchId: $branchId) {
      ready
      bookable
      requirements {
        code
        met
        advice
      }
      servicesWithoutStaff {
        id
      }
    }
  }
`);

export type BranchReadiness = ResultOf<typeof readinessQuery>['branchReadiness'];

/** Reads what the branch lacks so that customers can book online. */
export const useReadiness = ({ pause = false } = {}) => useLiveQuery(readinessQuery, { branchId: useBranch().id }, { touches: setUp, pause });
