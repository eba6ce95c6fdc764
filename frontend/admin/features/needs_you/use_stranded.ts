import { useMemo } from 'react';
import { usePagedQuery } from '../../api/paged_query';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import { strandedQuery } from './stranded_query';

/** Returns the IDs of the coming appointments outside the plans, of the next hundred such; none for members, who may not list them. */
export function useStranded(): ReadonlySet<string> {
  const branch = useBranch();
  const { data } = usePagedQuery(strandedQuery, { branchId: branch.id }, ({ strandedAppointments }) => strandedAppointments, {
    pause: !keepsCustomers(useSession()),
  });
  return useMemo(() => new Set(data?.nodes.map(({ id }) => id)), [data]);
}
