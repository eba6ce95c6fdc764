import { usePagedQuery } from '../../api/paged_query';
import { LoadMore } from '../../parts/load_more';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { AbsenceRequests } from '../work_plan';
import { absenceRequestsQuery } from './inbox_query';

/** The absences that people of the branch ask for, to approve or decline. */
export function AbsenceRequestSection() {
  const branch = useBranch();
  const answer = usePagedQuery(absenceRequestsQuery, { branchId: branch.id }, ({ absenceRequests }) => absenceRequests);
  return (
    <Answer of={answer}>
      {({ nodes, hasMore }) => (
        <>
          <AbsenceRequests list={nodes} />
          <LoadMore hasMore={hasMore} onMore={answer.more} />
        </>
      )}
    </Answer>
  );
}
