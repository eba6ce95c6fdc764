import { useEffect, useRef } from 'react';
import { graphql, type ResultOf } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { useLanguage } from '../../language/language';
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

/** Reads what the branch lacks so that customers can book online, anew when the language changes, in which the server answers. */
export function useReadiness({ pause = false } = {}) {
  const { language } = useLanguage();
  const answer = useLiveQuery(readinessQuery, { branchId: useBranch().id }, { touches: setUp, pause });
  const askedIn = useRef(language);
  useEffect(() => {
    if (askedIn.current !== language && !pause) {
      askedIn.current = language;
      answer.retry();
    }
  });
  return answer;
}
